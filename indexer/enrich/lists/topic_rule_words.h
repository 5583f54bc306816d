// SPDX-License-Identifier: GPL-3.0-or-later
// Where the words of the rules stand in one article.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/enrich/lists/topic_rule_clause.h"
#include "schema/text/analyzer.h"
#include "schema/text/stemmer.h"
#include "schema/word_table.h"

namespace newsindex {

// One place of a term.
struct RuleHit {
  std::uint32_t position = 0;  // adjacent words differ by 1; fields and values are far apart
  RuleScope scope = RuleScope::text;
  bool joined = false;  // the joined spelling of the words that start here
};

// Caches for every word which terms match it, so keep one for many articles. Not thread-safe.
class RuleWords {
 public:
  // The terms must outlive this.
  explicit RuleWords(const std::vector<RuleTerm>& terms);

  // Forgets the previous article and begins one in this language.
  void begin(std::string_view language);

  // The tokens of the next text: the title, the body, or one value of a field.
  void add(RuleScope scope, std::span<const Token> tokens);

  // The places of a term, in ascending order of position.
  const std::vector<RuleHit>& hits(std::uint32_t term) const { return hits_[term]; }

  // The terms with hits.
  const std::vector<std::uint32_t>& found() const { return found_; }

 private:
  using Numbers = std::vector<std::uint32_t>;
  // What is known of the words of one language.
  struct Language {
    explicit Language(std::string_view code) : stemmer(code) {}
    Stemmer stemmer;
    std::unordered_map<std::string, Numbers> by_stem;                  // terms of the form `stem`
    std::vector<std::pair<std::string, std::uint32_t>> stem_prefixes;  // with their stems
    WordTable words;
    std::vector<std::uint32_t> lists;  // by number of the word: index in lists_, 0: no terms
  };

  Language& language_named(std::string_view code);
  std::uint32_t list_for(Language& language, std::string_view word);
  void add_hit(std::uint32_t term, const RuleHit& hit);

  const std::vector<RuleTerm>& terms_;
  std::unordered_map<std::string, Numbers> by_folded_;  // terms of the form `folded`
  Numbers folded_prefixes_;
  std::map<std::string, Language, std::less<>> languages_;
  Language* language_ = nullptr;
  std::vector<Numbers> lists_;  // the first is empty
  std::vector<std::vector<RuleHit>> hits_;
  Numbers found_;
  std::vector<std::uint64_t> hashes_;  // of the tokens that are being added
  std::uint32_t position_ = 0;
};

}  // namespace newsindex
