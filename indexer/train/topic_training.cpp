// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/topic_training.h"

#include <algorithm>
#include <cmath>
#include <limits>
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
  Vector vector{};               // the sum of the vectors of the rows, weighted by value
  TopicSet topics = 0;
  float weight = 1;
  std::string_view collection;
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
    examples.push_back({counter.take(), {}, text.topics, text.weight, text.collection});
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

// The vector of each row: that of its most frequent word. Null if there is none, and for rows of
// clusters, which stand for many words. The vectors are scaled up, so that they are learnt faster
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
  static constexpr std::size_t kWords = 120'000;

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
  Directions directions{};  // weights of each dimension of the vectors
  TopicScores bias{};
};

TopicScores scores_of(const Example& example, const Weights& weights) {
  TopicScores sums = weights.bias;
  for (const CountedRow& row : example.rows)
    for (std::size_t k = 0; k < kTopTopics; ++k) sums[k] += weights.rows[row.row][k] * row.count;
  add_scores(example.vector, weights.directions, sums);
  return sums;
}

class Regression {
 public:
  // `left_out`: the collection that is not learnt from; empty: none.
  Regression(const std::vector<Example>& examples, std::string_view left_out,
             const TopicTrainingOptions& options)
      : options_(options) {
    constexpr float kFirst = 1e-2f;
    for (const Example& example : examples)
      if (left_out.empty() || example.collection != left_out) examples_.push_back(&example);
    for (TopicScores& sizes : sizes_.rows) sizes.fill(kFirst);
    for (TopicScores& sizes : sizes_.directions) sizes.fill(kFirst);
    sizes_.bias.fill(1);
    weights.bias.fill(-2);
    balance();
  }

  void learn(unsigned seed) {
    std::mt19937 random(seed);
    for (int round = 0; round < options_.rounds; ++round) {
      for (std::size_t i = examples_.size(); i > 1; --i)
        std::swap(examples_[i - 1], examples_[random() % i]);
      for (const Example* example : examples_) learn(*example);
    }
  }

  Weights weights;

 private:
  // Rare topics count more, up to twice; frequent topics less, down to half.
  void balance() {
    std::array<double, kTopTopics> counts{};
    double all = 0;
    for (const Example* example : examples_)
      for (std::size_t k = 0; k < kTopTopics; ++k)
        if (has(example->topics, k)) {
          counts[k] += example->weight;
          all += example->weight;
        }
    for (std::size_t k = 0; k < kTopTopics; ++k)
      boost_[k] =
          static_cast<float>(std::clamp(std::sqrt(all / kTopTopics / (counts[k] + 1)), 0.5, 2.0));
  }

