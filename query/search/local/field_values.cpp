// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/field_values.h"

#include <algorithm>

namespace newsindex {

FieldValues::FieldValues(const FacetData& values, std::vector<std::string> words, unsigned window)
    : values_(values), words_(std::move(words)), window_(window), known_(values.values()) {}

bool FieldValues::match(Docid docid) {
  const auto ordinals = values_.of(docid);
  return std::any_of(ordinals.begin(), ordinals.end(), [this](std::uint32_t ordinal) {
    if (known_[ordinal] == Known::no)
      known_[ordinal] = fits(ordinal) ? Known::fits : Known::does_not_fit;
    return known_[ordinal] == Known::fits;
  });
}

bool FieldValues::fits(std::uint32_t ordinal) {
  places_.assign(words_.size(), {});
  for (const Token& token : analyzer_.analyze(values_.value(ordinal)))
    for (std::size_t word = 0; word < words_.size(); ++word)
      if (token.term == words_[word]) places_[word].push_back(token.position);
  return window_ == 0 ? are_in_order(places_) : are_near(places_, window_);
}

}  // namespace newsindex
