// SPDX-License-Identifier: GPL-3.0-or-later
// Marks texts that nobody has marked, for a model to learn from: a random field with the same
// features as the model that is shipped, and a network of word vectors beside it. What it finds in
// news of other kinds than the marked collections teaches the model these kinds (self-training:
// McClosky, Charniak, Johnson, NAACL 2006), and what the network knows.
#pragma once

#include <string>
#include <vector>

#include "indexer/train/name_training.h"
#include "indexer/train/word_vectors.h"

namespace newsindex {

class NameTeacher {
 public:
  // Learns from the sets. All must outlive it.
  NameTeacher(const std::vector<TrainingSet>& sets, const Vocabulary& vocabulary,
              const NameWords& words, const WordVectors& vectors,
              const NameTrainingOptions& options);

  MarkedArticle mark(std::string text);

 private:
  void mark_sentence(std::span<const WordForm* const> forms, const WordCases& cases,
                     std::uint32_t offset, std::vector<TokenSpan>& names);

  const Vocabulary& vocabulary_;
  const NameWords& words_;
  VectorNumbers numbers_;
  WindowNetwork network_;
  std::vector<FieldWeights::Lane> rows_;
  TagTransitions transitions_;
};

}  // namespace newsindex
