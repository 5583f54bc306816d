// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/update.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "indexer/enrich/analysis_digest.h"
#include "indexer/extract/json/json_schema.h"
#include "indexer/extract/xml/xml_map.h"
#include "indexer/sources/issue_pages.h"
#include "indexer/sources/ledger.h"
#include "indexer/sources/source_changes.h"
#include "indexer/sources/source_reading.h"
#include "indexer/write/choice.h"
#include "indexer/write/gone_articles.h"
#include "indexer/write/intake.h"
#include "indexer/write/removals.h"
#include "indexer/write/run_sources.h"
#include "indexer/write/source_activity.h"
#include "schema/archive/archive.h"
#include "schema/archive/place.h"
#include "schema/digest.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// A digest of all settings that change how the bytes of a source are read and understood.
std::string settings_digest(const UpdateRequest& request) {
  const UnderstandOptions& options = request.understand;
  const ReadLimits& limits = request.limits;
  std::string all = options.id_prefix + '\0' + options.source + '\0' + options.language + '\0' +
                    std::to_string(static_cast<int>(options.date_order));
  for (const std::uint64_t number :
       {limits.record_bytes, std::uint64_t{limits.depth}, limits.expansion, limits.grace_bytes,
        static_cast<std::uint64_t>(limits.nesting), std::uint64_t{options.depth}})
    all += '\0' + std::to_string(number);
  if (options.reference_time) all += '\0' + to_iso(*options.reference_time);
  for (const auto& [field, from] : options.fields) all += '\0' + field + '=' + from;
  if (options.xml_map != nullptr) all += '\0' + options.xml_map->text();
  if (options.json_schema != nullptr) all += '\0' + options.json_schema->text();
  return hex_digest(all);
}

std::int64_t now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

RunLimits with_lock(const UpdateRequest& request) {
  RunLimits limits = request.run;
  if (limits.lock == nullptr)
    limits.lock =
        std::make_shared<const ArchiveLock>(request.archive, limits.lock_timeout, limits.stop);
  return limits;
}

class Run {
 public:
  Run(const UpdateRequest& request, RunSources sources, const OnProgress& on_progress);
  void reject(Reject reject);
  RunReport carry_out();

 private:
  // The part of a run that is published at once.
  struct Step {
    Step(Run& run);
    Revision revision;
    Choice choice;
    Intake intake;
    Clock::time_point begin = Clock::now();
    bool has_read = false;
  };

  void begin();
  void read_files();
  void read_file(const SourceFile& file, bool again);
  void read_whole();
  void end_chunk(Drain which);
  void begin_step();
  void end_step();
  void take_out_gone();
  void note_incomplete();
  void save_tables(std::uint64_t revision);
  const std::string& folder_of(const std::string& source);
  void publish_changes();
  void tell(Progress::Phase phase);
  void note(const std::string& sentence) const;

  const UpdateRequest& request_;
  RunSources sources_;
  const FoundFiles& found_ = sources_.found;
  const std::vector<SourceFile>& files_ = found_.files;
  const OnProgress& on_progress_;
  ReadLimits limits_;
  Clock::time_point begin_ = Clock::now();
  const Enricher enricher_;  // loaded before locking: loading takes time and can fail
  const RunLimits run_limits_;
  Progress progress_;
  RunReport report_;
  Ledger ledger_;
  Removals removals_;
  SourceActivity activity_;
  SiteProfiles profiles_;
  SourceFolders folders_;
  std::optional<SourceChanges> changes_;
  std::optional<SourceReading> reading_;
  std::optional<Step> step_;
};

Run::Step::Step(Run& run)
    : revision(run.request_.archive, run.run_limits_),
      choice(revision, run.ledger_, *run.changes_, run.report_),
      intake(revision.segments(), run.request_.understand, run.enricher_, run.profiles_,
             revision.pool()) {
  revision.pool().call_while_waiting([&run] { report_progress(run.on_progress_, run.progress_); });
}

Run::Run(const UpdateRequest& request, RunSources sources, const OnProgress& on_progress)
    : request_(request),
      sources_(std::move(sources)),
      on_progress_(on_progress),
      limits_(request.limits),
      enricher_(request.enrich),
      run_limits_(with_lock(request)),
      folders_({found_.folders.begin(), found_.folders.end()}) {
  limits_.go_on = [this] { return !on_progress_ || on_progress_(progress_); };
}

