// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/update.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "indexer/extract/json/json_schema.h"
#include "indexer/extract/xml/xml_map.h"
#include "indexer/write/intake.h"
#include "indexer/write/ledger.h"
#include "indexer/write/run_ids.h"
#include "indexer/write/stories.h"
#include "schema/archive/archive.h"
#include "schema/digest.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// All that changes what becomes of a source's bytes.
std::string settings_digest(const UnderstandOptions& options) {
  std::string all = options.id_prefix + '\0' + options.source + '\0' + options.language + '\0' +
                    std::to_string(static_cast<int>(options.date_order));
  for (const auto& [field, from] : options.fields) all += '\0' + field + '=' + from;
  if (options.xml_map != nullptr) all += '\0' + options.xml_map->text();
  if (options.json_schema != nullptr) all += '\0' + options.json_schema->text();
  return hex_digest(all);
}

class Run {
 public:
  Run(const UpdateRequest& request, std::vector<SourceFile> files, const OnProgress& on_progress);
  void reject(Reject reject);
  RunReport carry_out();

 private:
  void read_files();
  void read_file(const SourceFile& file);
  void end_chunk();
  void choose(TakenArticle taken, std::vector<NewArticle>& chosen);
  bool given_before(const TakenArticle& taken);
  void remember_files();
  void save_ledger(std::uint64_t revision);
  void publish_changes();
  void tell(Progress::Phase phase);

  const UpdateRequest& request_;
  const std::vector<SourceFile> files_;
  ReadLimits limits_;
  const OnProgress& on_progress_;
  Clock::time_point begin_ = Clock::now();
  const Enricher enricher_;  // before the lock is taken: loading takes time, and can fail
  Revision revision_;
  Ledger ledger_;
  std::string settings_;
  Intake intake_;
  std::optional<RunIds> given_;  // until all is read, as the next
  std::optional<Stories> stories_;
  std::map<std::string, std::uint32_t> file_indexes_;  // by path, of the files read
  std::map<std::string, LedgerEntry> read_;            // by path
  Progress progress_;
  RunReport report_;
  bool ledger_changed_ = false;
};

Run::Run(const UpdateRequest& request, std::vector<SourceFile> files, const OnProgress& on_progress)
    : request_(request),
      files_(std::move(files)),
      limits_(request.limits),
      on_progress_(on_progress),
      enricher_(request.enrich),
      revision_(request.archive, request.run),
      ledger_(Ledger::read(request.archive, revision_.manifest().table(kSourcesTable))),
      settings_(settings_digest(request.understand)),
      intake_(revision_.segments(), request.understand, enricher_, revision_.pool()),
      given_(revision_.folder_on_disk()),
      stories_(revision_.folder_on_disk()) {
  revision_.pool().while_waiting([this] { report_progress(on_progress_, progress_); });
  limits_.go_on = [this] { return !on_progress_ || on_progress_(progress_); };
}

void Run::tell(Progress::Phase phase) {
  progress_.phase = phase;
  report_progress(on_progress_, progress_);
}

void Run::reject(Reject reject) {
  ++report_.rejected;
  ++read_[reject.origin.path].rejects;
  if (report_.rejects.size() < kMostRejectsKept) report_.rejects.push_back(std::move(reject));
}

void Run::read_file(const SourceFile& file) {
  file_indexes_.emplace(file.path, static_cast<std::uint32_t>(&file - files_.data()));
  LedgerEntry& entry = read_[file.path];
  entry = {file.bytes, file.modified_ns, settings_, 0, 0};
  const std::uint64_t before = progress_.bytes_done;
  read_records(
      file, limits_,
      [&](Record record) {
        ++entry.records;
        report_.bytes_read += record.bytes.size();
        progress_.bytes_done += record.bytes.size();
        intake_.add(std::move(record));
        tell(Progress::Phase::reading);
        if (intake_.bytes() >= revision_.chunk_bytes()) end_chunk();
        return true;
      },
      [this](Reject rejected) { reject(std::move(rejected)); });
  progress_.bytes_done = before + file.bytes;
  tell(Progress::Phase::reading);  // a file that was not read to its end is not remembered
  ++report_.sources_read;
  report_.records += entry.records;
}

