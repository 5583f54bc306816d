// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/features.h"

namespace newsindex {
namespace {

constexpr std::uint64_t mixed(std::uint64_t hash) {
  constexpr std::uint64_t kFactor = 0xd6e8feb86659fd93u;
  hash ^= hash >> 32;
  hash *= kFactor;
  hash ^= hash >> 32;
  return hash;
}

// The hash of a feature: its family and its number within the family. joined() adds its values.
constexpr std::uint64_t feature(unsigned family, std::uint32_t number) {
  return mixed((static_cast<std::uint64_t>(family) << 32 | number) * 0x632be59bd9b4e019u);
}

constexpr std::uint64_t joined(std::uint64_t hash, std::uint64_t value) {
  return mixed((hash ^ value) * 0x9e3779b97f4a7c15u);
}

template <typename... Values>
constexpr std::uint64_t joined(std::uint64_t hash, std::uint64_t value, Values... values) {
  return joined(joined(hash, value), static_cast<std::uint64_t>(values)...);
}

constexpr std::uint32_t row_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> (64 - kNameRowBits));
}

// The row of a feature of several words, by the number of the feature.
template <std::uint32_t Number, typename... Values>
constexpr std::uint32_t joint_row(Values... values) {
  constexpr std::uint64_t kFeature = feature(0, Number);
  return row_of(joined(kFeature, static_cast<std::uint64_t>(values)...));
}

// Appends the rows of the features of one family. Each call of add() is the next feature.
class FeatureRows {
 public:
  FeatureRows(Rows& rows, unsigned family) : rows_(rows), family_(family) {}

  template <typename... Values>
  void add(Values... values) {
    rows_.push_back(
        row_of(joined(feature(family_, ++number_), static_cast<std::uint64_t>(values)...)));
  }

  void add() { rows_.push_back(row_of(feature(family_, ++number_))); }

 private:
  Rows& rows_;
  unsigned family_;
  std::uint32_t number_ = 0;
};

}  // namespace

void append_word_rows(const WordForm& word, int distance, Rows& rows) {
  FeatureRows features(rows, static_cast<unsigned>(distance + kReach + 1));
  features.add(word.lower);
  features.add(word.cluster.coarse);
  features.add(word.cluster.fine);
  if (distance < -1 || distance > 1) return;
  features.add(word.shape);
  features.add(word.suffixes[1]);
  if (distance != 0) return;
  features.add();
  features.add(word.word);
  features.add(word.long_shape);
  for (const std::uint64_t prefix : word.prefixes) features.add(prefix);
  features.add(word.suffixes[0]);
  features.add(word.suffixes[2]);
  features.add(word.cluster.fine, word.capital);
}

std::uint32_t shape_row(const WordForm& word, SentenceCase sentence_case) {
  return joint_row<1>(word.shape, sentence_case);
}

PairRows pair_rows(const WordForm& a, const WordForm& b) {
  PairRows rows;
  rows.of_second = {joint_row<2>(a.shape, b.shape), joint_row<5>(a.lower, b.lower),
                    joint_row<7>(a.lower, b.shape),
                    joint_row<12>(a.cluster.coarse, b.cluster.coarse, b.capital),
                    joint_row<14>(a.suffixes[1], b.shape)};
  rows.of_first = {joint_row<3>(a.shape, b.shape), joint_row<6>(a.lower, b.lower),
                   joint_row<8>(b.lower, a.shape),
                   joint_row<13>(a.cluster.coarse, b.cluster.coarse, a.capital)};
  rows.joins = {joined(feature(0, 4), a.shape, b.shape), joined(feature(0, 9), a.lower, b.lower),
                joined(feature(0, 10), a.lower, b.lower)};
  return rows;
}

std::array<std::uint32_t, 3> triple_rows(const TripleJoins& joins, const WordForm& word,
                                         const WordForm& after) {
  return {row_of(joined(joins.around, after.shape)), row_of(joined(joins.before, word.shape)),
          row_of(joined(joins.after, word.shape))};
}

std::uint32_t place_row(const TokenPlace& place) {
  return joint_row<11>(place.first, place.capital, place.sentence_case);
}

std::uint32_t elsewhere_row(const TokenPlace& place) {
  return joint_row<15>(place.elsewhere.lower, place.elsewhere.capital, place.first,
                       place.sentence_case);
}

void append_joint_rows(const TokenContext& context, Rows& rows) {
  static_assert(kWindow == 5);
  const WordForm& word = *context.words[2];
  const WordForm& after = *context.words[3];
  const PairRows far_before = pair_rows(*context.words[0], *context.words[1]);
  const PairRows before = pair_rows(*context.words[1], word);
  const PairRows behind = pair_rows(word, after);
  const PairRows far_behind = pair_rows(after, *context.words[4]);
  const auto triples =
      triple_rows({before.joins[0], far_before.joins[1], far_behind.joins[2]}, word, after);
  const TokenPlace place{context.sentence_case, context.first, word.capital, context.elsewhere};
  const auto& second = before.of_second;
  const auto& first = behind.of_first;
  rows.insert(rows.end(), {shape_row(word, context.sentence_case), second[0], first[0], triples[0],
                           second[1], first[1], second[2], first[2], triples[1], triples[2],
                           place_row(place), second[3], first[3], second[4]});
  if (word.capital) rows.push_back(elsewhere_row(place));
}

}  // namespace newsindex
