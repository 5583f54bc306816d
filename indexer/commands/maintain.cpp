// SPDX-License-Identifier: GPL-3.0-or-later
// Commands on an archive as a whole: info, compact.
#include "indexer/write/maintain.h"

#include <ostream>

#include <nlohmann/json.hpp>

#include "indexer/commands/commands.h"
#include "indexer/commands/requests.h"
#include "indexer/write/staging.h"
#include "schema/archive/archive.h"
#include "schema/article_json.h"
#include "schema/shown.h"

namespace newsindex {
namespace {

using Json = nlohmann::ordered_json;

std::uint64_t bytes_of(const Segment& segment) {
  std::uint64_t bytes = 0;
  for (const SegmentFile& file : segment.files) bytes += file.bytes;
  return bytes;
}

Json info_json(const std::filesystem::path& path, const Manifest& manifest,
               const std::vector<LeftOut>& left_out) {
  Json json{{"version", 1},
            {"archive", path.string()},
            {"uuid", manifest.uuid},
            {"schema_version", manifest.schema_version},
            {"revision", manifest.revision},
            {"articles", manifest.articles()},
            {"bytes", bytes_below(path)},
            {"languages", manifest.languages},
            {"segments", Json::array()}};
  for (const Segment& segment : manifest.segments) {
    Json each{{"name", segment.name}, {"articles", segment.articles}, {"undated", segment.undated}};
    if (segment.days) {
      each["first"] = to_iso(segment.days->first);
      each["last"] = to_iso(segment.days->last);
    }
    each["bytes"] = bytes_of(segment);
    json["segments"].push_back(std::move(each));
  }
  if (!left_out.empty()) json["incomplete"] = true;
  for (const LeftOut& each : left_out) json["left_out"].push_back(each.segment);
  return json;
}

std::string megabytes(std::uint64_t bytes) {
  const std::uint64_t tenths = bytes / 100'000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

void print_info(std::ostream& out, const std::filesystem::path& path, const Manifest& manifest) {
  out << "archive   " << shown(path.string()) << "\nuuid      " << manifest.uuid << "\nrevision  "
      << manifest.revision << " (schema version " << manifest.schema_version << ")\narticles  "
      << manifest.articles() << "\ndisk      " << megabytes(bytes_below(path)) << "\nlanguages";
  for (const auto& [language, articles] : manifest.languages)
    out << ' ' << (language.empty() ? "unknown" : shown(language)) << ' ' << articles;
  out << "\nsegments  " << manifest.segments.size() << '\n';
  for (const Segment& segment : manifest.segments) {
    out << "  " << shown(segment.name) << "  " << segment.articles << " articles";
    if (segment.days)
      out << "  " << to_iso(segment.days->first) << ".." << to_iso(segment.days->last);
    if (segment.undated > 0) out << "  " << segment.undated << " undated";
    out << "  " << megabytes(bytes_of(segment)) << '\n';
  }
}

}  // namespace

ExitCode run_info(const Flags& flags, const Environment& environment, const Streams& streams,
                  StopRequest&) {
  Archive archive(resolve_archive(flags.archive, environment));
  archive.segments();
  const std::vector<LeftOut> left_out = archive.left_out();
  if (flags.format == "json")
    streams.out << json_line(info_json(archive.path(), archive.manifest(), left_out)) << '\n';
  else
    print_info(streams.out, archive.path(), archive.manifest());
  return tell(left_out, archive.path(), streams) ? ExitCode::some_rejected : ExitCode::ok;
}

ExitCode run_compact(const Flags& flags, const Environment& environment, const Streams& streams,
                     StopRequest& stop) {
  const auto archive = resolve_archive(flags.archive, environment);
  const auto [segments, left_out] = compact_archive(archive, run_limits(flags, stop));
  streams.messages.info("archive '" + archive.string() + "' has " + std::to_string(segments) +
                        " segment" + (segments == 1 ? "" : "s"));
  return tell(left_out, archive, streams) ? ExitCode::some_rejected : ExitCode::ok;
}

}  // namespace newsindex
