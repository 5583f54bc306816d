// SPDX-License-Identifier: GPL-3.0-or-later
// Trains the model of the topic classifier from labelled texts.
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
  std::string collection;  // of texts labelled by people; "" for others
};

struct TopicTrainingOptions {
  int rounds = 5;
  float rate = 0.15f;
  float decay = 1e-6f;
  unsigned models = 5;  // trained in different orders; their mean is shipped
  std::size_t most_rows = 120'000;
};

// The texts of a collection, judged by a model that was not trained on it.
struct JudgedCollection {
  std::string name;
  std::vector<TopicSet> topics;
  std::vector<TopicScores> probabilities;
};

struct TrainedTopics {
  TopicModel model;
  std::vector<JudgedCollection> judged;
};

// The weights of a row are the sum of what its own texts teach and of what the vector of its word
// teaches. So a word that is in no text gets the weights of words that are used alike. The vectors
// are not shipped, because both parts are added up in the end.
// Scores are turned into probabilities by what models say of collections that they have not seen.
// Each collection counts the same.
TrainedTopics train_topics(const std::vector<LabelledText>& texts, const Vocabulary& vocabulary,
                           const NameWords& words, const WordVectors& vectors,
                           const TopicTrainingOptions& options);

}  // namespace newsindex
