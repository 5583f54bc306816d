// SPDX-License-Identifier: GPL-3.0-or-later
// The words by which boilerplate is known: the table indexer/extract/rules/boilerplate.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/extract/blocks/boilerplate.h"

namespace newsindex {

enum class PhrasePlace : std::uint8_t {
  whole,       // is all of a line
  start,       // begins a line of at most a dozen words
  short_line,  // stands in a line
  paragraph,   // stands in a line or paragraph
};

struct Phrase {
  BlockKind kind;
  PhrasePlace place;
  std::string_view language;  // ISO 639-1, or "mul" where it is of several
  std::string_view words;     // folded, without marks and digits
};

// In the order of the table.
const std::vector<Phrase>& boilerplate_phrases();

}  // namespace newsindex
