// SPDX-License-Identifier: GPL-3.0-or-later
// Finds where a JSON object ends, without parsing it, in text that arrives in pieces.
#pragma once

#include <cstddef>
#include <string_view>

namespace newsindex {

// Broken objects are the difficulty: a missing quote or brace must not swallow the objects that
// follow. In correct JSON a `{` inside an object comes after `[`, `:` or `,`, and no line ends
// inside a string; a line that begins with `{` where this does not hold begins another record.
class JsonScanner {
 public:
  static constexpr std::size_t npos = std::string_view::npos;

  // `depth`: how many brackets are open where the text begins; 0 where it begins with the object.
  explicit JsonScanner(std::size_t depth = 0) : depth_(depth) {}

  // Looks on from where the last call stopped, and gives the end of the object, or npos when the
  // text ends first. REQUIRES: `text` begins with the `{` (unless something is open) and with all
  // that the last call was given, less what was forgotten.
  std::size_t find_end(std::string_view text);

  // True after find_end when the object was cut off by the start of another one.
  bool cut_off() const { return cut_off_; }

  // The first `bytes` bytes of the text will not be there in the next call.
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
  char significant_ = '\0';  // the last byte outside strings that is no white space
};

}  // namespace newsindex
