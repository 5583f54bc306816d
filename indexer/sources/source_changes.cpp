// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sources/source_changes.h"

#include <algorithm>
#include <set>
#include <utility>

namespace newsindex {
namespace {

bool is_as_it_was(const SourceFile& file, const LedgerEntry& entry) {
  return file.bytes == entry.bytes && file.modified_ns == entry.modified_ns &&
         file.changed_ns == entry.changed_ns && file.inode == entry.inode;
}

}  // namespace

SourceChanges::SourceChanges(const std::vector<SourceFile>& files, const Ledger& ledger,
                             std::int64_t now_ns, std::function<bool()> go_on)
    : ledger_(ledger), now_ns_(now_ns), go_on_(std::move(go_on)) {
  for (const SourceFile& file : files) files_.emplace(file.path, &file);
}

bool SourceChanges::compare(const SourceFile& file) const {
  const LedgerEntry* entry = ledger_.find(file.path);
  if (entry == nullptr) return false;
  if (is_as_it_was(file, *entry)) return true;
  return file.bytes == entry->bytes && entry->incomplete.empty() &&
         content_of(file, go_on_) == entry->content;
}

bool SourceChanges::has_same_content(const SourceFile& file) {
  const auto known = same_.find(file.path);
  if (known != same_.end()) return known->second;
  return same_[file.path] = compare(file);
}

std::int64_t SourceChanges::version_ns(const std::string& source) {
  if (source == "-") return now_ns_;
  const LedgerEntry* entry = ledger_.find(source);
  const auto file = files_.find(source);
  if (file != files_.end() && !has_same_content(*file->second)) return file->second->modified_ns;
  return entry == nullptr ? 0 : entry->version_ns;
}

GoneSources find_gone(const FoundFiles& found, const Ledger& ledger) {
  GoneSources result;
  const auto& roots = ledger.roots();
  std::set<std::string> there;
  for (const SourceFile& file : found.files) there.insert(file.path);
  const auto is_in = [&](const auto& folders, const std::string& source) {
    return std::any_of(folders.begin(), folders.end(),
                       [&](const auto& folder) { return is_below(source, folder, roots); });
  };
  std::vector<std::filesystem::path> searched;
  for (const auto& folder : found.folders) {
    const auto lies_in = [&](const std::string& source) { return is_below(source, folder, roots); };
    const auto known = static_cast<std::size_t>(
        std::count_if(ledger.entries().begin(), ledger.entries().end(),
                      [&](const auto& entry) { return lies_in(entry.first); }));
    if (known == 0) continue;
    if (std::any_of(there.begin(), there.end(), lies_in))
      searched.push_back(folder);
    else if (!is_in(found.unlisted, source_name(folder, roots)))
      result.alarms.push_back("'" + folder.native() + "' has no files now, but " +
                              std::to_string(known) +
                              " of its sources were read before: is it mounted?");
  }
  for (const auto& [source, entry] : ledger.entries())
    if (!there.contains(source) && is_in(searched, source) && !is_in(found.unlisted, source))
      result.gone.push_back(source);
  return result;
}

}  // namespace newsindex
