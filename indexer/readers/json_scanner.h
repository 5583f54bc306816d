// SPDX-License-Identifier: GPL-3.0-or-later
// Finds where a JSON object ends, without parsing it, in text that arrives in pieces.
#pragma once

#include <cstddef>
#include <string_view>

namespace newsindex {

// The difficulty is broken objects: a missing quote or brace must not swallow the objects that
// follow. In correct JSON a `{` inside an object comes after `[`, `:` or `,`, and no line ends
// inside a string. A line that begins with `{` anywhere else therefore begins another record.
class JsonScanner {
 public:
  static constexpr std::size_t npos = std::string_view::npos;

  // `depth`: how many brackets are open where the text begins; 0 if it begins with the object.
  explicit JsonScanner(std::size_t depth = 0) : depth_(depth) {}

  // Continues where the last call stopped, and returns the end of the object, or npos if the text
  // ends first. REQUIRES: `text` begins with the `{` (unless something is open) and contains all
  // text of the last call, except what was forgotten.
  std::size_t find_end(std::string_view text);

  // True after find_end if the start of another object cut this one off.
  bool cut_off() const { return cut_off_; }

  // Tells that the next call will not contain the first `bytes` bytes of the text.
  void forget(std::size_t bytes) { at_ -= bytes; }

 private:
  bool step(char c);
  bool step_in_string(char c);
  bool step_outside(char c);
  bool starts_another(char c) const;

  std::size_t at_ = 0;
  std::size_t depth_;
  bool in_string_ = false;
  bool escaped_ = false;
  bool cut_off_ = false;
  char previous_ = '\0';     // the byte before
  char significant_ = '\0';  // the last byte outside strings that is not white space
};

}  // namespace newsindex
