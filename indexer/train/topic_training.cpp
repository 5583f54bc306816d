// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/topic_training.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>
#include <unordered_map>

#include "indexer/enrich/names/tokens.h"
#include "indexer/enrich/topics/topics.h"

namespace newsindex {
namespace {

constexpr float kRarityStep = 1.0f / 16;

using Vector = std::array<float, kDimensions>;

struct Example {
  std::vector<CountedRow> rows;  // count: the value of the row
  Vector vector{};               // the sum of the vectors of the rows, by value
  TopicSet topics = 0;
  float weight = 1;
};

class FormTable {
 public:
  FormTable(const Vocabulary& vocabulary, const NameWords& words)
      : vocabulary_(vocabulary), words_(words) {}
  std::vector<const WordForm*> forms_of(std::string_view text) {
    std::vector<const WordForm*> forms;
    const CutText cut = cut_names(text, words_);
    for (std::size_t i = 0; i < cut.tokens.size(); ++i) {
      const std::string word(cut.word(i));
      const auto found = forms_.find(word);
      forms.push_back(found != forms_.end()
                          ? &found->second
                          : &forms_.emplace(word, form_of(word, vocabulary_)).first->second);
    }
    return forms;
  }

 private:
  const Vocabulary& vocabulary_;
  const NameWords& words_;
  std::unordered_map<std::string, WordForm> forms_;
};

std::vector<Example> examples_of(const std::vector<LabelledText>& texts, FormTable& table) {
  RowCounter counter;
  std::vector<Example> examples;
  for (const LabelledText& text : texts) {
    count_rows(table.forms_of(text.title), table.forms_of(text.body), counter);
    examples.push_back({counter.take(), {}, text.topics, text.weight});
  }
  return examples;
}

// 16 · idf of each row, as it is stored.
std::vector<std::uint8_t> rarities_of(const std::vector<Example>& examples) {
  std::vector<std::uint32_t> texts(kTopicRows);
  for (const Example& example : examples)
    for (const CountedRow& row : example.rows) ++texts[row.row];
  std::vector<std::uint8_t> rarities(kTopicRows);
  for (std::size_t row = 0; row < kTopicRows; ++row) {
    const double idf = std::log((static_cast<double>(examples.size()) + 1) / (texts[row] + 1.0));
    rarities[row] = static_cast<std::uint8_t>(std::clamp(std::lround(idf / kRarityStep), 0l, 255l));
  }
  return rarities;
}

// The vector of the most frequent word of each row; null where there is none, and for rows of
// clusters, which stand for many words. They are made longer, so that they are learnt from faster
// than single words.
class RowVectors {
 public:
  RowVectors(const WordVectors& vectors, const Vocabulary& vocabulary) : of_row_(kTopicRows) {
    std::set<std::pair<std::uint16_t, std::uint16_t>> seen;
    for (std::size_t word = 0; word < std::min(vectors.words.size(), kWords); ++word) {
      const WordForm form = form_of(vectors.words[word], vocabulary);
      const float*& vector = of_row_[row_of_word(form.meaning)];
      if (vector == nullptr) vector = &vectors.values[word * kDimensions];
      seen.emplace(form.cluster.fine, form.cluster.coarse);
    }
    for (const auto& [fine, coarse] : seen)
      of_row_[row_of_fine(fine)] = of_row_[row_of_coarse(coarse)] = nullptr;
  }

  void add(std::size_t row, float value, Vector& sum) const {
    constexpr float kLength = 2;
    if (of_row_[row] == nullptr) return;
    for (std::size_t i = 0; i < kDimensions; ++i) sum[i] += kLength * value * of_row_[row][i];
  }

 private:
  static constexpr std::size_t kWords = 40'000;

  std::vector<const float*> of_row_;
};

void weigh(std::vector<Example>& examples, const std::vector<std::uint8_t>& rarities,
           const RowVectors& vectors) {
  for (Example& example : examples) {
    float length = 0;
    for (CountedRow& row : example.rows) {
      row.count = row_value(row.count, static_cast<float>(rarities[row.row]) * kRarityStep);
      length += row.count * row.count;
    }
    if (length <= 0) continue;
    for (CountedRow& row : example.rows) {
      row.count /= std::sqrt(length);
      vectors.add(row.row, row.count, example.vector);
    }
  }
}

bool has(TopicSet topics, std::size_t k) { return (topics >> k & 1u) != 0; }

using Directions = std::array<TopicScores, kDimensions>;

void add_scores(const Vector& vector, const Directions& directions, TopicScores& scores) {
  for (std::size_t i = 0; i < kDimensions; ++i)
    for (std::size_t k = 0; k < kTopTopics; ++k) scores[k] += directions[i][k] * vector[i];
}

struct Weights {
  std::vector<TopicScores> rows = std::vector<TopicScores>(kTopicRows);
  Directions directions{};  // of the vectors
  TopicScores bias{};
};

class Regression {
 public:
  Regression(const std::vector<Example>& examples, const TopicTrainingOptions& options)
      : examples_(examples), options_(options) {
    constexpr float kFirst = 1e-2f;
    for (TopicScores& sizes : sizes_.rows) sizes.fill(kFirst);
    for (TopicScores& sizes : sizes_.directions) sizes.fill(kFirst);
    sizes_.bias.fill(1);
    weights.bias.fill(-2);
    balance();
  }

