// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/topics/classifier.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <string>

#include "schema/media_topics.h"

namespace newsindex {
namespace {

constexpr std::uint32_t kTopicStep = 1'000'000;
constexpr std::uint32_t kRowsOfKept = 32;
constexpr float kRarityStep = 1.0f / 16;
constexpr float kLikely = 0.25f;  // so that a topic: clause finds nine in ten articles about it
constexpr float kLeast = 0.05f;   // for the most likely topic

float logistic(float score) { return 1.0f / (1.0f + std::exp(-score)); }

Topic topic_at(std::size_t number, float probability) {
  const auto id = static_cast<std::uint32_t>(number + 1) * kTopicStep;
  return {media_topic_id(id), std::string(find_media_topic(id)->name),
          static_cast<int>(std::lround(probability * 100)), Origin::model};
}

}  // namespace

TopicClassifier::TopicClassifier(const std::filesystem::path& path)
    : file_(path, ModelKind::topics) {
  const std::string_view content = file_.content();
  header_ = reinterpret_cast<const Header*>(content.data());
  kept_ = {reinterpret_cast<const Kept*>(content.data() + sizeof(Header)),
           kTopicRows / kRowsOfKept};
  const std::size_t rows_at = sizeof(Header) + kept_.size_bytes();
  rows_ = {reinterpret_cast<const TopicRow*>(content.data() + rows_at),
           (content.size() - rows_at) / sizeof(TopicRow)};
}

const TopicRow& TopicClassifier::row_at(std::uint32_t number) const {
  const Kept& kept = kept_[number / kRowsOfKept];
  const std::uint32_t bit = 1u << number % kRowsOfKept;
  if ((kept.bits & bit) == 0) return header_->usual;
  return rows_[kept.before + static_cast<std::uint32_t>(std::popcount(kept.bits & (bit - 1)))];
}

float row_value(float count, float rarity) {
  // Most words stand only once in a text.
  static const float kOnce = std::log1p(1.0f);
  return (count == 1.0f ? kOnce : std::log1p(count)) * rarity;
}

TopicScores TopicClassifier::probabilities(std::span<const CountedRow> rows) const {
  TopicScores sums{};
  float length = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    constexpr std::size_t kAhead = 16;  // the table is larger than the caches
    if (i + kAhead < rows.size()) __builtin_prefetch(&row_at(rows[i + kAhead].row));
    const CountedRow& counted = rows[i];
    const TopicRow& row = row_at(counted.row);
    const float value = row_value(counted.count, static_cast<float>(row.rarity) * kRarityStep);
    length += value * value;
    const float scale = value * static_cast<float>(1 << row.shift);
    for (std::size_t k = 0; k < kTopTopics; ++k)
      sums[k] += scale * static_cast<float>(row.weights[k]);
  }
  const float norm = length > 0 ? header_->step / std::sqrt(length) : 0;
  TopicScores result{};
  for (std::size_t k = 0; k < kTopTopics; ++k) {
    const float score = sums[k] * norm + header_->bias[k];
    result[k] = logistic(header_->slope[k] * score + header_->offset[k]);
  }
  return result;
}

std::vector<Topic> topics_of(const TopicScores& probabilities) {
  std::vector<std::size_t> order(kTopTopics);
  for (std::size_t k = 0; k < kTopTopics; ++k) order[k] = k;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return probabilities[a] > probabilities[b];
  });
  std::vector<Topic> topics;
  for (const std::size_t k : order)
    if (probabilities[k] >= (topics.empty() ? kLeast : kLikely))
      topics.push_back(topic_at(k, probabilities[k]));
  return topics;
}

void write_topic_model(const std::filesystem::path& path, const TopicModel& model) {
  std::string content;
  const auto append = [&content](const void* bytes, std::size_t size) {
    content.append(static_cast<const char*>(bytes), size);
  };
  append(&model.bias, sizeof model.bias);
  append(&model.slope, sizeof model.slope);
  append(&model.offset, sizeof model.offset);
  append(&model.step, sizeof model.step);
  append(&model.usual, sizeof model.usual);
  std::vector<TopicRow> rows;
  for (std::size_t first = 0; first < kTopicRows; first += kRowsOfKept) {
    TopicClassifier::Kept kept{0, static_cast<std::uint32_t>(rows.size())};
    for (std::uint32_t i = 0; i < kRowsOfKept; ++i) {
      if (model.rows[first + i] == model.usual) continue;
      kept.bits |= 1u << i;
      rows.push_back(model.rows[first + i]);
    }
    append(&kept, sizeof kept);
  }
  append(rows.data(), rows.size() * sizeof(TopicRow));
  write_model_file(path, ModelKind::topics, content);
}

}  // namespace newsindex
