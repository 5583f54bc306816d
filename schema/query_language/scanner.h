// SPDX-License-Identifier: GPL-3.0-or-later
// A position in the text of a query that moves forward character by character.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "schema/query_language/ast.h"
#include "schema/query_language/characters.h"

namespace newsindex {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }
  std::size_t at() const { return at_; }
  void move_to(std::size_t at) { at_ = std::min(at, text_.size()); }

  bool at_end() const { return at_ >= text_.size(); }
  char32_t here() const { return at_end() ? 0 : code_point_at(text_, at_).code; }  // 0 at the end
  bool at_blank() const { return at_end() || is_blank(here()); }                   // or at the end
  bool at_digit() const { return here() >= '0' && here() <= '9'; }

  void step() {
    if (!at_end()) at_ += code_point_at(text_, at_).size;
  }

  // Skips blanks. False at the end of the text.
  bool skip_blanks() {
    while (!at_end() && at_blank()) step();
    return !at_end();
  }

  // Moves past characters for which the condition holds.
  template <class Condition>
  void skip_while(Condition condition) {
    while (!at_end() && condition(here())) step();
  }

  std::string_view rest() const { return text_.substr(at_); }
  std::string_view from(std::size_t start) const { return text_.substr(start, at_ - start); }
  Span span_from(std::size_t start) const { return {start, at_}; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace newsindex
