// SPDX-License-Identifier: GPL-3.0-or-later
// Finds words and names of an archive that are spelt nearly like another one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/search/collection.h"
#include "schema/fields.h"
#include "schema/text/analyzer.h"
#include "schema/text/stemmer.h"

namespace newsindex {

struct NearWord {
  std::string text;            // folded, as some article spells it
  std::uint64_t articles = 0;  // articles that have it, in any form
  std::size_t edits = 0;       // number of edited letters
  friend bool operator==(const NearWord&, const NearWord&) = default;
};

// Finds words by edit distance, then by their number of articles. Returns at most kMostNear; the
// number of terms that are looked at is bounded. Not thread-safe.
class NearWords {
 public:
  static constexpr std::size_t kMostNear = 3;

  // `languages` are those whose stemmers are used for words of the archive. The collection must
  // outlive it.
  NearWords(const Collection& archive, const std::vector<std::string>& languages);

  // Words like `written`, of a text field or of a field of words.
  std::vector<NearWord> words(const Field& field, std::string_view written);

  // Names like `written`, or with a word like it, of a field of entities.
  std::vector<NearWord> names(const Field& field, std::string_view written);

 private:
  std::string latin(std::string_view written);
  std::uint64_t articles_with(const std::string& term) const;
  void add_slips(const Field& field, const std::string& word, std::vector<NearWord>& found);
  void add_terms(const Field& field, const std::string& word, std::vector<NearWord>& found);
  std::string spelling_of(const Field& field, const std::string& term, const std::string& like);
  void look_for_form(const std::string& text, const std::string& term, const std::string& like,
                     std::string& nearest);
  std::vector<NearWord> best(const Field& field, const std::string& word,
                             std::vector<NearWord> found);

  const Collection& archive_;
  std::vector<Stemmer> stemmers_;
  Analyzer analyzer_;
};

}  // namespace newsindex
