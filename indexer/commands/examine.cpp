// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that read every article: check and export.
#include <algorithm>
#include <ostream>

#include <nlohmann/json.hpp>

#include "indexer/care/check.h"
#include "indexer/care/export.h"
#include "indexer/care/repair.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/requests.h"
#include "schema/archive/archive.h"
#include "schema/article_json.h"

namespace newsindex {
namespace {

// Prints the first sentences, and how many more there are.
void print(const std::vector<std::string>& sentences, Level level, const Streams& streams) {
  constexpr std::size_t kMost = 100;
  for (std::size_t i = 0; i < std::min(sentences.size(), kMost); ++i)
    streams.messages.say(level, sentences[i]);
  if (sentences.size() > kMost)
    streams.messages.say(level, "and " + std::to_string(sentences.size() - kMost) + " more");
}

ExitCode repair(const Flags& flags, const std::filesystem::path& archive, const Streams& streams,
                StopRequest& stop) {
  const auto tell = [&streams](const Repair& published) {
    print(published.done, Level::info, streams);
    print(published.lost, Level::error, streams);
  };
  const Repair repaired = repair_archive(archive, run_limits(flags, stop),
                                         flags.deep ? Depth::articles : Depth::files, tell);
  if (repaired.done.empty()) streams.out << "nothing to repair\n";
  return repaired.lost.empty() ? ExitCode::ok : ExitCode::some_rejected;
}

}  // namespace

ExitCode run_check(const Flags& flags, const Environment& environment, const Streams& streams,
                   StopRequest& stop) {
  const auto path = resolve_archive(flags.archive, environment);
  if (flags.repair) return repair(flags, path, streams, stop);
  Archive archive(path);
  const auto problems = check_archive(archive, flags.deep ? Depth::articles : Depth::files, &stop);
  print(problems, Level::error, streams);
  if (!problems.empty()) {
    streams.messages.error("archive '" + path.string() +
                           "' is damaged; newsindex check --repair --archive " + path.string() +
                           " saves what can be saved");
    return ExitCode::internal;
  }
  const Manifest& manifest = archive.manifest();
  streams.out << manifest.articles() << " articles in " << manifest.segments.size() << " segment"
              << (manifest.segments.size() == 1 ? "" : "s") << ", no errors\n";
  return ExitCode::ok;
}

ExitCode run_export(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop) {
  const bool is_limited = !flags.since.empty() || !flags.until.empty();
  const auto days = is_limited ? std::optional(export_days(flags)) : std::nullopt;
  const auto archive = resolve_archive(flags.archive, environment);
  const ExportLosses losses = export_articles(
      archive, days,
      [&](const Article& article) {
        streams.out << json_line(to_json(article)) << '\n';
        return streams.out.good();
      },
      &stop);
  print(losses.articles, Level::error, streams);
  tell(losses.left_out, archive, streams);
  return losses.empty() ? ExitCode::ok : ExitCode::some_rejected;
}

}  // namespace newsindex
