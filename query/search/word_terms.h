// SPDX-License-Identifier: GPL-3.0-or-later
// The terms that stand for a word of a query: its stem in every language of the archive, and the
// stems of its forms with attached words (see affixed_forms.h).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/affixed_forms.h"
#include "query/search/collection.h"
#include "schema/text/stemmer.h"

namespace newsindex {

// Not thread-safe; the collection must outlive it.
class WordTerms {
 public:
  explicit WordTerms(const Collection& collection) : collection_(collection) {}

  // ISO 639-1 codes of the languages whose stems are used; "" leaves words as they are.
  void use_languages(std::vector<std::string> languages) { languages_ = std::move(languages); }
  const std::vector<std::string>& languages() const { return languages_; }

  // The terms of folded words of which any may match, under the prefix of a field; sorted. Forms
  // that no article has are left out.
  std::vector<std::string> of_words(std::string_view prefix, const std::vector<std::string>& words);

  // The same for one word without its forms.
  std::vector<std::string> of_plain_word(std::string_view prefix, std::string_view folded);

  // The terms of one word of a phrase or NEAR, in one language.
  std::vector<std::string> of_place(std::string_view prefix, std::string_view folded,
                                    AffixSides sides, const std::string& language);

 private:
  void add(std::string_view prefix, const std::vector<std::string>& forms,
           const std::string& language, std::set<std::string>& terms);
  std::vector<std::string> forms(std::string_view prefix, std::string_view folded,
                                 AffixSides sides) const;
  bool has_article(const std::string& term) const;
  Stemmer& stemmer(const std::string& language);

  const Collection& collection_;
  std::vector<std::string> languages_;
  std::map<std::string, Stemmer> stemmers_;
};

}  // namespace newsindex
