// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/archive_status.h"

#include <algorithm>

#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "indexer/sources/ledger.h"
#include "schema/archive/archive.h"
#include "schema/archive/table_file.h"
#include "schema/article_json.h"
#include "schema/utc_time.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using std::chrono::sys_seconds;

constexpr const char* kNightly = "update";
constexpr std::uint64_t kMostSourcesNamed = 10;

std::optional<sys_seconds> published(const fs::path& archive) {
  struct stat file {};
  if (::stat((archive / "archive.json").c_str(), &file) != 0) return std::nullopt;
  return sys_seconds(std::chrono::seconds(file.st_mtime));
}

void look_at_runs(const fs::path& archive, ArchiveStatus& status) {
  const std::vector<RunRecord> runs = read_runs(archive);
  const auto last = std::find_if(runs.rbegin(), runs.rend(),
                                 [](const RunRecord& run) { return run.command == kNightly; });
  if (last != runs.rend()) status.last_run = *last;
  if (const RunRecord* success = last_success(runs, kNightly)) status.last_success = *success;
  if (status.last_success)
    status.fresh = utc_time(status.last_success->ended);
  else if (!status.last_run)
    status.fresh = published(archive);
}

std::string number_of(std::uint64_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

// Adds the problems that the journal of runs shows.
void judge_runs(ArchiveStatus& status) {
  if (status.last_run && !status.last_run->is_success())
    status.standing.push_back("the last update failed with exit code " +
                              std::to_string(status.last_run->exit_code) + ": " +
                              status.last_run->error);
  if (!status.last_success) return;
  for (const std::string& alarm : status.last_success->alarms) status.standing.push_back(alarm);
}

// Adds the problems that the ledger shows.
void judge_sources(const Ledger& ledger, ArchiveStatus& status) {
  std::uint64_t incomplete = 0;
  for (const auto& [source, entry] : ledger.entries()) {
    if (entry.is_set_aside) continue;
    status.rejected += entry.rejected;
    if (entry.incomplete.empty() || ++incomplete > kMostSourcesNamed) continue;
    status.standing.push_back(source + " was not read to its end: " + entry.incomplete +
                              " (newsindex rejects --forget sets it aside)");
  }
  if (incomplete > kMostSourcesNamed)
    status.standing.push_back(number_of(incomplete - kMostSourcesNamed, "more source") +
                              " not read to the end (newsindex rejects lists them)");
}

// Adds the segments that are damaged as far as that shows without reading them whole.
void judge_segments(Archive& archive, ArchiveStatus& status) {
  archive.segments();
  for (const LeftOut& segment : archive.left_out())
    status.standing.push_back(to_text(segment, archive.path()));
}

std::string age_text(std::chrono::seconds age) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(age).count();
  if (minutes < 120) return std::to_string(minutes) + " min";
  if (minutes < 48 * 60) return std::to_string(minutes / 60) + " h";
  return std::to_string(minutes / (24 * 60)) + " days";
}

std::string run_text(const RunRecord& run) {
  std::string text = run.ended + ", exit code " + std::to_string(run.exit_code);
  if (!run.is_success()) return text + ": " + run.error;
  return text + ": " + std::to_string(run.added) + " added, " + std::to_string(run.replaced) +
         " replaced, " + std::to_string(run.rejected) + " rejected";
}

const char* state_name(const ArchiveStatus& status) {
  if (status.is_stale) return "stale";
  return status.standing.empty() ? "ok" : "standing";
}

Json run_json(const RunRecord& run) {
  return {{"started", run.started},   {"ended", run.ended},      {"seconds", run.seconds},
          {"exit", run.exit_code},    {"error", run.error},      {"added", run.added},
          {"replaced", run.replaced}, {"rejected", run.rejected}};
}

}  // namespace

ExitCode ArchiveStatus::code() const {
  if (is_stale) return ExitCode::no_match;
  return standing.empty() ? ExitCode::ok : ExitCode::some_rejected;
}

ArchiveStatus archive_status(const fs::path& folder, sys_seconds now,
                             std::optional<std::chrono::seconds> max_age) {
  Archive archive(folder);  // keeps the revision, so that its table of sources is not removed
  const Manifest& manifest = archive.manifest();
  ArchiveStatus status;
  status.archive = folder.string();
  status.revision = manifest.revision;
  status.articles = manifest.articles();
  status.now = now;
  look_at_runs(folder, status);
  status.is_stale = max_age && (!status.fresh || now - *status.fresh > *max_age);
  status.running = lock_holder(folder);
  judge_runs(status);
  judge_segments(archive, status);
  judge_sources(Ledger::read(folder, manifest.table(kSourcesTable)), status);
  return status;
}

std::string to_text(const ArchiveStatus& status) {
  std::string text = "state     " + std::string(state_name(status)) + "\narchive   " +
                     status.archive + ", " + std::to_string(status.articles) +
                     " articles (revision " + std::to_string(status.revision) + ")\n";
  text +=
      "fresh     " +
      (status.fresh ? utc_text(*status.fresh) + ", " + age_text(status.now - *status.fresh) + " ago"
                    : "not known") +
      "\n";
  if (status.last_run) text += "last run  " + run_text(*status.last_run) + "\n";
  if (status.running)
    text += "running   process " + status.running->process + ", since " +
            utc_text(status.running->since) + "\n";
  if (status.rejected > 0)
    text +=
        "rejected  " + number_of(status.rejected, "record") + " (newsindex rejects lists them)\n";
  for (const std::string& sentence : status.standing) text += "stands    " + sentence + "\n";
  return text;
}

std::string to_json(const ArchiveStatus& status) {
  Json json{{"version", 1},
            {"state", state_name(status)},
            {"archive", status.archive},
            {"revision", status.revision},
            {"articles", status.articles},
            {"now", utc_text(status.now)}};
  if (status.fresh) {
    json["fresh"] = utc_text(*status.fresh);
    json["age_seconds"] = (status.now - *status.fresh).count();
  }
  if (status.last_run) json["last_run"] = run_json(*status.last_run);
  if (status.last_success) json["last_success"] = run_json(*status.last_success);
  if (status.running)
    json["running"] = {{"process", status.running->process},
                       {"since", utc_text(status.running->since)}};
  json["rejected"] = status.rejected;
  json["standing"] = status.standing;
  return json_line(json) + "\n";
}

}  // namespace newsindex
