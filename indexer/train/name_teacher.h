// SPDX-License-Identifier: GPL-3.0-or-later
// Marks names in texts that nobody has marked, for a model to learn from. The teacher is a random
// field with the same features as the shipped model, with a network of word vectors beside it. Its
// marks teach the model what the network knows, and the kinds of news that the marked collections
// lack (self-training: McClosky, Charniak, Johnson, NAACL 2006).
#pragma once

#include <string>
#include <vector>

#include "indexer/train/name_training.h"
#include "indexer/train/word_vectors.h"

namespace newsindex {

class NameTeacher {
 public:
  // Learns from the sets. The arguments must outlive this object.
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
