// SPDX-License-Identifier: GPL-3.0-or-later
// Trains a linear-chain conditional random field by stochastic gradients, with a step size for each
// weight (AdaGrad: Duchi, Hazan, Singer, JMLR 12, 2011). It uses one thread, so that equal data
// gives equal weights.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/enrich/names/features.h"
#include "indexer/enrich/names/tags.h"
#include "indexer/train/window_network.h"

namespace newsindex {

// A sentence: its tags, and the rows of features of each token.
struct TaggedSentence {
  std::vector<Tag> tags;
  Rows rows;                            // of all tokens
  std::vector<std::uint32_t> row_ends;  // one past the last row of each token
  float weight = 1;
  std::vector<WindowWord> words{};  // for a network
};

struct FieldWeights {
  using Lane = ScoreLane;
  std::vector<Lane> rows;
  std::array<Lane, kNameTags> transitions{};
  Lane start{};
  Lane end{};
};

struct FieldOptions {
  std::size_t rows = kNameRows;
  int rounds = 6;
  float rate = 0.1f;
  float decay = 1e-5f;  // pulls weights towards 0 at every step that touches them
  unsigned seed = 5;
  // The share of a token's rows that are left out at each step, so that the model does not rely on
  // the word itself alone (Wang, Manning: Fast Dropout Training, ICML 2013).
  float left_out = 0;
};

// `network`: trained together with the field; may be null.
FieldWeights train_field(const std::vector<TaggedSentence>& sentences, const FieldOptions& options,
                         WindowNetwork* network = nullptr);

}  // namespace newsindex