void Run::begin() {
  if (has_manifest(request_.archive)) {
    const Manifest manifest = read_manifest(request_.archive);
    ledger_ = Ledger::read(request_.archive, manifest.table(kSourcesTable));
    removals_ = Removals::read(request_.archive, manifest.table(kRemovalsTable));
    activity_ = SourceActivity::read(request_.archive, manifest.table(kActivityTable));
    profiles_ = SiteProfiles::read(request_.archive, manifest.table(kSitesTable));
  }
  find_again(sources_, request_, ledger_, on_progress_);
  join_pages(sources_.found, ledger_, limits_);
  for (const SourceRoot& root : request_.find.roots) ledger_.declare(root);
  const std::string analysis = analysis_digest(request_.enrich);
  if (ledger_.analysis().empty()) ledger_.set_analysis(analysis);
  report_.has_other_analysis = ledger_.analysis() != analysis;
  changes_.emplace(files_, ledger_, now_ns(), limits_.go_on);
  reading_.emplace(ledger_, *changes_, settings_digest(request_), limits_);
  for (const SourceFile& file : files_) progress_.bytes_total += file.bytes;
  report_.links_left_out = found_.links_left_out;
  GoneSources gone = find_gone(found_, ledger_);
  if (request_.prune) spare_emptied_folders(found_, ledger_, gone);
  report_.gone = std::move(gone.gone);
  for (const fs::path& folder : gone.emptied)
    report_.alarms.push_back({kEmptyFolder, "folder", folder.native(),
                              "folder '" + folder.native() +
                                  "' has no files now, but it had some: is it mounted? "
                                  "(--prune removes nothing of it until it is deleted)"});
  begin_step();
}

void Run::begin_step() {
  step_.reset();
  step_.emplace(*this);
}

void Run::tell(Progress::Phase phase) {
  progress_.phase = phase;
  report_progress(on_progress_, progress_);
}

void Run::note(const std::string& sentence) const {
  if (request_.on_note) request_.on_note(sentence);
}

const std::string& Run::folder_of(const std::string& source) {
  const SourceFile* file = changes_ ? changes_->file(source) : nullptr;
  return folders_.folder_of(file == nullptr || file->place.empty() ? source : file->place);
}

void Run::reject(Reject reject) {
  activity_.reject(folder_of(reject.origin.path));
  if (reading_ && reading_->add_reject(reject)) {
    ++report_.earlier_rejects;
    return;
  }
  ++report_.rejected;
  if (report_.rejects.size() < kMostRejectsKept) report_.rejects.push_back(std::move(reject));
}

void Run::read_file(const SourceFile& file, bool again) {
  const std::uint64_t before = progress_.bytes_done;
  const std::uint64_t records_before = report_.records;
  const auto take = [&](Record record) {
    ++report_.records;
    report_.bytes_read += record.bytes.size();
    progress_.bytes_done += record.bytes.size();
    step_->intake.add(std::move(record));
    tell(Progress::Phase::reading);
    if (step_->intake.bytes() >= step_->revision.chunk_bytes()) end_chunk(Drain::ready);
    return true;
  };
  std::uint64_t passed_over = 0;
  const auto pass_over = [&](const Record& record) {
    ++passed_over;
    ++report_.records;
    ++report_.unchanged;
    progress_.bytes_done += record.bytes.size();
    tell(Progress::Phase::reading);
  };
  reading_->read(file, again,
                 {take, [this](Reject rejected) { reject(std::move(rejected)); },
                  [&] { step_->choice.only_part_of(file.path); }, pass_over});
  progress_.bytes_done = before + file.bytes;
  tell(Progress::Phase::reading);  // throws if reading was stopped: then the file is not recorded
  ++report_.sources_read;
  const std::uint64_t records = report_.records - records_before;
  note(file.path + ": read, " + std::to_string(records) + (records == 1 ? " record" : " records") +
       (passed_over == 0 ? "" : ", " + std::to_string(passed_over) + " as before"));
  step_->has_read = true;
}

void Run::read_files() {
  for (const SourceFile& file : files_) {
    if (!reading_->must_read(file, request_.again)) {
      progress_.bytes_done += file.bytes;
      ++report_.sources_unchanged;
      note(file.path + ": unchanged, not read");
      if (const LedgerEntry* known = ledger_.find(file.path); !known->is_set_aside)
        report_.earlier_rejects += known->rejected;
      continue;
    }
    if (step_->has_read && Clock::now() - step_->begin >= request_.publish_every) {
      end_step();
      if (!report_.error.empty()) return;
      begin_step();
    }
    read_file(file, request_.again);
  }
}

void Run::end_chunk(Drain which) {
  std::vector<NewArticle> chosen;
  for (TakenArticle& taken :
       step_->intake.drain(which, [this](Reject rejected) { reject(std::move(rejected)); })) {
    if (!taken.warning.empty() && report_.warnings.size() < kMostRejectsKept)
      report_.warnings.push_back({taken.article.origin, taken.warning});
    reading_->add_article({taken.article.origin, taken.article.id, taken.needs_neighbours});
    if (removals_.contains(taken.article.id)) {
      ++report_.removed;
      continue;
    }
    const std::string source = taken.article.source;
    const std::string& folder = folder_of(taken.article.origin.path);
    activity_.count(source, folder, step_->choice.choose(std::move(taken), chosen));
    report_progress(on_progress_, progress_);
  }
  progress_.articles += chosen.size();
  tell(Progress::Phase::building);
  step_->revision.add(std::move(chosen));
}

