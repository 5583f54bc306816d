// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/known_words.h"

namespace newsindex {
namespace {

// Prefetches memory that is read soon.
void prefetch(const void* from, std::size_t bytes) {
  constexpr std::size_t kLine = 64;
  const char* at = static_cast<const char*>(from);
  for (std::size_t i = 0; i < bytes; i += kLine) __builtin_prefetch(at + i);
}

}  // namespace

KnownWords::KnownWords(std::span<const WeightRow> rows, const Vocabulary& vocabulary)
    : rows_(rows), vocabulary_(vocabulary) {
  clear();
}

void KnownWords::clear() {
  numbers_ = {};
  blocks_.clear();
  words_ = 0;
  beginning_ = &learn(beginning_of_sentence());
  end_ = &learn(end_of_sentence());
}

void KnownWords::find(const CutText& field, std::vector<const KnownWord*>& found) {
  hashes_.clear();
  for (std::size_t i = 0; i < field.tokens.size(); ++i) {
    hashes_.push_back(WordTable::hash_of(field.word(i)));
    numbers_.prefetch(hashes_.back());
  }
  for (std::size_t i = 0; i < field.tokens.size(); ++i) {
    const KnownWord& word = find(field.word(i), hashes_[i]);
    prefetch(&word, sizeof word);
    found.push_back(&word);
  }
}

const KnownWord& KnownWords::find(std::string_view text, std::uint64_t hash) {
  const auto [number, is_new] = numbers_.number_of(text, hash);
  return is_new ? learn(form_of(text, vocabulary_)) : at(kEdges + number);
}

const KnownWord& KnownWords::learn(const WordForm& form) {
  if (words_ % kBlock == 0) blocks_.push_back(std::make_unique<KnownWord[]>(kBlock));
  KnownWord& word = at(words_);
  word.form = form;
  word.number = static_cast<std::uint32_t>(words_++);
  for (std::size_t i = 0; i < kSentenceCases; ++i)
    word.shape_rows[i] = shape_row(form, static_cast<SentenceCase>(i));
  for (int distance = -kReach; distance <= kReach; ++distance) {
    scratch_.clear();
    append_word_rows(form, distance, scratch_);
    for (const std::uint32_t row : scratch_)
      add_row(rows_[row], word.scores[static_cast<std::size_t>(kReach + distance)]);
  }
  return word;
}

}  // namespace newsindex
