// SPDX-License-Identifier: GPL-3.0-or-later
// The phrases that mark boilerplate: the table indexer/extract/rules/boilerplate.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/extract/blocks/boilerplate.h"

namespace newsindex {

enum class PhrasePlace : std::uint8_t {
  whole,       // is the whole line
  start,       // begins a short line, or a longer one as a label with a colon
  short_line,  // stands anywhere in a short line
  paragraph,   // stands anywhere in a line or paragraph
};

struct Phrase {
  BlockKind kind;
  PhrasePlace place;
  std::string_view language;  // ISO 639-1, or "mul" for several languages
  std::string_view words;     // folded, without marks and digits
};

// All phrases, in the order of the table.
const std::vector<Phrase>& boilerplate_phrases();

}  // namespace newsindex
