// SPDX-License-Identifier: GPL-3.0-or-later
// Where sentences begin, by ICU's rules (UAX #29), but never behind initials and abbreviations, nor
// with a small letter.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// Finds sentences in texts of one language. Not thread-safe. Creating one costs nothing; ICU's
// rules are loaded with the first text.
class SentenceStarts {
 public:
  // `language` is ISO 639-1, or empty when unknown.
  explicit SentenceStarts(std::string_view language);
  ~SentenceStarts();
  SentenceStarts(SentenceStarts&&) noexcept;
  SentenceStarts& operator=(SentenceStarts&&) noexcept;

  // Bytes of the text at which sentences begin, ascending; the first is 0. Ends of lines end
  // sentences. Valid until the next call.
  const std::vector<std::uint32_t>& find(std::string_view text);

 private:
  struct Iterator;
  std::string language_;
  std::unique_ptr<Iterator> iterator_;
  std::vector<std::uint32_t> starts_;
};

// True when the dot at the end of this text belongs to its last word, as in "Sen." or "J.".
// `rest` is what follows.
bool ends_with_abbreviation(std::string_view text, std::string_view rest);

}  // namespace newsindex
