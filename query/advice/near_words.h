// SPDX-License-Identifier: GPL-3.0-or-later
// The words and names of an archive that are spelt nearly like another one.
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
  std::uint64_t articles = 0;  // that have it, in any form
  std::size_t edits = 0;       // letters that differ
  friend bool operator==(const NearWord&, const NearWord&) = default;
};

// Finds them by edit distance, then by how many articles have them. At most kMostNear come back, of
// at most a bounded number of terms that are looked at. Not thread-safe.
class NearWords {
 public:
  static constexpr std::size_t kMostNear = 3;

  // `languages` are those that the words of the archive are stemmed by. The collection must outlive
  // it.
  NearWords(const Collection& archive, const std::vector<std::string>& languages);

  // Words of a text field, or of a field of words, like `written`.
  std::vector<NearWord> words(const Field& field, std::string_view written);

  // Names of a field of entities like `written`, or with a word like it.
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
