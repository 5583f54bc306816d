// SPDX-License-Identifier: GPL-3.0-or-later
// Stems words with Xapian's Snowball stemmers, with a cache, because news repeats its words.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include <xapian.h>

namespace newsindex {

// True when there is a stemmer for this ISO 639-1 language.
bool has_stemmer(std::string_view language);

// Stems the words of one language; a language without a stemmer leaves them as they are.
// Not thread-safe.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);

  // The stem of a folded word. The reference stays valid until the next call. Words with a
  // character that is not a letter (at&t, 1234.5, b2b) are their own stems.
  const std::string& stem(std::string_view word);

  // The same without the cache, for callers that store the stems themselves.
  std::string fresh_stem(std::string_view word) const;

 private:
  Xapian::Stem stem_;
  bool active_;
  std::unordered_map<std::string, std::string> cache_;
  std::string key_;
};

}  // namespace newsindex
