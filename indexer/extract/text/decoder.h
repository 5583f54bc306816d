// SPDX-License-Identifier: GPL-3.0-or-later
// From a character encoding to UTF-8, piece by piece (ICU's converters).
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct UConverter;

namespace newsindex {

// Converts a stream. Bytes that mean nothing in the encoding become U+FFFD.
class Decoder {
 public:
  // REQUIRES: is_known_charset(charset).
  explicit Decoder(const std::string& charset);
  Decoder(Decoder&&) noexcept;
  Decoder& operator=(Decoder&&) noexcept;
  ~Decoder();

  // Appends the UTF-8 of the next bytes to `to`. A character may be cut between two calls; `last`
  // says that no more bytes follow.
  void decode(std::string_view bytes, bool last, std::string& to);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Whether ICU has a converter under this name ("windows-1252", "latin1", "Shift_JIS").
bool is_known_charset(const std::string& charset);

// A byte order mark at the start of a text.
struct ByteOrderMark {
  std::string_view charset;  // "UTF-8", "UTF-16LE", ...; empty when there is no mark
  std::size_t bytes = 0;     // its length
};

ByteOrderMark byte_order_mark(std::string_view text);

// "UTF-16LE" and its like for text without a mark that shows the pattern of NUL bytes of such text
// in Latin letters; else empty.
std::string_view wide_charset(std::string_view start);

}  // namespace newsindex
