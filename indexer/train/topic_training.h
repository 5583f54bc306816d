// SPDX-License-Identifier: GPL-3.0-or-later
// From labelled texts to the model of the topic classifier.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/enrich/languages/name_words.h"
#include "indexer/enrich/languages/vocabulary.h"
#include "indexer/enrich/topics/classifier.h"
#include "indexer/train/word_vectors.h"

namespace newsindex {

using TopicSet = std::uint32_t;  // bit k: the topic (k + 1) · 1000000

struct LabelledText {
  std::string title;
  std::string body;
  TopicSet topics = 0;
  float weight = 1;
};

struct TopicTrainingOptions {
  int rounds = 5;
  float rate = 0.15f;
  float decay = 1e-6f;
  unsigned seed = 3;
};

// A row's weights are the sum of what its own texts teach, and of what the vector of its word tells
// of it: so a word that no text has gets the weights of words that are used alike. The vectors do
// not ship, as both parts are added up in the end.
//
// `calibrating`: texts that were not learnt from, for turning scores into probabilities.
TopicModel train_topics(const std::vector<LabelledText>& texts,
                        const std::vector<LabelledText>& calibrating, const Vocabulary& vocabulary,
                        const NameWords& words, const WordVectors& vectors,
                        const TopicTrainingOptions& options);

}  // namespace newsindex