  void learn() {
    std::vector<std::uint32_t> order(examples_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::mt19937 random(options_.seed);
    for (int round = 0; round < options_.rounds; ++round) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      for (const std::uint32_t number : order) learn(examples_[number]);
    }
  }

  TopicScores scores(const Example& example) const {
    TopicScores sums = weights.bias;
    for (const CountedRow& row : example.rows)
      for (std::size_t k = 0; k < kTopTopics; ++k) sums[k] += weights.rows[row.row][k] * row.count;
    add_scores(example.vector, weights.directions, sums);
    return sums;
  }

  Weights weights;

 private:
  // Rare topics count more, at most twice.
  void balance() {
    std::array<double, kTopTopics> counts{};
    double all = 0;
    for (const Example& example : examples_)
      for (std::size_t k = 0; k < kTopTopics; ++k)
        if (has(example.topics, k)) {
          counts[k] += example.weight;
          all += example.weight;
        }
    for (std::size_t k = 0; k < kTopTopics; ++k)
      boost_[k] =
          static_cast<float>(std::clamp(std::sqrt(all / kTopTopics / (counts[k] + 1)), 0.5, 2.0));
  }

  void learn(const Example& example) {
    constexpr float kBiasRate = 0.05f;
    TopicScores error = scores(example);
    for (std::size_t k = 0; k < kTopTopics; ++k) {
      const float wanted = has(example.topics, k) ? 1.0f : 0.0f;
      error[k] = (wanted - 1.0f / (1.0f + std::exp(-error[k]))) * example.weight *
                 (wanted > 0 ? boost_[k] : 1.0f);
      sizes_.bias[k] += error[k] * error[k];
      weights.bias[k] += kBiasRate * error[k] / std::sqrt(sizes_.bias[k]);
    }
    for (const CountedRow& row : example.rows)
      step(error, row.count, weights.rows[row.row], sizes_.rows[row.row]);
    for (std::size_t i = 0; i < kDimensions; ++i)
      step(error, example.vector[i], weights.directions[i], sizes_.directions[i]);
  }

  // One step of AdaGrad.
  void step(const TopicScores& error, float value, TopicScores& weight, TopicScores& size) const {
    for (std::size_t k = 0; k < kTopTopics; ++k) {
      const float gradient = error[k] * value - options_.decay * weight[k];
      size[k] += gradient * gradient;
      weight[k] += options_.rate * gradient / std::sqrt(size[k]);
    }
  }

  const std::vector<Example>& examples_;
  const TopicTrainingOptions& options_;
  Weights sizes_;
  TopicScores boost_{};
};

// The slope and offset that make the texts likeliest. One slope for all topics: there are too few
// texts of some for their own.
void calibrate(const std::vector<Example>& examples, const Regression& regression,
               TopicModel& model) {
  std::vector<TopicScores> scores;
  for (const Example& example : examples) scores.push_back(regression.scores(example));
  double best = 1e300;
  for (float slope = 0.6f; slope <= 4; slope += 0.1f)
    for (float offset = -3; offset <= 6; offset += 0.1f) {
      double loss = 0;
      for (std::size_t i = 0; i < examples.size(); ++i)
        for (std::size_t k = 0; k < kTopTopics; ++k) {
          const double score = slope * scores[i][k] + offset;
          loss += std::log1p(std::exp(has(examples[i].topics, k) ? -score : score)) *
                  examples[i].weight;
        }
      if (loss >= best) continue;
      best = loss;
      model.slope.fill(slope);
      model.offset.fill(offset);
    }
}

TopicRow quantised(const TopicScores& weights, std::uint8_t rarity, float step) {
  float most = 0;
  for (const float weight : weights) most = std::max(most, std::abs(weight));
  TopicRow row;
  while (most / (step * static_cast<float>(1 << row.shift)) > 127) ++row.shift;
  for (std::size_t k = 0; k < kTopTopics; ++k)
    row.weights[k] = static_cast<std::int8_t>(
        std::lrint(weights[k] / (step * static_cast<float>(1 << row.shift))));
  row.rarity = rarity;
  return row;
}

}  // namespace

TopicModel train_topics(const std::vector<LabelledText>& texts,
                        const std::vector<LabelledText>& calibrating, const Vocabulary& vocabulary,
                        const NameWords& words, const WordVectors& vectors,
                        const TopicTrainingOptions& options) {
  FormTable table(vocabulary, words);
  const RowVectors row_vectors(vectors, vocabulary);
  std::vector<Example> examples = examples_of(texts, table);
  const std::vector<std::uint8_t> rarities = rarities_of(examples);
  weigh(examples, rarities, row_vectors);
  Regression regression(examples, options);
  regression.learn();
  std::vector<Example> others = examples_of(calibrating, table);
  weigh(others, rarities, row_vectors);
  TopicModel model;
  model.bias = regression.weights.bias;
  model.step = 0.02f;
  calibrate(others, regression, model);
  for (std::size_t row = 0; row < kTopicRows; ++row) {
    Vector vector{};
    row_vectors.add(row, 1, vector);
    TopicScores weights = regression.weights.rows[row];
    add_scores(vector, regression.weights.directions, weights);
    model.rows.push_back(quantised(weights, rarities[row], model.step));
  }
  return model;
}

}  // namespace newsindex
