// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/known_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "indexer/enrich/entities/resolve_lists.h"
#include "indexer/enrich/entities/resolve_text.h"
#include "indexer/enrich/names/context.h"

namespace newsindex {
namespace {

bool holds(const std::vector<TokenSpan>& names, std::uint32_t token) {
  return std::any_of(names.begin(), names.end(), [token](const TokenSpan& name) {
    return name.begin <= token && token < name.end;
  });
}

void put_in_order(std::vector<TokenSpan>& names) {
  std::sort(names.begin(), names.end(),
            [](const TokenSpan& a, const TokenSpan& b) { return a.begin < b.begin; });
}

// Replaces the names within `name` by `name`. Does nothing if a name overlaps `name` and reaches
// beyond it.
void put(const TokenSpan& name, std::vector<TokenSpan>& names) {
  const auto overlaps = [&](const TokenSpan& other) {
    return other.begin < name.end && name.begin < other.end;
  };
  const auto reaches_out = [&](const TokenSpan& other) {
    return overlaps(other) && (other.begin < name.begin || other.end > name.end);
  };
  if (std::any_of(names.begin(), names.end(), reaches_out)) return;
  std::erase_if(names, overlaps);
  names.push_back(name);
}

// The end of an organisation that the list knows up to token `end`: the tagger may have a longer
// name.
std::uint32_t end_of_company(std::uint32_t end, const std::vector<TokenSpan>& names) {
  for (const TokenSpan& name : names)
    if (name.begin < end && end < name.end && name.type == EntityType::organisation)
      return name.end;
  return end;
}

bool ends_dateline(std::string_view word, const NameWords& words) {
  static constexpr std::array<std::string_view, 5> kMarks{"-", "--", "\u2013", "\u2014", "("};
  const bool is_date = !word.empty() && word.front() >= '0' && word.front() <= '9';
  return is_date || std::find(kMarks.begin(), kMarks.end(), word) != kMarks.end() ||
         words.is(WordKind::month, name_key(word));
}

}  // namespace

KnownNames::KnownNames(const Gazetteer& gazetteer, const Organisations& organisations,
                       const Vocabulary& vocabulary, const NameWords& words)
    : gazetteer_(gazetteer), organisations_(organisations) {
  for (const Organisation& organisation : organisations.all()) {
    learn(organisation.name, vocabulary, words);
    each_alias(organisation.aliases,
               [&](std::string_view alias) { learn(alias, vocabulary, words); });
  }
  for (auto& [first, phrases] : phrases_)
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const Phrase& a, const Phrase& b) { return a.size() > b.size(); });
}

void KnownNames::learn(std::string_view name, const Vocabulary& vocabulary,
                       const NameWords& words) {
  const CutText cut = cut_names(name, words);
  if (cut.tokens.size() < 2 || cut.sentence_ends.size() != 1) return;
  Phrase phrase;
  for (std::size_t i = 0; i < cut.tokens.size(); ++i) {
    const WordForm form = form_of(cut.word(i), vocabulary);
    phrase.push_back({form.lower, form.capital});
  }
  phrases_[phrase.front().lower].push_back(std::move(phrase));
}

std::uint32_t KnownNames::phrase_at(std::span<const WordForm* const> forms,
                                    std::size_t token) const {
  const auto found = phrases_.find(forms[token]->lower);
  if (found == phrases_.end()) return 0;
  const auto rest = forms.subspan(token);
  const auto fits = [](const Word& word, const WordForm* form) {
    return word.lower == form->lower && (form->capital || !word.capital);
  };
  for (const Phrase& phrase : found->second)
    if (phrase.size() <= rest.size() &&
        std::equal(phrase.begin(), phrase.end(), rest.begin(), fits))
      return static_cast<std::uint32_t>(phrase.size());
  return 0;
}

void KnownNames::add_phrases(std::span<const WordForm* const> forms,
                             std::vector<TokenSpan>& names) const {
  for (std::uint32_t token = 0; token < forms.size(); ++token) {
    if (!forms[token]->capital) continue;
    const std::uint32_t size = phrase_at(forms, token);
    if (size == 0) continue;
    put({token, end_of_company(token + size, names), EntityType::organisation}, names);
    token += size - 1;
  }
}

