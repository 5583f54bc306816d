// SPDX-License-Identifier: GPL-3.0-or-later
// Converts text from any character encoding to UTF-8, piece by piece (with ICU's converters).
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct UConverter;

namespace newsindex {

// Converts a stream. Bytes that are invalid in the encoding become U+FFFD.
class Decoder {
 public:
  // REQUIRES: is_known_charset(charset).
  explicit Decoder(const std::string& charset);
  Decoder(Decoder&&) noexcept;
  Decoder& operator=(Decoder&&) noexcept;
  ~Decoder();

  // Appends the next bytes, converted to UTF-8, to `to`. A character may be split between two
  // calls; `last` is true if no more bytes follow.
  void decode(std::string_view bytes, bool last, std::string& to);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// True if ICU has a converter with this name ("windows-1252", "latin1", "Shift_JIS").
bool is_known_charset(const std::string& charset);

// A byte order mark at the start of a text.
struct ByteOrderMark {
  std::string_view charset;  // "UTF-8", "UTF-16LE", ...; empty if there is no mark
  std::size_t bytes = 0;     // its length
};

ByteOrderMark byte_order_mark(std::string_view text);

// "UTF-16LE" or a similar name if a text without a mark has the pattern of NUL bytes that Latin
// letters have in that encoding; else empty.
std::string_view wide_charset(std::string_view start);

}  // namespace newsindex
