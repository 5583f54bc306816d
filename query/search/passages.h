// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of a body are worth showing: sentences, not what stands between them on a page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "schema/text/sentences.h"

namespace newsindex {

// True for a paragraph that ends with a sentence; false for headings, captions, names of writers,
// menus and buttons. In scripts without a full stop (Thai, Khmer, ...) every paragraph does.
bool is_prose(std::string_view paragraph);

// The paragraphs of a body that are prose, a line each, or all of it where none is.
std::string prose_of(std::string_view body);

// True for a text with words of a page's furniture, as "Hide Caption".
bool has_page_words(std::string_view text);

// Places in a text, by its sentences. Both must outlive it.
class Places {
 public:
  Places(std::string_view text, SentenceStarts& sentences) : text_(text), sentences_(sentences) {}

  // Where the sentence begins that holds `at`; npos where that is more than `most` bytes before.
  std::size_t sentence_start(std::size_t at, std::size_t most);

  // Where a sentence ends, the last one in [least, most]; npos where none does.
  std::size_t sentence_end(std::size_t least, std::size_t most);

  // Behind a comma, semicolon or dash, the first in [least, most]; else the beginning of a word.
  std::size_t clause_start(std::size_t least, std::size_t most) const;

  // The last place at or before `at`, or the first at or after it, where words can be parted; `at`
  // itself (but never within a character) where there are no spaces.
  std::size_t word_start(std::size_t at) const;
  std::size_t word_end(std::size_t at) const;

 private:
  std::string_view text_;
  SentenceStarts& sentences_;
};

}  // namespace newsindex
