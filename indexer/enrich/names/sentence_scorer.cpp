// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/sentence_scorer.h"

#include <algorithm>

namespace newsindex {
namespace {

constexpr unsigned kPairBits = 15;  // 3 MB of pairs
static_assert(kEdges == kReach);

constexpr std::size_t kPlaces = 16 * kSentenceCases;

std::size_t number_of(const TokenPlace& place) {
  const std::array flags{place.first, place.capital, place.elsewhere.lower,
                         place.elsewhere.capital};
  auto number = static_cast<std::size_t>(place.sentence_case);
  for (const bool flag : flags) number = 2 * number + flag;
  return number;
}

TokenPlace place_of(std::size_t number) {
  TokenPlace place;
  place.elsewhere.capital = (number & 1) != 0;
  place.elsewhere.lower = (number & 2) != 0;
  place.capital = (number & 4) != 0;
  place.first = (number & 8) != 0;
  place.sentence_case = static_cast<SentenceCase>(number / 16);
  return place;
}

std::uint64_t key_of_pair(const KnownWord& a, const KnownWord& b) {
  return static_cast<std::uint64_t>(a.number) << 32 | b.number;
}

// What a word adds to the scores of the token that stands `distance` words before it.
const TagScores& scores_at(const KnownWord& word, int distance) {
  return word.scores[static_cast<std::size_t>(kReach + distance)];
}

}  // namespace

SentenceScorer::SentenceScorer(std::span<const WeightRow> rows)
    : rows_(rows), places_(kPlaces), pairs_(std::size_t{1} << kPairBits) {
  for (std::size_t number = 0; number < kPlaces; ++number) {
    const TokenPlace place = place_of(number);
    add_row(rows_[place_row(place)], places_[number]);
    if (place.capital) add_row(rows_[elsewhere_row(place)], places_[number]);
  }
}

void SentenceScorer::clear() { std::fill(pairs_.begin(), pairs_.end(), Pair{}); }

SentenceScorer::Pair& SentenceScorer::slot_of(std::uint64_t key) {
  return pairs_[key * 0x9e3779b97f4a7c15u >> (64 - kPairBits)];
}

void SentenceScorer::score(std::span<const KnownWord* const> words, SentenceCase sentence_case,
                           const WordCases& cases, const KnownWords& known,
                           std::span<TagScores> scores) {
  line_.assign(kEdges, &known.beginning());
  line_.insert(line_.end(), words.begin(), words.end());
  line_.insert(line_.end(), kEdges, &known.end());
  for (std::size_t at = 0; at + 1 < line_.size(); ++at) {
    const Pair& slot = slot_of(key_of_pair(*line_[at], *line_[at + 1]));
    __builtin_prefetch(&slot);
    __builtin_prefetch(reinterpret_cast<const char*>(&slot + 1) - 1);
  }
  score_alone(sentence_case, cases, scores);
  add_pairs(scores);
  find_rows(sentence_case, words.size());
  learn_new_pairs(scores);
  for (std::size_t i = 0; i < words.size(); ++i)
    for (const std::uint32_t row : token_rows_[i]) add_row(rows_[row], scores[i]);
}

// Sets the scores from the place of each token, the token itself, and the words two places away.
// The direct neighbours come with the pairs.
void SentenceScorer::score_alone(SentenceCase sentence_case, const WordCases& cases,
                                 std::span<TagScores> scores) {
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const KnownWord& word = *line_[i + kEdges];
    TokenPlace place{sentence_case, i == 0, word.form.capital, {}};
    if (word.form.capital) place.elsewhere = cases.of(word.form);
    scores[i] = places_[number_of(place)];
    add_scores(scores_at(*line_[i], -kReach), scores[i]);
    add_scores(scores_at(word, 0), scores[i]);
    add_scores(scores_at(*line_[i + 2 * kEdges], kReach), scores[i]);
  }
}

// Pairs that are not cached are added later, when their rows were prefetched: the table of rows is
// larger than the CPU caches.
void SentenceScorer::add_pairs(std::span<TagScores> scores) {
  joins_.resize(line_.size() - 1);
  new_pairs_.clear();
  for (std::size_t at = 0; at + 1 < line_.size(); ++at) {
    const std::uint64_t key = key_of_pair(*line_[at], *line_[at + 1]);
    const Pair& pair = slot_of(key);
    if (pair.key == key)
      add_pair(at, pair, scores);
    else
      find_new_pair(at);
  }
}

// `at`: the index of the pair's first word in line_.
void SentenceScorer::add_pair(std::size_t at, const Pair& pair, std::span<TagScores> scores) {
  joins_[at] = pair.joins;
  if (at >= kEdges && at - kEdges < scores.size()) add_scores(pair.of_first, scores[at - kEdges]);
  const std::size_t second = at + 1;
  if (second >= kEdges && second - kEdges < scores.size())
    add_scores(pair.of_second, scores[second - kEdges]);
}

void SentenceScorer::find_new_pair(std::size_t at) {
  const PairRows rows = pair_rows(line_[at]->form, line_[at + 1]->form);
  for (const std::uint32_t row : rows.of_first) prefetch(row);
  for (const std::uint32_t row : rows.of_second) prefetch(row);
  joins_[at] = rows.joins;
  new_pairs_.push_back({at, rows});
}

void SentenceScorer::learn_new_pairs(std::span<TagScores> scores) {
  for (const NewPair& fresh : new_pairs_) {
    const KnownWord& a = *line_[fresh.at];
    const KnownWord& b = *line_[fresh.at + 1];
    Pair& pair = slot_of(key_of_pair(a, b));
    pair.key = key_of_pair(a, b);
    pair.joins = fresh.rows.joins;
    pair.of_first = scores_at(b, 1);
    for (const std::uint32_t row : fresh.rows.of_first) add_row(rows_[row], pair.of_first);
    pair.of_second = scores_at(a, -1);
    for (const std::uint32_t row : fresh.rows.of_second) add_row(rows_[row], pair.of_second);
    add_pair(fresh.at, pair, scores);
  }
}

// Finds and prefetches the rows that are not cached, for each token.
void SentenceScorer::find_rows(SentenceCase sentence_case, std::size_t size) {
  token_rows_.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    const KnownWord& word = *line_[i + kEdges];
    const TripleJoins joins{joins_[i + 1][0], joins_[i][1], joins_[i + 3][2]};
    const auto triples = triple_rows(joins, word.form, line_[i + kEdges + 1]->form);
    token_rows_[i] = {word.shape_rows[static_cast<std::size_t>(sentence_case)], triples[0],
                      triples[1], triples[2]};
    for (const std::uint32_t row : token_rows_[i]) prefetch(row);
  }
}

}  // namespace newsindex
