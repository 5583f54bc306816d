// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a language in English, by which what was learnt of English words holds for them, too.
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
  // Reads rows of a word in small letters and a word of English. "-minister" stands for all
  // compounds that end so. Throws Error(config) naming file and line; a word that stands twice is
  // an error, too.
  Dictionary(const std::filesystem::path& path, std::string_view language);

  // The English for a word in small letters, or empty: of the word itself, of a word of the same
  // stem, of the longest ending.
  std::string_view find(const std::string& word) const;

 private:
  // By digest64.
  using Words = std::unordered_map<std::uint64_t, std::string_view>;

  std::string_view of_ending(std::string_view word) const;
  std::uint64_t stem_of(const std::string& word) const;

  std::string text_;
  Words words_;
  Words stems_;
  Words endings_;
  mutable std::mutex mutex_;  // of the stemmer
  Stemmer stemmer_;
};

}  // namespace newsindex