void KnownNames::join_companies(const CutText& cut, const NameWords& words,
                                std::vector<TokenSpan>& names) const {
  std::vector<TokenSpan> kept;
  for (const TokenSpan& name : names) {
    const NameToken& last = cut.tokens[name.end - 1];
    const std::uint32_t start = cut.tokens[name.begin].start;
    if (!is_legal_form(cut.text.substr(start, last.end - start), words)) {
      kept.push_back(name);
      continue;
    }
    const bool follows = !kept.empty() && kept.back().end + 1 == name.begin;
    const std::string_view between = follows ? cut.word(name.begin - 1) : "";
    if (between != "&" && !words.is(WordKind::and_word, between)) continue;
    kept.back().end = name.end;
    kept.back().type = EntityType::organisation;
  }
  names = std::move(kept);
}

void KnownNames::add_acronyms(const CutText& cut, std::span<const WordForm* const> forms,
                              std::vector<TokenSpan>& names) const {
  constexpr std::size_t kShortest = 2;
  constexpr std::size_t kLongest = 6;
  if (case_of(forms) == SentenceCase::capitals) return;
  for (std::uint32_t token = 0; token < cut.tokens.size(); ++token) {
    const std::string_view word = cut.word(token);
    const bool fits = forms[token]->all_caps && word.size() >= kShortest && word.size() <= kLongest;
    if (fits && organisations_.find(word) != nullptr && !holds(names, token))
      names.push_back({token, token + 1, EntityType::organisation});
  }
}

// Marks the places in datelines such as "CALGARY, Alberta, April 3 -", "PARIS (AFP)" and "LONDON
// 1996-08-30": capitalised words with commas between them, up to a dash, a bracket or a date.
void KnownNames::mark_dateline(const CutText& cut, std::span<const WordForm* const> forms,
                               Range sentence, const NameWords& words,
                               std::vector<TokenSpan>& names) const {
  constexpr std::uint32_t kLongest = 12;  // tokens
  std::vector<TokenSpan> places;
  const std::uint32_t last = std::min(sentence.end, sentence.begin + kLongest);
  std::uint32_t begin = sentence.begin;
  for (std::uint32_t token = begin; token < last; ++token) {
    const std::string_view word = cut.word(token);
    const bool ends = ends_dateline(word, words);
    if (!ends && word != ",") {
      if (!forms[token]->capital) return;
      continue;
    }
    if (token > begin) {
      const NameToken& first = cut.tokens[begin];
      const std::string_view name =
          cut.text.substr(first.start, cut.tokens[token - 1].end - first.start);
      const bool known = gazetteer_.has(name);
      if (known) places.push_back({begin, token, EntityType::place});
      if (!known && begin == sentence.begin) return;
    }
    begin = token + 1;
    if (!ends) continue;
    for (const TokenSpan& place : places) put(place, names);
    return;
  }
}

void KnownNames::mark_datelines(const CutText& cut, std::span<const WordForm* const> forms,
                                const NameWords& words, std::vector<TokenSpan>& names) const {
  constexpr std::size_t kSentences = 3;  // a headline and a byline may come first
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < std::min(kSentences, cut.sentence_ends.size()); ++i) {
    mark_dateline(cut, forms, {begin, cut.sentence_ends[i]}, words, names);
    begin = cut.sentence_ends[i];
  }
}

// Makes "April Jones" one name if the tagger saw only "Jones".
void KnownNames::join_given_months(const CutText& cut, const NameWords& words,
                                   std::vector<TokenSpan>& names) {
  const auto is = [&](std::uint32_t token, WordKind kind) {
    return words.is(kind, name_key(cut.word(token)));
  };
  for (TokenSpan& name : names) {
    if (name.type != EntityType::person || name.begin == 0) continue;
    const std::uint32_t month = name.begin - 1;
    const bool apart = cut.tokens[month].end + 1 == cut.tokens[name.begin].start;
    const char first = cut.word(month).front();
    if (!apart || first < 'A' || first > 'Z' || !is(month, WordKind::given_month)) continue;
    const bool dated =
        month > 0 && (is(month - 1, WordKind::before_month) ||
                      (cut.word(month - 1).front() >= '0' && cut.word(month - 1).front() <= '9'));
    if (!dated && !holds(names, month)) name.begin = month;
  }
}

void KnownNames::correct(const CutText& cut, std::span<const WordForm* const> forms,
                         const NameWords& words, std::vector<TokenSpan>& names) const {
  join_given_months(cut, words, names);
  join_companies(cut, words, names);
  add_phrases(forms, names);
  add_acronyms(cut, forms, names);
  mark_datelines(cut, forms, words, names);
  put_in_order(names);
}

}  // namespace newsindex
