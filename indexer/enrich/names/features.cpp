// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/features.h"

namespace newsindex {
namespace {

std::uint64_t mixed(std::uint64_t hash) {
  constexpr std::uint64_t kFactor = 0xd6e8feb86659fd93u;
  hash ^= hash >> 32;
  hash *= kFactor;
  hash ^= hash >> 32;
  return hash;
}

}  // namespace

void FeatureRows::add(std::initializer_list<std::uint64_t> values) {
  std::uint64_t hash =
      mixed((static_cast<std::uint64_t>(family_) << 32 | ++number_) * 0x632be59bd9b4e019u);
  for (const std::uint64_t value : values) hash = mixed((hash ^ value) * 0x9e3779b97f4a7c15u);
  rows_.push_back(static_cast<std::uint32_t>(hash >> (64 - kNameRowBits)));
}

void append_word_rows(const WordForm& word, int distance, Rows& rows) {
  FeatureRows features(rows, static_cast<unsigned>(distance + kReach + 1));
  features.add({word.lower});
  features.add({word.cluster.coarse});
  features.add({word.cluster.fine});
  if (distance < -1 || distance > 1) return;
  features.add({word.shape});
  features.add({word.suffixes[1]});
  if (distance != 0) return;
  features.add({});
  features.add({word.word});
  features.add({word.long_shape});
  for (const std::uint64_t prefix : word.prefixes) features.add({prefix});
  features.add({word.suffixes[0]});
  features.add({word.suffixes[2]});
  features.add({word.cluster.fine, word.capital});
}

void append_joint_rows(const TokenContext& context, Rows& rows) {
  static_assert(kWindow == 5);
  const WordForm& before2 = *context.words[0];
  const WordForm& before = *context.words[1];
  const WordForm& word = *context.words[2];
  const WordForm& after = *context.words[3];
  const WordForm& after2 = *context.words[4];
  const auto sentence = static_cast<std::uint64_t>(context.sentence_case);
  FeatureRows features(rows, 0);
  features.add({word.shape, sentence});
  features.add({before.shape, word.shape});
  features.add({word.shape, after.shape});
  features.add({before.shape, word.shape, after.shape});
  features.add({before.lower, word.lower});
  features.add({word.lower, after.lower});
  features.add({before.lower, word.shape});
  features.add({after.lower, word.shape});
  features.add({before2.lower, before.lower, word.shape});
  features.add({after.lower, after2.lower, word.shape});
  features.add({context.first, word.capital, sentence});
  features.add({before.cluster.coarse, word.cluster.coarse, word.capital});
  features.add({word.cluster.coarse, after.cluster.coarse, word.capital});
  features.add({before.suffixes[1], word.shape});
  if (word.capital)
    features.add({context.elsewhere.lower, context.elsewhere.capital, context.first, sentence});
}

}  // namespace newsindex
