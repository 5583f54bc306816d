// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sources/source_changes.h"

#include <set>
#include <string_view>
#include <utility>

namespace newsindex {
namespace {

// Calls `use` for all folders around a file, the innermost first.
template <class Use>
void for_each_folder_of(std::string_view path, Use use) {
  for (std::size_t end = path.rfind('/'); end != std::string_view::npos; end = path.rfind('/')) {
    path = path.substr(0, end);
    use(path.empty() ? std::string_view("/") : path);
  }
}

using Folders = std::set<std::string, std::less<>>;

Folders folders_with_files(const FoundFiles& found) {
  Folders folders;
  for (const auto* files : {&found.files, &found.pages})
    for (const SourceFile& file : *files)
      for_each_folder_of(file.place, [&](std::string_view path) {
        if (!folders.contains(path)) folders.emplace(path);
      });
  return folders;
}

// The outermost folder around a file that has no files now, if it still exists; else "".
std::string emptied_around(std::string_view place, const Folders& with_files) {
  using std::filesystem::file_type;
  std::string outermost;
  for_each_folder_of(place, [&](std::string_view path) {
    if (!with_files.contains(path)) outermost = path;
  });
  std::error_code unknown;
  const auto type = std::filesystem::status(outermost, unknown).type();
  const bool is_deleted = type == file_type::not_found || type == file_type::regular;
  return is_deleted ? "" : outermost;
}

}  // namespace

bool has_same_file_status(const SourceFile& file, const LedgerEntry& entry) {
  return file.bytes == entry.bytes && file.modified_ns == entry.modified_ns &&
         file.changed_ns == entry.changed_ns && file.inode == entry.inode;
}

SourceChanges::SourceChanges(const std::vector<SourceFile>& files, const Ledger& ledger,
                             std::int64_t now_ns, std::function<bool()> go_on)
    : ledger_(ledger), now_ns_(now_ns), go_on_(std::move(go_on)) {
  for (const SourceFile& file : files) files_.emplace(file.path, &file);
}

bool SourceChanges::compare(const SourceFile& file) const {
  const LedgerEntry* entry = ledger_.find(file.path);
  if (entry == nullptr) return false;
  if (has_same_file_status(file, *entry)) return true;
  return file.bytes == entry->bytes && entry->incomplete.empty() &&
         content_of(file, go_on_) == entry->content;
}

bool SourceChanges::has_same_content(const SourceFile& file) {
  const auto known = same_.find(file.path);
  if (known != same_.end()) return known->second;
  return same_[file.path] = compare(file);
}

const SourceFile* SourceChanges::file(const std::string& source) const {
  const auto found = files_.find(source);
  return found == files_.end() ? nullptr : found->second;
}

std::int64_t SourceChanges::version_ns(const std::string& source) {
  if (source == "-") return now_ns_;
  const LedgerEntry* entry = ledger_.find(source);
  const SourceFile* found = file(source);
  if (found != nullptr && !has_same_content(*found)) return found->modified_ns;
  return entry == nullptr ? 0 : entry->version_ns;
}

GoneSources find_gone(const FoundFiles& found, const Ledger& ledger) {
  struct Folder {
    bool had = false;  // sources in the ledger
    bool has = false;  // files now
  };
  std::map<std::string, Folder, std::less<>> folders;
  for (const auto& folder : found.folders) folders[folder.native()];
  std::set<std::string, std::less<>> unlisted;
  for (const auto& folder : found.unlisted) unlisted.insert(folder.native());
  std::set<std::string_view> there;
  const auto is_in_folders = [&](const SourceFile& file) {
    for_each_folder_of(file.place, [&](std::string_view path) {
      if (const auto at = folders.find(path); at != folders.end()) at->second.has = true;
    });
  };
  for (const SourceFile& file : found.files) {
    there.insert(file.path);
    is_in_folders(file);
  }
  for (const SourceFile& page : found.pages) is_in_folders(page);
  GoneSources result;
  for (const auto& [source, entry] : ledger.entries()) {
    const std::string place = source_path(source, ledger.roots()).native();
    bool is_searched = false;
    bool may_be_there = false;
    for_each_folder_of(place, [&](std::string_view path) {
      may_be_there = may_be_there || unlisted.contains(path);
      const auto at = folders.find(path);
      if (at == folders.end()) return;
      at->second.had = at->second.had || !may_be_there;
      is_searched = is_searched || at->second.has;
    });
    if (is_searched && !may_be_there && !there.contains(source)) result.gone.push_back(source);
  }
  for (const auto& [path, folder] : folders)
    if (folder.had && !folder.has) result.emptied.emplace_back(path);
  return result;
}

void spare_emptied_folders(const FoundFiles& found, const Ledger& ledger, GoneSources& sources) {
  if (sources.gone.empty()) return;
  const Folders with_files = folders_with_files(found);
  Folders emptied;
  std::erase_if(sources.gone, [&](const std::string& source) {
    std::string folder = emptied_around(source_path(source, ledger.roots()).native(), with_files);
    if (folder.empty()) return false;
    emptied.insert(std::move(folder));
    return true;
  });
  sources.emptied.insert(sources.emptied.end(), emptied.begin(), emptied.end());
}

}  // namespace newsindex
