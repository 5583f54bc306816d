// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/word_terms.h"

#include <algorithm>

#include "schema/terms.h"

namespace newsindex {

Stemmer& WordTerms::stemmer(const std::string& language) {
  const auto found = stemmers_.find(language);
  if (found != stemmers_.end()) return found->second;
  return stemmers_.emplace(language, Stemmer(language)).first->second;
}

bool WordTerms::has_article(const std::string& term) const {
  bool has = false;
  collection_.for_each_term(term, [&](std::string_view found, std::uint64_t) {
    has = has || found == term;
    return false;
  });
  return has;
}

std::vector<std::string> WordTerms::forms(std::string_view prefix, std::string_view folded,
                                          AffixSides sides) const {
  const auto begins_a_term = [&](char byte) {
    return collection_.has_term(std::string(prefix).append(folded) + byte);
  };
  if (has_forms_of_another_script(folded) &&
      std::none_of(kFirstBytesOfHangul.begin(), kFirstBytesOfHangul.end(), begins_a_term))
    return {std::string(folded)};
  return affixed_forms(folded, sides);
}

// forms[0] is the word itself, whose stem is always added.
void WordTerms::add(std::string_view prefix, const std::vector<std::string>& forms,
                    const std::string& language, std::set<std::string>& terms) {
  const Stemmer& stems = stemmer(language);
  std::set<std::string> others;
  for (std::size_t i = 1; i < forms.size(); ++i)
    others.insert(make_term(prefix, stems.fresh_stem(forms[i])));
  for (const std::string& term : others)
    if (!terms.contains(term) && has_article(term)) terms.insert(term);
  terms.insert(make_term(prefix, stemmer(language).stem(forms.front())));
}

std::vector<std::string> WordTerms::of_words(std::string_view prefix,
                                             const std::vector<std::string>& words) {
  std::set<std::string> terms;
  for (const std::string& word : words) {
    const std::vector<std::string> all = forms(prefix, word, {});
    for (const std::string& language : languages_) add(prefix, all, language, terms);
  }
  return {terms.begin(), terms.end()};
}

std::vector<std::string> WordTerms::of_plain_word(std::string_view prefix,
                                                  std::string_view folded) {
  std::set<std::string> terms;
  for (const std::string& language : languages_)
    terms.insert(make_term(prefix, stemmer(language).stem(folded)));
  return {terms.begin(), terms.end()};
}

std::vector<std::string> WordTerms::of_place(std::string_view prefix, std::string_view folded,
                                             AffixSides sides, const std::string& language) {
  std::set<std::string> terms;
  add(prefix, forms(prefix, folded, sides), language, terms);
  return {terms.begin(), terms.end()};
}

}  // namespace newsindex
