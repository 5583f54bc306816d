// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sources/ledger.h"

#include <algorithm>
#include <utility>

#include "schema/archive/table_file.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStandardInput = "-";

// The first field of each row.
constexpr const char* kRoot = "root";
constexpr const char* kAnalysis = "analysis";
constexpr const char* kSource = "source";
constexpr const char* kReject = "reject";
constexpr const char* kSeen = "seen";
constexpr const char* kPage = "page";

void write_entry(TableText& table, const std::string& source, const LedgerEntry& entry) {
  table.field(kSource);
  table.field(source);
  table.field(entry.bytes);
  table.field(entry.modified_ns);
  table.field(entry.changed_ns);
  table.field(entry.inode);
  table.field(entry.content);
  table.field(entry.version_ns);
  table.field(entry.settings);
  table.field(entry.records);
  table.field(entry.rejected);
  table.field(static_cast<int>(entry.resume.shape));
  table.field(entry.resume.offset);
  table.field(entry.resume.record);
  table.field(static_cast<int>(entry.shares_ids));
  table.field(static_cast<int>(entry.read_again));
  table.field(static_cast<int>(entry.is_set_aside));
  table.field(entry.incomplete);
  table.end_row();
  for (const Reject& reject : entry.rejects) {
    table.field(kReject);
    table.field(reject.origin.record);
    table.field(reject.origin.entry);
    table.field(reject.reason);
    table.end_row();
  }
  for (const std::string& page : entry.pages) {
    table.field(kPage);
    table.field(page);
    table.end_row();
  }
  if (entry.seen.empty()) return;
  table.field(kSeen);
  table.field(to_digits(entry.seen));
  table.end_row();
}

LedgerEntry read_entry(TableRow& row) {
  LedgerEntry entry;
  entry.bytes = row.number<std::uint64_t>();
  entry.modified_ns = row.number<std::int64_t>();
  entry.changed_ns = row.number<std::int64_t>();
  entry.inode = row.number<std::uint64_t>();
  entry.content = row.number<std::uint64_t>();
  entry.version_ns = row.number<std::int64_t>();
  entry.settings = row.text();
  entry.records = row.number<std::uint64_t>();
  entry.rejected = row.number<std::uint64_t>();
  entry.resume.shape = static_cast<AppendableFormat>(row.number<int>());
  entry.resume.offset = row.number<std::uint64_t>();
  entry.resume.record = row.number<std::uint64_t>();
  entry.shares_ids = row.number<int>() != 0;
  entry.read_again = row.number<int>() != 0;
  entry.is_set_aside = row.number<int>() != 0;
  entry.incomplete = row.text();
  return entry;
}

Reject read_reject(TableRow& row, const std::string& source) {
  Reject reject;
  reject.origin.path = source;
  reject.origin.record = row.number<std::uint64_t>();
  reject.origin.entry = row.text();
  reject.reason = row.text();
  return reject;
}

}  // namespace

Ledger Ledger::read(const fs::path& archive, const std::string& name) {
  Ledger ledger;
  auto& entries = ledger.entries_;
  auto last = entries.end();
  read_table(archive, kSourcesTable, name, [&](TableRow& row) {
    const std::string what = row.text();
    if (what == kReject && last != entries.end()) {
      last->second.rejects.push_back(read_reject(row, last->first));
    } else if (what == kSeen && last != entries.end()) {
      if (!from_digits(row.text(), last->second.seen)) row.refuse();
    } else if (what == kPage && last != entries.end()) {
      last->second.pages.push_back(row.text());
    } else if (what == kRoot) {
      std::string root = row.text();
      ledger.roots_.push_back({std::move(root), row.text()});
    } else if (what == kAnalysis) {
      ledger.analysis_ = row.text();
    } else if (what == kSource) {
      std::string source = row.text();
      last = entries.emplace_hint(entries.end(), std::move(source), read_entry(row));
    }
  });
  return ledger;
}

std::string Ledger::write(const fs::path& archive, std::uint64_t revision) const {
  TableText table(kSourcesTable);
  for (const SourceRoot& root : roots_) {
    table.field(kRoot);
    table.field(root.name);
    table.field(root.folder.native());
    table.end_row();
  }
  if (!analysis_.empty()) {
    table.field(kAnalysis);
    table.field(analysis_);
    table.end_row();
  }
  for (const auto& [source, entry] : entries_) write_entry(table, source, entry);
  has_changed_ = false;
  return write_table(archive, kSourcesTable, revision, std::move(table));
}

const LedgerEntry* Ledger::find(const std::string& source) const {
  const auto found = entries_.find(source);
  return found == entries_.end() ? nullptr : &found->second;
}

LedgerEntry* Ledger::change(const std::string& source) {
  const auto found = entries_.find(source);
  if (found == entries_.end()) return nullptr;
  has_changed_ = true;
  return &found->second;
}

void Ledger::remember(const std::string& source, LedgerEntry entry) {
  if (source == kStandardInput) return;
  entries_[source] = std::move(entry);
  has_changed_ = true;
}

void Ledger::forget(const std::string& source) {
  if (entries_.erase(source) > 0) has_changed_ = true;
}

void Ledger::share_ids(const std::string& source) {
  const LedgerEntry* entry = find(source);
  if (entry != nullptr && !entry->shares_ids) change(source)->shares_ids = true;
}

bool Ledger::set_aside(const std::string& source) {
  const LedgerEntry* entry = find(source);
  const bool has_something = entry != nullptr && !entry->is_set_aside &&
                             (entry->rejected > 0 || !entry->incomplete.empty());
  if (has_something) change(source)->is_set_aside = true;
  return has_something;
}

bool Ledger::read_again(const std::string& source) {
  LedgerEntry* entry = change(source);
  if (entry != nullptr) entry->read_again = true;
  return entry != nullptr;
}

void Ledger::read_shared_again() {
  for (auto& [source, entry] : entries_) {
    if (!entry.shares_ids || entry.read_again) continue;
    entry.read_again = true;
    has_changed_ = true;
  }
}

void Ledger::set_analysis(const std::string& digest) {
  if (analysis_ == digest) return;
  analysis_ = digest;
  has_changed_ = true;
}

void Ledger::declare(const SourceRoot& root) {
  const auto same = std::find_if(roots_.begin(), roots_.end(),
                                 [&](const SourceRoot& each) { return each.name == root.name; });
  if (same != roots_.end() && *same == root) return;
  has_changed_ = true;
  if (same == roots_.end())
    roots_.push_back(root);
  else
    *same = root;
}

}  // namespace newsindex