  void learn(const Example& example) {
    constexpr float kBiasRate = 0.05f;
    TopicScores error = scores_of(example, weights);
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

  std::vector<const Example*> examples_;
  const TopicTrainingOptions& options_;
  Weights sizes_;
  TopicScores boost_{};
};

void add(const TopicScores& part, float share, TopicScores& sum) {
  for (std::size_t k = 0; k < kTopTopics; ++k) sum[k] += share * part[k];
}

// The mean of options.models models.
Weights learn(const std::vector<Example>& examples, std::string_view left_out,
              const TopicTrainingOptions& options) {
  Weights mean;
  const float share = 1.0f / static_cast<float>(options.models);
  for (unsigned seed = 1; seed <= options.models; ++seed) {
    Regression regression(examples, left_out, options);
    regression.learn(seed);
    for (std::size_t row = 0; row < kTopicRows; ++row)
      add(regression.weights.rows[row], share, mean.rows[row]);
    for (std::size_t i = 0; i < kDimensions; ++i)
      add(regression.weights.directions[i], share, mean.directions[i]);
    add(regression.weights.bias, share, mean.bias);
  }
  return mean;
}

// For each collection labelled by people, the scores of its texts by a model of all the others.
std::vector<JudgedCollection> judge(const std::vector<Example>& examples,
                                    const TopicTrainingOptions& options) {
  std::set<std::string_view> names;
  for (const Example& example : examples)
    if (!example.collection.empty()) names.insert(example.collection);
  std::vector<JudgedCollection> judged;
  for (const std::string_view name : names) {
    const Weights weights = learn(examples, name, options);
    JudgedCollection& collection = judged.emplace_back();
    collection.name = name;
    for (const Example& example : examples) {
      if (example.collection != name) continue;
      collection.topics.push_back(example.topics);
      collection.probabilities.push_back(scores_of(example, weights));
    }
  }
  return judged;
}

float probability_of(float score, float slope, float offset) {
  return 1 / (1 + std::exp(-(slope * score + offset)));
}

// The loss of a slope and an offset for a topic: how unlikely they make the labels of people. Each
// collection counts the same.
double loss_of(const std::vector<JudgedCollection>& judged, std::size_t topic, float slope,
               float offset) {
  double loss = 0;
  for (const JudgedCollection& collection : judged) {
    double sum = 0;
    for (std::size_t i = 0; i < collection.topics.size(); ++i) {
      const double score = slope * collection.probabilities[i][topic] + offset;
      sum += std::log1p(std::exp(has(collection.topics[i], topic) ? -score : score));
    }
    loss += sum / static_cast<double>(collection.topics.size());
  }
  return loss;
}

// Finds the slope and the offsets that make the labels of people most likely, then turns the scores
// into probabilities. All topics share one slope, because some have too few texts for their own.
// The offset of a topic moves away from the common one only as far as its texts demand.
void calibrate(std::vector<JudgedCollection>& judged, TopicModel& model) {
  constexpr double kTether = 0.06;
  double best = std::numeric_limits<double>::max();
  float common = 0;
  for (float slope = 0.5f; slope <= 4; slope += 0.05f)
    for (float offset = -3; offset <= 6; offset += 0.1f) {
      double loss = 0;
      for (std::size_t k = 0; k < kTopTopics; ++k) loss += loss_of(judged, k, slope, offset);
      if (loss >= best) continue;
      best = loss;
      common = offset;
      model.slope.fill(slope);
    }
  for (std::size_t k = 0; k < kTopTopics; ++k) {
    best = std::numeric_limits<double>::max();
    for (float moved = -2; moved <= 2; moved += 0.05f) {
      const double loss =
          loss_of(judged, k, model.slope[k], common + moved) + kTether * moved * moved;
      if (loss >= best) continue;
      best = loss;
      model.offset[k] = common + moved;
    }
  }
  for (JudgedCollection& collection : judged)
    for (TopicScores& scores : collection.probabilities)
      for (std::size_t k = 0; k < kTopTopics; ++k)
        scores[k] = probability_of(scores[k], model.slope[k], model.offset[k]);
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

// Leaves out the least useful rows: first those of words that are in no text, then those with the
// smallest weights. How rare a word is matters even if it tells of no topic.
void keep_rows(std::size_t most, TopicModel& model) {
  const auto use = [&](std::size_t number) {
    const TopicRow& row = model.rows[number];
    int largest = 0;
    for (const std::int8_t weight : row.weights) largest = std::max(largest, std::abs(int{weight}));
    return std::pair(row.rarity != model.usual.rarity, largest << row.shift);
  };
  std::vector<std::size_t> order(model.rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return use(a) > use(b); });
  for (std::size_t i = most; i < order.size(); ++i) model.rows[order[i]] = model.usual;
}

}  // namespace

TrainedTopics train_topics(const std::vector<LabelledText>& texts, const Vocabulary& vocabulary,
                           const NameWords& words, const WordVectors& vectors,
                           const TopicTrainingOptions& options) {
  FormTable table(vocabulary, words);
  const RowVectors row_vectors(vectors, vocabulary);
  std::vector<Example> examples = examples_of(texts, table);
  const std::vector<std::uint8_t> rarities = rarities_of(examples);
  weigh(examples, rarities, row_vectors);
  TrainedTopics trained;
  trained.judged = judge(examples, options);
  TopicModel& model = trained.model;
  calibrate(trained.judged, model);
  const Weights weights = learn(examples, {}, options);
  model.bias = weights.bias;
  model.step = 0.02f;
  model.usual.rarity = *std::max_element(rarities.begin(), rarities.end());
  for (std::size_t row = 0; row < kTopicRows; ++row) {
    Vector vector{};
    row_vectors.add(row, 1, vector);
    TopicScores sums = weights.rows[row];
    add_scores(vector, weights.directions, sums);
    model.rows.push_back(quantised(sums, rarities[row], model.step));
  }
  keep_rows(options.most_rows, model);
  return trained;
}

}  // namespace newsindex
