// SPDX-License-Identifier: GPL-3.0-or-later
// Corrects the names that the tagger found where the shipped lists know better.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/enrich/entities/gazetteer.h"
#include "indexer/enrich/entities/organisations.h"
#include "indexer/enrich/names/tags.h"
#include "indexer/enrich/names/tokens.h"
#include "indexer/enrich/names/word_form.h"

namespace newsindex {

// Organisations of several words, acronyms, and the places in datelines. Thread-safe.
class KnownNames {
 public:
  // The lists must outlive this.
  KnownNames(const Gazetteer& gazetteer, const Organisations& organisations,
             const Vocabulary& vocabulary, const NameWords& words);

  // Corrects the names of one field; they must be in reading order, and stay so:
  // - a well-known organisation of several words is one name, even if the tagger saw only parts of
  //   it ("Securities" and "Exchange Commission");
  // - a legal form alone is no name, and "Samuel Montagu and Co Ltd" is one name;
  // - a month before a person is a given name, unless it is part of a date: "April Jones";
  // - acronyms of well-known organisations are names: the G7, the WHO. Not in a field that is all
  //   in capitals;
  // - the town of a dateline is a place: "CALGARY, Alberta, April 3 -".
  // `forms`: of the tokens of the field. `words`: of its language.
  void correct(const CutText& cut, std::span<const WordForm* const> forms, const NameWords& words,
               std::vector<TokenSpan>& names) const;

 private:
  struct Word {
    std::uint64_t lower = 0;  // as in a WordForm
    bool capital = false;
  };
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  using Phrase = std::vector<Word>;  // two words or more

  void learn(std::string_view name, const Vocabulary& vocabulary, const NameWords& words);
  // The length of the phrase at a token, or 0.
  std::uint32_t phrase_at(std::span<const WordForm* const> forms, std::size_t token) const;
  void add_phrases(std::span<const WordForm* const> forms, std::vector<TokenSpan>& names) const;
  static void join_given_months(const CutText& cut, const NameWords& words,
                                std::vector<TokenSpan>& names);
  void join_companies(const CutText& cut, const NameWords& words,
                      std::vector<TokenSpan>& names) const;
  void add_acronyms(const CutText& cut, std::span<const WordForm* const> forms,
                    std::vector<TokenSpan>& names) const;
  void mark_datelines(const CutText& cut, std::span<const WordForm* const> forms,
                      const NameWords& words, std::vector<TokenSpan>& names) const;
  void mark_dateline(const CutText& cut, std::span<const WordForm* const> forms, Range sentence,
                     const NameWords& words, std::vector<TokenSpan>& names) const;

  const Gazetteer& gazetteer_;
  const Organisations& organisations_;
  std::unordered_map<std::uint64_t, std::vector<Phrase>> phrases_;  // by first word; longest first
};

}  // namespace newsindex