void Run::read_files() {
  for (const SourceFile& file : files_) {
    const LedgerEntry* unchanged = request_.again ? nullptr : ledger_.unchanged(file, settings_);
    if (unchanged == nullptr) {
      read_file(file);
      continue;
    }
    progress_.bytes_done += file.bytes;
    ++report_.sources_unchanged;
    report_.earlier_rejects += unchanged->rejects;
  }
  end_chunk();
  // What joining the segments needs is more than what is left by now.
  given_.reset();
  stories_.reset();
}

void Run::end_chunk() {
  std::vector<NewArticle> chosen;
  for (TakenArticle& taken :
       intake_.drain([this](Reject rejected) { reject(std::move(rejected)); })) {
    choose(std::move(taken), chosen);
    report_progress(on_progress_, progress_);
  }
  progress_.articles += chosen.size();
  tell(Progress::Phase::building);
  revision_.add(std::move(chosen));
}

// True when this run has had an article with this id; another article with it is a collision.
bool Run::given_before(const TakenArticle& taken) {
  const Article& article = taken.article;
  const auto [given, is_new] =
      given_->add({digest64(article.id), taken.digest, file_indexes_.at(article.origin.path),
                   static_cast<std::uint32_t>(article.origin.record)});
  if (is_new) return false;
  if (given.digest == taken.digest)
    ++report_.unchanged;
  else
    reject({article.origin, "the id '" + article.id + "' was already given to another article, " +
                                files_[given.file].path + " record " +
                                std::to_string(given.record) +
                                " (--id-prefix keeps sources apart)"});
  return true;
}

void Run::choose(TakenArticle taken, std::vector<NewArticle>& chosen) {
  if (given_before(taken)) return;
  if (taken.known && taken.known->digest == taken.digest) {
    ++report_.unchanged;
    return;
  }
  if (taken.known) {
    ++report_.replaced;
    revision_.remove(taken.known->copy);
  } else {
    ++report_.added;
  }
  taken.article.story = stories_->assign(taken.article, taken.sketch, taken.known_story);
  chosen.push_back(
      {std::move(taken.article), ++revision_.manifest().ingest_sequence, taken.sketch});
}

void Run::remember_files() {
  for (const SourceFile& file : files_) {
    const auto entry = read_.find(file.path);
    // A file that gave no record at all is tried again next time.
    if (entry == read_.end() || entry->second.records == 0) continue;
    if (ledger_.remember(file, entry->second)) ledger_changed_ = true;
  }
}

void Run::save_ledger(std::uint64_t revision) {
  if (ledger_changed_)
    revision_.manifest().tables[kSourcesTable.name] = ledger_.write(request_.archive, revision);
}

void Run::publish_changes() {
  const bool has_changes = revision_.finish();
  tell(Progress::Phase::publishing);
  const Manifest& manifest = revision_.manifest();
  const bool is_new = manifest.revision == 0;
  if (!has_changes && !is_new) {
    save_ledger(manifest.revision);
    if (ledger_changed_) write_manifest(request_.archive, manifest);
    return;
  }
  save_ledger(manifest.revision + 1);
  revision_.publish([this] {
    progress_.phase = Progress::Phase::merging;
    return !on_progress_ || on_progress_(progress_);
  });
}

RunReport Run::carry_out() {
  for (const SourceFile& file : files_) progress_.bytes_total += file.bytes;
  read_files();
  remember_files();
  publish_changes();
  report_.archive = request_.archive.string();
  report_.left_out = revision_.left_out();
  report_.uuid = revision_.manifest().uuid;
  report_.revision = revision_.manifest().revision;
  report_.articles = revision_.manifest().articles();
  report_.seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
  const auto read = static_cast<double>(report_.added + report_.replaced + report_.unchanged);
  report_.articles_per_second = report_.seconds > 0 ? read / report_.seconds : 0;
  return report_;
}

}  // namespace

RunReport update_archive(const UpdateRequest& request, const OnProgress& on_progress) {
  std::vector<Reject> missing;
  std::vector<SourceFile> files = find_files(
      request.sources, [&](Reject reject) { missing.push_back(std::move(reject)); },
      [&] { report_progress(on_progress, {}); });
  if (files.empty() && !missing.empty())
    throw Error(ExitCode::no_input, missing.front().origin.path + ": " + missing.front().reason);
  try {
    Run run(request, std::move(files), on_progress);
    for (Reject& reject : missing) run.reject(std::move(reject));
    return run.carry_out();
  } catch (const Xapian::Error& error) {
    throw describe(error, "archive '" + request.archive.string() + "'");
  }
}

}  // namespace newsindex
