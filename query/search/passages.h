// SPDX-License-Identifier: GPL-3.0-or-later
// Decides which parts of a body are worth showing: sentences, not what stands between them on a
// page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "schema/text/sentences.h"

namespace newsindex {

// True for a paragraph that ends with a sentence; false for headings, captions, names of writers,
// menus and buttons. In scripts without a full stop (Thai, Khmer, ...) always true.
bool is_prose(std::string_view paragraph);

// Returns the prose paragraphs of a body, one per line; the whole body if it has no prose.
std::string prose_of(std::string_view body);

// True for a text that contains words of page furniture, such as "Hide Caption".
bool has_page_words(std::string_view text);

// Finds places at which a text can be cut, by its sentences. Both must outlive it.
class Places {
 public:
  Places(std::string_view text, SentenceStarts& sentences) : text_(text), sentences_(sentences) {}

  // The start of the sentence that contains `at`; npos if it is more than `most` bytes before `at`.
  std::size_t sentence_start(std::size_t at, std::size_t most);

  // The last end of a sentence in [least, most]; npos if there is none.
  std::size_t sentence_end(std::size_t least, std::size_t most);

  // The first place after a comma, semicolon, colon or dash in [least, most]; if there is none, the
  // start of the word at `least`.
  std::size_t clause_start(std::size_t least, std::size_t most) const;

  // The nearest place between two words: at or before `at` (word_start), at or after `at`
  // (word_end). Where there are no spaces, `at` itself, but never inside a character.
  std::size_t word_start(std::size_t at) const;
  std::size_t word_end(std::size_t at) const;

 private:
  std::string_view text_;
  SentenceStarts& sentences_;
};

}  // namespace newsindex
