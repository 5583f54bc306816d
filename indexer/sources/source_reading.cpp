// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sources/source_reading.h"

#include <algorithm>
#include <utility>

#include "schema/digest.h"

namespace newsindex {
namespace {

// Copies what the file system says about a file.
void describe_file(const SourceFile& file, LedgerEntry& entry) {
  entry.bytes = file.bytes;
  entry.modified_ns = file.modified_ns;
  entry.changed_ns = file.changed_ns;
  entry.inode = file.inode;
  entry.pages.clear();
  for (const SourcePage& page : file.pages) entry.pages.push_back(page.href);
}

// Keeps what is known about the file before the place where reading is resumed.
void keep_beginning(const LedgerEntry& before, LedgerEntry& entry) {
  const std::uint64_t first = before.resume.record;
  entry.records = std::min(before.records, first);
  std::copy_if(before.rejects.begin(), before.rejects.end(), std::back_inserter(entry.rejects),
               [&](const Reject& reject) { return reject.origin.record < first; });
  entry.rejected = before.rejected - (before.rejects.size() - entry.rejects.size());
}

// The most records that the ledger lists one by one, for one source and for all sources.
constexpr std::size_t kMostSeenOfASource = 50'000;
constexpr std::size_t kMostSeen = 250'000;

std::size_t count_seen(const Ledger& ledger) {
  std::size_t count = 0;
  for (const auto& [source, entry] : ledger.entries()) count += entry.seen.size();
  return count;
}

bool is_made_of_place(const Provenance& origin, const std::string& id) {
  return id.ends_with('#' + std::to_string(origin.record));
}

}  // namespace

SourceReading::SourceReading(Ledger& ledger, SourceChanges& changes, std::string settings,
                             ReadLimits limits)
    : ledger_(ledger),
      changes_(changes),
      settings_(std::move(settings)),
      limits_(std::move(limits)) {}

bool SourceReading::must_read(const SourceFile& file, bool again) {
  const LedgerEntry* known = ledger_.find(file.path);
  if (known == nullptr || again || known->read_again || known->settings != settings_) return true;
  if (!known->incomplete.empty() && !known->is_set_aside) return true;
  if (!changes_.has_same_content(file)) return true;
  if (has_same_file_status(file, *known)) return false;
  LedgerEntry touched = *known;
  describe_file(file, touched);
  ledger_.remember(file.path, std::move(touched));
  return false;
}

// A file that is read twice in a run has already reported its rejects.
void SourceReading::begin(const SourceFile& file, Reading& reading) {
  std::vector<Reject> told = std::move(reading.entry.rejects);
  if (const LedgerEntry* known = ledger_.find(file.path)) reading.before = *known;
  auto& rejects = reading.before.rejects;
  const std::uint64_t listed = rejects.size();
  reading.unlisted_before = reading.before.rejected - std::min(reading.before.rejected, listed);
  rejects.insert(rejects.end(), told.begin(), told.end());
  reading.entry = {};
  reading.entry.settings = settings_;
  reading.records.clear();
  reading.passes_over = false;
  reading.may_pass_over = true;
}

bool SourceReading::may_read_part(const LedgerEntry& before) const {
  return before.settings == settings_ && before.incomplete.empty() && !before.shares_ids &&
         !before.read_again;
}

void SourceReading::read(const SourceFile& file, bool again, const Takers& takers) {
  Reading& reading = readings_[file.path];
  begin(file, reading);
  LedgerEntry& entry = reading.entry;
  const LedgerEntry& before = reading.before;
  const bool takes_part = !again && may_read_part(before);
  const bool may_resume =
      takes_part && before.resume.shape != AppendableFormat::no && file.bytes > before.bytes;
  EarlierReading earlier{before.bytes, before.content, before.resume, [&] {
                           keep_beginning(before, entry);
                           takers.on_part();
                         }};
  SeenByDigest seen;
  if (takes_part)
    for (const SeenRecord& each : before.seen) seen.emplace(each.record, each);
  reading.passes_over = !seen.empty();
  if (reading.passes_over) takers.on_part();
  const ReadOutcome outcome = read_records(
      file, limits_,
      [&](Record record) {
        entry.records = record.origin.record + 1;
        const SeenRecord* known = see(record, seen, reading);
        if (known == nullptr) return takers.take(std::move(record));
        takers.pass_over(record);
        return true;
      },
      takers.reject, may_resume ? &earlier : nullptr);
  describe_file(file, entry);
  entry.content = outcome.content;
  entry.incomplete = outcome.incomplete;
  entry.version_ns = changes_.version_ns(file.path);
  // A file that changed while it was read is read again as a whole.
  const bool is_whole = outcome.bytes == file.bytes && outcome.incomplete.empty();
  if (is_whole) entry.resume = outcome.resume;
  if (!is_whole || entry.resume.shape != AppendableFormat::no) reading.may_pass_over = false;
}

const SeenRecord* SourceReading::see(const Record& record, const SeenByDigest& seen,
                                     Reading& reading) {
  if (record.origin.record >= kMostSeenOfASource) reading.may_pass_over = false;
  if (!reading.may_pass_over && !reading.passes_over) return nullptr;
  const std::uint64_t digest = record_digest(record);
  const auto known = seen.find(digest);
  reading.records.resize(record.origin.record + 1);
  reading.records.back() = known == seen.end() ? SeenRecord{digest, 0} : known->second;
  return known == seen.end() ? nullptr : &known->second;
}

void SourceReading::add_article(const ReadArticle& article) {
  const auto found = readings_.find(article.origin.path);
  if (found == readings_.end()) return;
  Reading& reading = found->second;
  if (article.needs_neighbours) reading.may_pass_over = false;
  const std::uint64_t record = article.origin.record;
  if (record < reading.records.size() && !is_made_of_place(article.origin, article.id))
    reading.records[record].id = digest64(article.id);
}

bool SourceReading::add_reject(const Reject& reject) {
  const auto found = readings_.find(reject.origin.path);
  if (found == readings_.end()) return false;
  Reading& reading = found->second;
  LedgerEntry& entry = reading.entry;
  ++entry.rejected;
  entry.records = std::max(entry.records, reject.origin.record + 1);
  if (entry.rejects.size() < kMostRejectsOfASource) entry.rejects.push_back(reject);
  const auto& before = reading.before.rejects;
  if (std::find(before.begin(), before.end(), reject) != before.end()) return true;
  if (reading.unlisted_before == 0) return false;
  --reading.unlisted_before;
  return true;
}

std::vector<SeenRecord> SourceReading::understood(const Reading& reading) {
  std::vector<SeenRecord> seen;
  for (const SeenRecord& each : reading.records)
    if (each.id != 0) seen.push_back(each);
  return seen;
}

std::vector<std::string> SourceReading::to_read_whole(const std::set<std::string>& lost) const {
  std::vector<std::string> sources;
  for (const auto& [source, reading] : readings_)
    if (reading.passes_over && (lost.contains(source) || repeats_an_id(understood(reading))))
      sources.push_back(source);
  return sources;
}

void SourceReading::remember(const std::function<bool(const std::string&)>& shares_ids) {
  std::size_t known = count_seen(ledger_);
  for (auto& [source, reading] : readings_) {
    LedgerEntry& entry = reading.entry;
    entry.shares_ids = reading.before.shares_ids || shares_ids(source);
    if (reading.may_pass_over && !entry.shares_ids && entry.records > 1) {
      std::vector<SeenRecord> seen = understood(reading);
      const bool has_room = known + seen.size() <= kMostSeen + reading.before.seen.size();
      if (has_room && !repeats_an_id(seen)) entry.seen = std::move(seen);
      known += entry.seen.size();
    }
    ledger_.remember(source, std::move(entry));
  }
  readings_.clear();
}

}  // namespace newsindex
