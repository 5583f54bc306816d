// SPDX-License-Identifier: GPL-3.0-or-later
// The words by which boilerplate is known.
#pragma once

#include <span>
#include <string_view>

#include "indexer/extract/blocks/boilerplate.h"

namespace newsindex {

enum class PhrasePlace : std::uint8_t {
  whole,       // is all of a line
  start,       // begins a line of at most a dozen words
  short_line,  // stands in a line
  paragraph,   // stands in a line or paragraph
};

struct PhraseList {
  BlockKind kind;
  PhrasePlace place;
  std::string_view phrases;  // with | between them; folded, without marks and digits
};

std::span<const PhraseList> boilerplate_phrases();

}  // namespace newsindex
