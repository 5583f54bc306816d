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
  std::string collection;  // of texts that people read; "" for others
};

struct TopicTrainingOptions {
  int rounds = 5;
  float rate = 0.15f;
  float decay = 1e-6f;
  unsigned models = 5;  // learnt in different orders; their mean ships
  std::size_t most_rows = 120'000;
};

// What a model that has not seen a collection says of its texts.
struct JudgedCollection {
  std::string name;
  std::vector<TopicSet> topics;
  std::vector<TopicScores> probabilities;
};

struct TrainedTopics {
  TopicModel model;
  std::vector<JudgedCollection> judged;
};

// A row's weights are the sum of what its own texts teach, and of what the vector of its word tells
// of it: so a word that no text has gets the weights of words that are used alike. The vectors do
// not ship, as both parts are added up in the end.
//
// Scores become probabilities by what models say of the collections that they have not seen, in
// which each collection counts the same.
TrainedTopics train_topics(const std::vector<LabelledText>& texts, const Vocabulary& vocabulary,
                           const NameWords& words, const WordVectors& vectors,
                           const TopicTrainingOptions& options);

}  // namespace newsindex
