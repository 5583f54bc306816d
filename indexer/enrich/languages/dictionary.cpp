// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/languages/dictionary.h"

#include "indexer/enrich/entities/resolve_lists.h"
#include "schema/digest.h"

namespace newsindex {
namespace {

constexpr std::size_t kShortestEnding = 4;  // bytes

}  // namespace

Dictionary::Dictionary(const std::filesystem::path& path, std::string_view language)
    : text_(read_list(path)), stemmer_(language) {
  each_row(path, text_, 2, [&](const ListRow& row) {
    const std::string_view word = row.cells[0];
    if (word.empty() || row.cells[1].empty()) refuse_row(path, row.line, "an empty cell");
    const bool is_ending = word.front() == '-' && word.size() > 1;
    if (is_ending && word.size() <= kShortestEnding)
      refuse_row(path, row.line, "'" + std::string(word) + "' is too short for an ending");
    Words& words = is_ending ? endings_ : words_;
    if (!words.emplace(digest64(word.substr(is_ending ? 1 : 0)), row.cells[1]).second)
      refuse_row(path, row.line, "'" + std::string(word) + "' stands there twice");
    if (!is_ending) stems_.emplace(stem_of(std::string(word)), row.cells[1]);
  });
}

std::string_view Dictionary::find(const std::string& word) const {
  if (const auto found = words_.find(digest64(word)); found != words_.end()) return found->second;
  if (const auto found = stems_.find(stem_of(word)); found != stems_.end()) return found->second;
  return of_ending(word);
}

std::string_view Dictionary::of_ending(std::string_view word) const {
  for (std::size_t start = 1; start + kShortestEnding <= word.size(); ++start)
    if (const auto found = endings_.find(digest64(word.substr(start))); found != endings_.end())
      return found->second;
  return {};
}

std::uint64_t Dictionary::stem_of(const std::string& word) const {
  const std::lock_guard lock(mutex_);
  return digest64(stemmer_.fresh_stem(word));
}

}  // namespace newsindex
