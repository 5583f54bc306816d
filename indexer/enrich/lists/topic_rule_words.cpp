// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/topic_rule_words.h"

#include "schema/document.h"

namespace newsindex {
namespace {

// Positions left free between two texts, so that no phrase spans both.
constexpr unsigned kGapBetweenTexts = 100;

using Form = RuleTerm::Form;

constexpr std::size_t kMostWords = 131'072;  // about 10 MB; then all cached words are dropped

template <class Map>
void append_found(const Map& map, const std::string& key, std::vector<std::uint32_t>& out) {
  if (const auto found = map.find(key); found != map.end())
    out.insert(out.end(), found->second.begin(), found->second.end());
}

}  // namespace

RuleWords::RuleWords(const std::vector<RuleTerm>& terms)
    : terms_(terms), lists_(1), hits_(terms.size()) {
  for (std::uint32_t number = 0; number < terms.size(); ++number) {
    if (terms[number].form == Form::folded) by_folded_[terms[number].word].push_back(number);
    if (terms[number].form == Form::folded_prefix) folded_prefixes_.push_back(number);
  }
}

RuleWords::Language& RuleWords::language_named(std::string_view code) {
  const std::string_view known = has_stemmer(code) ? code : std::string_view();
  if (const auto found = languages_.find(known); found != languages_.end()) return found->second;
  Language& language = languages_.emplace(std::string(known), Language(known)).first->second;
  for (std::uint32_t number = 0; number < terms_.size(); ++number) {
    const RuleTerm& term = terms_[number];
    if (term.form == Form::stem)
      language.by_stem[language.stemmer.stem(term.word)].push_back(number);
    if (term.form == Form::stem_prefix)
      language.stem_prefixes.emplace_back(language.stemmer.stem(term.word), number);
  }
  return language;
}

void RuleWords::begin(std::string_view language) {
  for (const std::uint32_t term : found_) hits_[term].clear();
  found_.clear();
  position_ = 0;
  language_ = &language_named(language);
  if (language_->words.size() < kMostWords) return;
  languages_.clear();
  lists_.resize(1);
  language_ = &language_named(language);
}

std::uint32_t RuleWords::list_for(Language& language, std::string_view word) {
  const std::string folded(word);
  const std::string stem = language.stemmer.fresh_stem(word);
  Numbers terms;
  append_found(language.by_stem, stem, terms);
  append_found(by_folded_, folded, terms);
  for (const auto& [prefix_stem, number] : language.stem_prefixes)
    if (stem.starts_with(terms_[number].word) || stem == prefix_stem) terms.push_back(number);
  for (const std::uint32_t number : folded_prefixes_)
    if (folded.starts_with(terms_[number].word)) terms.push_back(number);
  if (terms.empty()) return 0;
  lists_.push_back(std::move(terms));
  return static_cast<std::uint32_t>(lists_.size() - 1);
}

void RuleWords::add_hit(std::uint32_t term, const RuleHit& hit) {
  if (hits_[term].empty()) found_.push_back(term);
  hits_[term].push_back(hit);
}

void RuleWords::add(RuleScope scope, std::span<const Token> tokens) {
  Language& language = *language_;
  std::uint32_t last = position_;
  hashes_.clear();
  for (const Token& token : tokens) {
    hashes_.push_back(WordTable::hash_of(token.term));
    language.words.prefetch(hashes_.back());
  }
  const std::uint64_t* hash = hashes_.data();
  for (const Token& token : tokens) {
    last = position_ + token.position;
    const auto [number, is_new] = language.words.number_of(token.term, *hash++);
    if (is_new) language.lists.push_back(list_for(language, token.term));
    const std::uint32_t list = language.lists[number];
    if (list == 0) continue;
    for (const std::uint32_t term : lists_[list]) add_hit(term, {last, scope, token.joined});
  }
  position_ = last + kGapBetweenTexts;
}

}  // namespace newsindex
