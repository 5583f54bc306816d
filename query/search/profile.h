// SPDX-License-Identifier: GPL-3.0-or-later
// What articles are about, as weights of words, names and topics: what `similar` compares.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/article.h"
#include "schema/text/analyzer.h"
#include "schema/text/ascii.h"
#include "schema/text/stemmer.h"

namespace newsindex {

// A word, a name or a topic of a profile.
struct Trait {
  double weight = 0;
  std::string field;  // "text", "person", "topic", ...
  std::string shown;  // as the article writes it
};

// Whether a term says what a text is about: no number, and no single character.
constexpr bool is_word(std::string_view term) { return term.size() > 1 && !is_digit(term[0]); }

// By term: of a word its stem, of a name or topic what all its level terms begin with.
using Traits = std::map<std::string, Trait>;

struct Profile {
  Traits words;
  Traits names;
  Traits topics;
};

// Makes profiles of articles. Not thread-safe.
class Profiler {
 public:
  // Each weight is between 0 and 1: of a word it grows with how often the article has it (a word of
  // the title counts kTitleWeight times; page furniture does not count), of a name it is the
  // salience, of a topic the confidence.
  Profile profile(const Article& article);

 private:
  void add_words(const std::string& text, const std::string& language, double weight,
                 Traits& words);

  Analyzer analyzer_;
  std::map<std::string, Stemmer> stemmers_;
};

// Multiplies the weights by rarity(term), leaves out what has none, and makes the length of the
// vector of each part 1.
using Rarity = std::function<double(const std::string& term)>;
void weigh(Profile& profile, const Rarity& rarity);

// One profile for several examples (Rocchio: Relevance Feedback in Information Retrieval, in
// Salton: The SMART Retrieval System, 1971): the first, plus the mean of further ones times
// kRelevantShare, less the mean of those that are not wanted times kNotLikeShare. Weights can be
// less than 0.
inline constexpr double kRelevantShare = 0.75;
inline constexpr double kNotLikeShare = 0.5;
Profile combined(const Profile& like, const std::vector<Profile>& relevant,
                 const std::vector<Profile>& not_like);

// The `most` traits of the greatest weights above 0, and of those below 0; the others are left out.
void keep_strongest(Traits& traits, std::size_t most);

// From the greatest weight on.
std::vector<std::pair<std::string, Trait>> by_weight(const Traits& traits);

// What both have with weights above 0, at most so many of each part, what counts most first; as
// clauses of a query: gun, person:"Qin Gang".
std::vector<std::string> shared_by(const Profile& a, const Profile& b);

// A trait as a clause of a query.
std::string clause_of(const Trait& trait);

}  // namespace newsindex
