// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/text/rule_words.h"

#include <stdexcept>
#include <string>
#include <unordered_map>

#include "indexer/extract/text/rule_table.h"

namespace newsindex {
namespace {

using Kinds = std::unordered_map<std::string_view, WordSet>;

Kinds load_kinds(std::string_view table) {
  Kinds kinds;
  for (const auto& [kind, language, words] : rule_rows<3>(table)) kinds[kind].insert(words);
  return kinds;
}

const WordSet& words_in(const Kinds& kinds, std::string_view kind) {
  const auto found = kinds.find(kind);
  if (found == kinds.end()) throw std::logic_error("no rule has words for " + std::string(kind));
  return found->second;
}

}  // namespace

const WordSet& people_words(std::string_view kind) {
  static const Kinds kinds = load_kinds(
#include "people-words.inc"
  );
  return words_in(kinds, kind);
}

const WordSet& page_words(std::string_view kind) {
  static const Kinds kinds = load_kinds(
#include "page-words.inc"
  );
  return words_in(kinds, kind);
}

}  // namespace newsindex
