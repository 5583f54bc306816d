// SPDX-License-Identifier: GPL-3.0-or-later
// Trains the model of the name tagger from marked articles.
// Collections differ in what they mark: one takes a national team for a place, another for an
// organisation. So every weight is learnt as the sum of one for all collections and one for the
// habit of its collection (Daumé: Frustratingly Easy Domain Adaptation, ACL 2007). The model is the
// common part and a share of each habit. This gives 3 points of F1 more on collections that it
// never saw than learning everything alike.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "indexer/enrich/names/tagger.h"
#include "indexer/train/name_examples.h"
#include "indexer/train/random_field.h"

namespace newsindex {

struct NameTrainingOptions {
  FieldOptions field;
  double recased = 0.06;  // share of sentences that are learnt in capitals or as headlines, too
  // The share of each habit in the model, in the order of Habit. Chosen on data that was not learnt
  // from: WikiGold and the web sets in turn.
  std::array<float, 7> shares{0, 0.35f, 0.1f, 0.25f, 0.25f, 0.25f, 0.3f};
  std::size_t most_rows = kNameRows;  // rows that are kept
  float outside_discount = 0.6f;      // taken from the score of tokens outside of names
};

// The common weights of a row plus the shares of the habits' weights.
FieldWeights::Lane mixed_row(const FieldWeights& weights, std::size_t row,
                             std::span<const float> shares);

// The transitions, in units of the model.
TagTransitions transitions_of(const FieldWeights& weights, float outside_discount);

NameModel train_names(const std::vector<TrainingSet>& sets, const Vocabulary& vocabulary,
                      const NameWords& words, const NameTrainingOptions& options);

}  // namespace newsindex
