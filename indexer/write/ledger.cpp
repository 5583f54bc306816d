// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/ledger.h"

#include <string_view>
#include <utility>

#include "schema/archive/table_file.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";

std::string key_of(const SourceFile& file) {
  return fs::absolute(file.path).lexically_normal().string();
}

}  // namespace

Ledger Ledger::read(const fs::path& archive, const std::string& name) {
  Ledger ledger;
  read_table(archive, kSourcesTable, name, [&ledger](TableRow& row) {
    std::string path = row.text();
    LedgerEntry entry;
    entry.bytes = row.number<std::uint64_t>();
    entry.modified_ns = row.number<std::int64_t>();
    entry.settings = row.text();
    entry.records = row.number<std::uint64_t>();
    entry.rejects = row.number<std::uint64_t>();
    ledger.entries_.emplace_hint(ledger.entries_.end(), std::move(path), std::move(entry));
  });
  return ledger;
}

std::string Ledger::write(const fs::path& archive, std::uint64_t revision) const {
  TableText table(kSourcesTable);
  for (const auto& [path, entry] : entries_) {
    table.field(path);
    table.field(entry.bytes);
    table.field(entry.modified_ns);
    table.field(entry.settings);
    table.field(entry.records);
    table.field(entry.rejects);
    table.end_row();
  }
  return write_table(archive, kSourcesTable, revision, std::move(table));
}

const LedgerEntry* Ledger::unchanged(const SourceFile& file, const std::string& settings) const {
  if (file.path == kStandardInput) return nullptr;
  const auto found = entries_.find(key_of(file));
  if (found == entries_.end()) return nullptr;
  const LedgerEntry& entry = found->second;
  const bool same = entry.bytes == file.bytes && entry.modified_ns == file.modified_ns &&
                    entry.settings == settings;
  return same ? &entry : nullptr;
}

bool Ledger::remember(const SourceFile& file, const LedgerEntry& entry) {
  if (file.path == kStandardInput) return false;
  LedgerEntry& known = entries_[key_of(file)];
  if (known == entry) return false;
  known = entry;
  return true;
}

bool Ledger::forget(const std::string& path) {
  fs::path wanted = fs::path(path).lexically_normal();
  if (wanted.is_absolute()) return entries_.erase(wanted.string()) > 0;
  fs::path known_part;
  for (const fs::path& part : wanted)
    if (part != "..") known_part /= part;
  if (known_part.empty() || path == kStandardInput) return false;
  const std::string end = "/" + known_part.string();
  return std::erase_if(entries_, [&](const auto& entry) { return entry.first.ends_with(end); }) > 0;
}

}  // namespace newsindex
