// SPDX-License-Identifier: GPL-3.0-or-later
// Splits text into tokens and sentences for finding names: punctuation marks are tokens of their
// own, 's is split off, letters keep their case, and abbreviations (U.S., Gen., J.) and hyphenated
// words stay whole.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/enrich/languages/name_words.h"

namespace newsindex {

// Bytes [start, end) of a text.
struct NameToken {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend bool operator==(const NameToken&, const NameToken&) = default;
};

// A field of an article, split into tokens.
struct CutText {
  std::string_view text;
  std::vector<NameToken> tokens;
  std::vector<std::uint32_t> sentence_ends;  // one past the last token of each sentence

  std::string_view word(std::size_t token) const {
    return text.substr(tokens[token].start, tokens[token].end - tokens[token].start);
  }
};

// A sentence ends at the end of a paragraph (an empty line), at . ? ! if the next token can begin a
// sentence, and when it gets too long to be one. A single line end is a space. `words` provides
// abbreviations and elisions. REQUIRES: valid UTF-8.
CutText cut_names(std::string_view text, const NameWords& words);

}  // namespace newsindex
