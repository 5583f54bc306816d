// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the beginnings of sentences by ICU's rules (UAX #29). A sentence never begins behind
// initials or abbreviations, or with a small ASCII letter, except at the beginning of a line.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// Finds sentences in texts of one language. Not thread-safe. Creating one is cheap; ICU's rules are
// loaded with the first text.
class SentenceStarts {
 public:
  // `language` is ISO 639-1, or empty when unknown.
  explicit SentenceStarts(std::string_view language);
  ~SentenceStarts();
  SentenceStarts(SentenceStarts&&) noexcept;
  SentenceStarts& operator=(SentenceStarts&&) noexcept;

  // Byte offsets at which sentences begin, ascending; the first is 0. The end of a line ends a
  // sentence. Valid until the next call.
  const std::vector<std::uint32_t>& find(std::string_view text);

 private:
  struct Iterator;
  std::string language_;
  std::unique_ptr<Iterator> iterator_;
  std::vector<std::uint32_t> starts_;
};

// True when the dot at the end of `text` belongs to its last word, as in "Sen." or "J.". `rest` is
// the text that follows.
bool ends_with_abbreviation(std::string_view text, std::string_view rest);

}  // namespace newsindex
