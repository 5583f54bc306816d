// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases in fields: checks the values of an article one by one, each spelling only once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/search/local/word_order.h"
#include "schema/segment/columns.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// Not thread-safe. The columns that `values` come from must outlive it.
class FieldValues {
 public:
  // `words` are folded; `window` as in Clause, 0: words must follow each other.
  FieldValues(const FacetData& values, std::vector<std::string> words, unsigned window);

  // True if a value of the article has the words in the required order or distance.
  bool match(Docid docid);

 private:
  enum class Known : std::uint8_t { no, fits, does_not_fit };
  bool fits(std::uint32_t ordinal);

  FacetData values_;
  std::vector<std::string> words_;
  unsigned window_;
  std::vector<Known> known_;  // by ordinal
  WordPlaces places_;
  Analyzer analyzer_;
};

}  // namespace newsindex
