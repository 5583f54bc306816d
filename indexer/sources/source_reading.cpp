// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sources/source_reading.h"

#include <algorithm>
#include <utility>

namespace newsindex {
namespace {

// What the file system tells of a file.
void describe_file(const SourceFile& file, LedgerEntry& entry) {
  entry.bytes = file.bytes;
  entry.modified_ns = file.modified_ns;
  entry.changed_ns = file.changed_ns;
  entry.inode = file.inode;
}

// What stood in the file before the place where reading is taken up.
void keep_beginning(const LedgerEntry& before, LedgerEntry& entry) {
  const std::uint64_t first = before.resume.record;
  entry.records = std::min(before.records, first);
  std::copy_if(before.rejects.begin(), before.rejects.end(), std::back_inserter(entry.rejects),
               [&](const Reject& reject) { return reject.origin.record < first; });
  entry.rejected = before.rejected - (before.rejects.size() - entry.rejects.size());
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
  if (is_as_it_was(file, *known)) return false;
  LedgerEntry touched = *known;
  describe_file(file, touched);
  ledger_.remember(file.path, std::move(touched));
  return false;
}

void SourceReading::read(const SourceFile& file, bool again, const Takers& takers) {
  Reading& reading = readings_[file.path];
  LedgerEntry& entry = reading.entry;
  const LedgerEntry* known = ledger_.find(file.path);
  if (known != nullptr) reading.before = *known;
  const LedgerEntry& before = reading.before;
  reading.unlisted_before =
      before.rejected - std::min<std::uint64_t>(before.rejected, before.rejects.size());
  const bool may_resume = known != nullptr && !again && before.settings == settings_ &&
                          before.incomplete.empty() && !before.shares_ids && !before.read_again &&
                          before.resume.shape != Growing::no && file.bytes > before.bytes;
  EarlierReading earlier{before.bytes, before.content, before.resume, [&] {
                           keep_beginning(before, entry);
                           takers.on_tail();
                         }};
  entry.settings = settings_;
  const ReadOutcome outcome = read_records(
      file, limits_,
      [&](Record record) {
        entry.records = record.origin.record + 1;
        return takers.take(std::move(record));
      },
      takers.reject, may_resume ? &earlier : nullptr);
  describe_file(file, entry);
  entry.content = outcome.content;
  entry.incomplete = outcome.incomplete;
  entry.version_ns = changes_.version_ns(file.path);
  // A file that changed while it was read is read again as a whole.
  if (outcome.bytes == file.bytes && outcome.incomplete.empty()) entry.resume = outcome.resume;
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

void SourceReading::remember(const std::function<bool(const std::string&)>& shares_ids) {
  for (auto& [source, reading] : readings_) {
    LedgerEntry& entry = reading.entry;
    entry.shares_ids = reading.before.shares_ids || shares_ids(source);
    ledger_.remember(source, std::move(entry));
  }
  readings_.clear();
}

}  // namespace newsindex
