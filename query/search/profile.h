// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles: weights of words, names and topics that say what an article is about. `similar`
// compares them.
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

// True if a term says what a text is about: it is longer than one byte and starts with no digit.
constexpr bool is_word(std::string_view term) { return term.size() > 1 && !is_digit(term[0]); }

// By term: the stem of a word; for a name or topic, the prefix of all its level terms.
using Traits = std::map<std::string, Trait>;

struct Profile {
  Traits words;
  Traits names;
  Traits topics;
};

// Makes profiles of articles. Not thread-safe.
class Profiler {
 public:
  // All weights are between 0 and 1. The weight of a word grows with how often the article has it
  // (a word of the title counts kTitleWeight times; page furniture does not count). The weight of a
  // name is its salience, that of a topic its confidence.
  Profile profile(const Article& article);

 private:
  void add_words(const std::string& text, const std::string& language, double weight,
                 Traits& words);

  Analyzer analyzer_;
  std::map<std::string, Stemmer> stemmers_;
};

// Multiplies each weight by rarity(term), removes traits whose weight is then 0 or less, and scales
// each part so that its vector has length 1.
using Rarity = std::function<double(const std::string& term)>;
void weigh(Profile& profile, const Rarity& rarity);

// Combines several examples into one profile (Rocchio: Relevance Feedback in Information Retrieval,
// in Salton: The SMART Retrieval System, 1971): the first example, plus kRelevantShare times the
// mean of the further ones, minus kNotLikeShare times the mean of the unwanted ones. Weights can
// become negative.
inline constexpr double kRelevantShare = 0.75;
inline constexpr double kNotLikeShare = 0.5;
Profile combined(const Profile& like, const std::vector<Profile>& relevant,
                 const std::vector<Profile>& not_like);

// Keeps the `most` traits with the greatest positive weights and the `most` with the lowest
// negative weights.
void keep_strongest(Traits& traits, std::size_t most);

// The traits sorted by weight, the greatest first.
std::vector<std::pair<std::string, Trait>> by_weight(const Traits& traits);

// The traits that have positive weights in both profiles, a limited number of each part, those that
// count most first. Written as clauses of a query: gun, person:"Qin Gang".
std::vector<std::string> shared_by(const Profile& a, const Profile& b);

// Writes a trait as a clause of a query.
std::string clause_of(const Trait& trait);

}  // namespace newsindex
