// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/blocks/boilerplate_phrases.h"

#include <array>
#include <utility>

#include "indexer/extract/text/rule_table.h"

namespace newsindex {
namespace {

constexpr std::string_view kTable =
#include "boilerplate.inc"
    ;

std::vector<Phrase> load_phrases() {
  using enum BlockKind;
  using enum PhrasePlace;
  constexpr auto kKinds =
      std::to_array<std::pair<std::string_view, BlockKind>>({{"comments", comments},
                                                             {"related", related},
                                                             {"share", share},
                                                             {"newsletter", newsletter},
                                                             {"legal", legal},
                                                             {"advertisement", advertisement},
                                                             {"credit", credit},
                                                             {"keywords", keywords},
                                                             {"navigation", navigation}});
  constexpr auto kPlaces = std::to_array<std::pair<std::string_view, PhrasePlace>>(
      {{"whole", whole}, {"start", start}, {"short_line", short_line}, {"paragraph", paragraph}});
  std::vector<Phrase> phrases;
  for (const auto& [kind, place, language, words] : rule_rows<4>(kTable))
    phrases.push_back({rule_value(kind, kKinds), rule_value(place, kPlaces), language, words});
  return phrases;
}

}  // namespace

const std::vector<Phrase>& boilerplate_phrases() {
  static const std::vector<Phrase> phrases = load_phrases();
  return phrases;
}

}  // namespace newsindex
