// SPDX-License-Identifier: GPL-3.0-or-later
// Decides which of the 17 top-level IPTC Media Topics an article is about: one logistic regression
// per topic, on words and clusters of words weighted by log(1 + tf) · idf.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "indexer/enrich/model_file.h"
#include "indexer/enrich/topics/features.h"
#include "schema/article.h"

namespace newsindex {

// The topics have the ids 1000000, 2000000, ... 17000000.
inline constexpr std::size_t kTopTopics = 17;

using TopicScores = std::array<float, kTopTopics>;

// A row of weights: the weight of topic k is weights[k] << shift, times the model's step.
struct TopicRow {
  std::array<std::int8_t, kTopTopics> weights{};
  std::int8_t shift = 0;
  std::uint8_t rarity = 0;  // 16 · idf
  std::uint8_t unused = 0;

  bool operator==(const TopicRow&) const = default;
};

struct TopicModel {
  TopicScores bias{};
  // The probability of a score s is 1 / (1 + exp(-(slope · s + offset))) (Platt, 1999).
  TopicScores slope{};
  TopicScores offset{};
  float step = 0;
  TopicRow usual;              // the value of every row that the file leaves out
  std::vector<TopicRow> rows;  // kTopicRows of them
};

void write_topic_model(const std::filesystem::path& path, const TopicModel& model);

// Thread-safe.
class TopicClassifier {
 public:
  // Throws Error(config), see ModelFile.
  explicit TopicClassifier(const std::filesystem::path& path);

  // The probability of each topic for a text with these rows.
  TopicScores probabilities(std::span<const CountedRow> rows) const;

 private:
  struct Header {
    TopicScores bias;
    TopicScores slope;
    TopicScores offset;
    float step;
    TopicRow usual;
  };
  // A block of 32 rows: which of them are kept, and how many rows are kept before the block.
  struct Kept {
    std::uint32_t bits;
    std::uint32_t before;
  };
  friend void write_topic_model(const std::filesystem::path& path, const TopicModel& model);

  const TopicRow& row_at(std::uint32_t number) const;

  ModelFile file_;
  const Header* header_ = nullptr;
  std::span<const Kept> kept_;  // kTopicRows / 32
  std::span<const TopicRow> rows_;
};

// The value of a row in a text: log(1 + count) · idf, before the vector is scaled to length 1.
float row_value(float count, float rarity);

// The topics with a probability of at least 0.25, most likely first, with origin `model`. The most
// likely topic needs only 0.05; a text without a clear topic gets none.
std::vector<Topic> topics_of(const TopicScores& probabilities);

}  // namespace newsindex