// Rereads files as a whole whose unchanged records were skipped, but are needed after all.
void Run::read_whole() {
  for (const std::string& source :
       reading_->to_read_whole(step_->choice.parts_with_older_articles())) {
    note(source + ": read once more, as a whole");
    step_->choice.all_of(source);
    read_file(*changes_->file(source), true);
  }
  end_chunk(Drain::all);
}

void Run::end_step() {
  end_chunk(Drain::all);
  read_whole();
  reading_->remember(
      [this](const std::string& source) { return step_->choice.shares_ids(source); });
  step_->choice.free_memory();  // joining the segments needs more memory than is left now
  try {
    publish_changes();
  } catch (const Unmerged& error) {
    report_.exit_code = error.code();
    report_.error = error.what();
  }
  report_.revision = step_->revision.manifest().revision;
  report_.articles = step_->revision.manifest().articles();
}

void Run::save_tables(std::uint64_t revision) {
  auto& tables = step_->revision.manifest().tables;
  if (ledger_.has_changed()) tables[kSourcesTable.name] = ledger_.write(request_.archive, revision);
  if (profiles_.has_changed())
    tables[kSitesTable.name] = profiles_.write(request_.archive, revision);
  tables[kActivityTable.name] = activity_.write(request_.archive, revision);
}

void Run::publish_changes() {
  Revision& revision = step_->revision;
  const bool has_changes = revision.finish();
  tell(Progress::Phase::publishing);
  Manifest& manifest = revision.manifest();
  const bool publishes = has_changes || manifest.revision == 0;
  activity_.end_run(request_.now);
  if (publishes) {
    save_tables(manifest.revision + 1);
    revision.publish([this] {
      progress_.phase = Progress::Phase::merging;
      return !on_progress_ || on_progress_(progress_);
    });
    note("revision " + std::to_string(manifest.revision) + " published, " +
         std::to_string(manifest.articles()) + " articles");
  } else if (ledger_.has_changed()) {
    save_tables(manifest.revision);
    write_manifest(request_.archive, manifest);
  }
}

// Takes out the articles of gone sources. Other sources may have articles with the same ids.
void Run::take_out_gone() {
  if (!request_.prune) return;
  report_.is_dry = request_.dry_run;
  if (report_.gone.empty()) return;
  for (const Copy& copy : copies_from(step_->revision.segments(), report_.gone)) {
    ++report_.pruned;
    if (!request_.dry_run) step_->choice.take_out(copy);
  }
  if (request_.dry_run) return;
  // Articles in damaged segments are taken out later, when those segments are repaired.
  const bool is_all = step_->revision.left_out().empty();
  for (const std::string& source : report_.gone) {
    const LedgerEntry* entry = ledger_.find(source);
    if (entry->shares_ids) ledger_.read_shared_again();
    if (is_all) ledger_.forget(source);
  }
  if (is_all) report_.gone.clear();
}

void Run::note_incomplete() {
  for (const SourceFile& file : files_) {
    const LedgerEntry* entry = ledger_.find(file.path);
    if (entry != nullptr && !entry->incomplete.empty() && !entry->is_set_aside)
      report_.incomplete.push_back({file.path, entry->incomplete});
  }
}

RunReport Run::carry_out() {
  begin();
  take_out_gone();
  report_.revision = step_->revision.manifest().revision;
  report_.articles = step_->revision.manifest().articles();
  if (!report_.is_dry) {
    read_files();
    if (report_.error.empty()) end_step();
  }
  note_incomplete();
  for (SourceAlarm& alarm : activity_.alarms(request_.now))
    report_.alarms.push_back(std::move(alarm));
  report_.archive = request_.archive.string();
  report_.left_out = step_->revision.left_out();
  report_.uuid = step_->revision.manifest().uuid;
  report_.seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
  const auto read = static_cast<double>(report_.added + report_.replaced + report_.unchanged);
  report_.articles_per_second = report_.seconds > 0 ? read / report_.seconds : 0;
  return report_;
}

}  // namespace

RunReport update_archive(const UpdateRequest& request, const OnProgress& on_progress) {
  RunSources sources = find_sources(request, on_progress);
  const std::vector<Reject> missing = sources.missing;
  if (sources.found.files.empty() && !missing.empty())
    throw Error(ExitCode::no_input, missing.front().origin.path + ": " + missing.front().reason);
  try {
    Run run(request, std::move(sources), on_progress);
    for (const Reject& reject : missing) run.reject(reject);
    return run.carry_out();
  } catch (const Xapian::Error& error) {
    throw describe(error, "archive '" + request.archive.string() + "'");
  }
}

}  // namespace newsindex
