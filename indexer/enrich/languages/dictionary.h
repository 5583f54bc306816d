// SPDX-License-Identifier: GPL-3.0-or-later
// Translates the words of a language into English, so that what was learned from English words
// applies to them, too.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "schema/text/stemmer.h"

namespace newsindex {

// Thread-safe.
class Dictionary {
 public:
  // Reads rows of two cells: a word in small letters and an English word. "-minister" stands for
  // all compounds with that ending. Throws Error(config) with file and line; a word given twice is
  // an error, too.
  Dictionary(const std::filesystem::path& path, std::string_view language);

  // The English word for a word in small letters: that of the word itself, else that of a word with
  // the same stem, else that of its longest ending. Empty if there is none.
  std::string_view find(const std::string& word) const;

 private:
  // Keys are digest64 of words.
  using Words = std::unordered_map<std::uint64_t, std::string_view>;

  std::string_view of_ending(std::string_view word) const;
  std::uint64_t stem_of(const std::string& word) const;

  std::string text_;
  Words words_;
  Words stems_;
  Words endings_;
  mutable std::mutex mutex_;  // guards the stemmer
  Stemmer stemmer_;
};

}  // namespace newsindex
