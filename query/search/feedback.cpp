// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/feedback.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include "query/search/function_words.h"
#include "query/search/profile.h"
#include "query/search/scoring.h"
#include "schema/document.h"
#include "schema/text/analyzer.h"
#include "schema/text/stemmer.h"

namespace newsindex {
namespace {

constexpr std::size_t kHits = 20;
constexpr std::size_t kLeastHits = 4;        // hits that have the word
constexpr std::uint64_t kLeastArticles = 3;  // articles of the archive that have the word
constexpr double kMostArticles = 0.3;        // share of all articles that have the word
constexpr std::size_t kMostAddedWords = 30;
constexpr double kScorePower = 6;
constexpr double kTimesInArticle = 2;  // how often an article that has a word has it, on average

// How often an article has each stem, divided by the article's length.
using Stems = std::unordered_map<std::string, double>;

// Remembers the stems of words in one language, because the same words come again and again.
class KnownStems {
 public:
  explicit KnownStems(const std::string& language) : language_(language), stemmer_(language) {}

  // Returns "" for a function word.
  const std::string& operator()(const std::string& word) {
    const auto [known, is_new] = stems_.try_emplace(word);
    if (is_new && !is_function_word(word, language_)) known->second = stemmer_.stem(word);
    return known->second;
  }

 private:
  std::string language_;
  Stemmer stemmer_;
  std::unordered_map<std::string, std::string> stems_;
};

class StemsOfArticles {
 public:
  Stems operator()(const Article& article) {
    KnownStems& known = languages_.try_emplace(article.language, article.language).first->second;
    Stems stems;
    double length = 0;
    const auto add = [&](const std::string& text, double weight) {
      for (const Token& token : analyzer_.analyze(text)) {
        length += weight;
        if (const std::string& stem = known(std::string(token.term)); !stem.empty())
          stems[stem] += weight;
      }
    };
    add(article.title, kTitleWeight);
    if (article.body.find(article.lead) == std::string::npos) add(article.lead, 1);
    add(article.body, 1);
    for (auto& [stem, times] : stems) times /= length;
    return stems;
  }

 private:
  Analyzer analyzer_;
  std::map<std::string, KnownStems> languages_;
};

struct CommonWord {
  std::string stem;
  double weight = 0;
};

// Words that several hits have, with their weighted share of the text of these hits.
std::vector<CommonWord> common_words(const std::vector<Stems>& hits,
                                     const std::vector<double>& weights) {
  struct Seen {
    double share = 0;
    std::size_t hits = 0;
  };
  std::unordered_map<std::string, Seen> all;
  for (std::size_t i = 0; i < hits.size(); ++i)
    for (const auto& [stem, share] : hits[i]) {
      Seen& seen = all[stem];
      seen.share += weights[i] * share;
      ++seen.hits;
    }
  std::vector<CommonWord> common;
  for (const auto& [stem, seen] : all)
    if (seen.hits >= kLeastHits && is_word(stem)) common.push_back({stem, seen.share});
  std::sort(common.begin(), common.end(),
            [](const CommonWord& a, const CommonWord& b) { return a.stem < b.stem; });
  return common;
}

Clause clause_of_stem(const std::string& stem, double share) {
  Clause clause;
  clause.kind = Clause::Kind::words;
  clause.part = Part::feedback;
  clause.terms = {stem};
  clause.share = share;
  return clause;
}

// The statistics of these words in all articles, one group for each word.
Statistics statistics_of(const Collection& collection, const std::vector<CommonWord>& words) {
  Plan plan;
  plan.query.kind = Clause::Kind::any_of;
  for (const CommonWord& word : words) plan.query.parts.push_back(clause_of_stem(word.stem, 1));
  number_clauses(plan);
  return CollectionQuery(collection, plan).statistics();
}

// Keeps the words that distinguish the hits from all articles, at most kMostAddedWords, the best
// first.
void choose(const Statistics& all, std::vector<CommonWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto articles = static_cast<double>(all.groups[i]);
    const double expected = articles * kTimesInArticle / static_cast<double>(all.total_length);
    const bool is_usual = articles > kMostArticles * static_cast<double>(all.articles);
    double& weight = words[i].weight;
    if (all.groups[i] < kLeastArticles || is_usual || weight <= expected)
      weight = 0;
    else
      weight *= std::log(weight / expected);
  }
  std::erase_if(words, [](const CommonWord& word) { return word.weight <= 0; });
  std::stable_sort(words.begin(), words.end(),
                   [](const CommonWord& a, const CommonWord& b) { return a.weight > b.weight; });
  if (words.size() > kMostAddedWords) words.resize(kMostAddedWords);
}

// The part of the query that each hit has, with words weighted by their rarity.
std::vector<double> covered_by(const std::vector<Stems>& hits,
                               const std::vector<const Clause*>& query, const Statistics& all) {
  std::vector<double> covered;
  for (const Stems& stems : hits) {
    double sum = 0, of_all = 0;
    for (const Clause* word : query) {
      const double weight = rarity(all, all.groups[word->group]);
      of_all += weight;
      if (std::any_of(word->terms.begin(), word->terms.end(),
                      [&](const std::string& term) { return stems.contains(term); }))
        sum += weight;
    }
    covered.push_back(of_all > 0 ? sum / of_all : 0);
  }
  return covered;
}

std::vector<double> weights_of(const std::vector<Found>& found) {
  std::vector<double> weights;
  for (const Found& each : found)
    weights.push_back(std::pow(each.match.score / found.front().match.score, kScorePower));
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight /= sum;
  return weights;
}

}  // namespace

bool wants_feedback(const SearchRequest& request) {
  return request.sort == Sort::relevance && request.limit > 0 &&
         (request.feedback == Feedback::on ||
          (request.feedback == Feedback::automatic && request.match == Match::any));
}

double trust_in_hits(const std::vector<double>& covered) {
  constexpr double kNearlyAll = 0.8, kLeast = 0.8;
  if (covered.empty()) return 0;
  if (covered.front() <= kNearlyAll) return 1;
  const double mean =
      std::accumulate(covered.begin(), covered.end(), 0.0) / static_cast<double>(covered.size());
  return std::clamp((mean - kLeast) / (1 - kLeast), 0.0, 1.0);
}

void add_feedback(const Collection& collection, Plan& plan, bool always) {
  const std::vector<const Clause*> query = content_words(plan.query);
  if (query.empty()) return;
  CollectionQuery asked(collection, plan);
  const std::vector<Found> best = asked.first_by_clauses({Sort::relevance, kHits}).found;
  if (best.size() < kHits || best.front().match.score <= 0) return;
  StemsOfArticles stems_of;
  std::vector<Stems> hits;
  for (const Found& each : best)
    hits.push_back(stems_of(collection[each.segment].article(each.match.number)));
  const double trust = always ? 1 : trust_in_hits(covered_by(hits, query, asked.statistics()));
  std::vector<CommonWord> words = common_words(hits, weights_of(best));
  if (trust <= 0 || words.empty()) return;
  choose(statistics_of(collection, words), words);
  for (const CommonWord& word : words)
    plan.preferences.push_back(clause_of_stem(
        word.stem, plan.weights.feedback * trust * word.weight / words.front().weight));
  number_clauses(plan);
}

}  // namespace newsindex
