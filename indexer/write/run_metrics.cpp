// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/run_metrics.h"

#include <array>
#include <charconv>

#include "indexer/write/staging.h"
#include "schema/archive/manifest.h"
#include "schema/utc_time.h"

namespace newsindex {
namespace {

std::string escaped(const std::string& value) {
  std::string text;
  for (const char c : value) {
    if (c == '\\' || c == '"') text += '\\';
    text += c == '\n' ? "\\n" : std::string(1, c);
  }
  return text;
}

class Metrics {
 public:
  Metrics(const std::string& archive, const std::string& command)
      : labels_("{archive=\"" + escaped(archive) + "\",command=\"" + escaped(command) + "\"} ") {}

  void add(const std::string& name, const char* help, const std::string& value) {
    const std::string full = "newsindex_" + name;
    text_ += "# HELP " + full + " " + help + "\n# TYPE " + full + " gauge\n" + full + labels_ +
             value + "\n";
  }
  void add(const std::string& name, const char* help, std::uint64_t value) {
    add(name, help, std::to_string(value));
  }
  void add(const std::string& name, const char* help, std::optional<std::uint64_t> value) {
    if (value) add(name, help, *value);
  }
  void add_time(const std::string& name, const char* help, const std::string& time) {
    if (const auto known = utc_time(time))
      add(name, help, std::to_string(known->time_since_epoch().count()));
  }

  const std::string& text() const { return text_; }

 private:
  std::string labels_;
  std::string text_;
};

std::string decimal(double number) {
  std::array<char, 64> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, 3);
  return {text.data(), end.ptr};
}

}  // namespace

std::string metrics_text(const RunRecord& run, const ArchiveFacts& facts) {
  Metrics metrics(facts.archive, run.command);
  metrics.add_time("last_run_timestamp_seconds", "When the last run ended.", run.ended);
  metrics.add("last_run_success", "1 if the last run was complete, also with rejected records.",
              std::uint64_t{run.is_success() ? 1U : 0U});
  metrics.add("last_run_exit_code", "Exit code of the last run.", std::to_string(run.exit_code));
  metrics.add("last_run_duration_seconds", "How long the last run took.", decimal(run.seconds));
  metrics.add_time("last_success_timestamp_seconds", "When the last complete run ended.",
                   facts.last_success);
  metrics.add("last_run_sources_read", "Files that the last run read.", run.sources_read);
  metrics.add("last_run_sources_unchanged", "Files that had not changed.", run.sources_unchanged);
  metrics.add("last_run_added", "New articles of the last run.", run.added);
  metrics.add("last_run_replaced", "Articles that the last run corrected.", run.replaced);
  metrics.add("last_run_rejected", "Records that the last run rejected.", run.rejected);
  metrics.add("last_run_earlier_rejects", "Rejected records of files that had not changed.",
              run.earlier_rejects);
  metrics.add("last_run_left_out", "Articles left out, as they were removed earlier.",
              run.left_out);
  metrics.add("last_run_alarms", "Sources that are silent, shrank, or have more rejects.",
              std::uint64_t{run.alarms.size()});
  metrics.add("articles", "Articles of the archive.", facts.articles);
  metrics.add("revision", "Revision of the archive.", facts.revision);
  metrics.add("archive_bytes", "Size of the archive on the disk.", facts.bytes);
  return metrics.text();
}

ArchiveFacts archive_facts(const std::filesystem::path& archive, const RunRecord& run) noexcept {
  ArchiveFacts facts;
  try {
    facts.archive = archive.string();
    if (run.is_success()) facts.last_success = run.ended;
    const Manifest manifest = read_manifest(archive);
    facts.revision = manifest.revision;
    facts.articles = manifest.articles();
    facts.bytes = bytes_below(archive);
    const std::vector<RunRecord> runs = read_runs(archive);
    const RunRecord* success = last_success(runs, run.command);
    if (facts.last_success.empty() && success != nullptr) facts.last_success = success->ended;
  } catch (const std::exception&) {  // keep what is known so far
  }
  return facts;
}

}  // namespace newsindex
