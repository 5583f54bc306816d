// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/random_field.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <random>

namespace newsindex {
namespace {

using Lane = FieldWeights::Lane;
using Probabilities = std::array<double, kNameTags>;

constexpr float kSmall = 1e-3f;  // smaller errors are ignored

struct StepSizes {
  explicit StepSizes(std::size_t rows) : weights{std::vector<Lane>(rows), {}, {}, {}} {
    constexpr float kFirst = 1e-2f;
    for (Lane& lane : weights.transitions) lane.fill(kFirst);
    weights.start.fill(kFirst);
    weights.end.fill(kFirst);
  }
  FieldWeights weights;  // sums of squares of gradients
};

class Trainer {
 public:
  Trainer(FieldWeights& weights, const FieldOptions& options, WindowNetwork* network)
      : weights_(weights),
        options_(options),
        network_(network),
        sizes_(weights.rows.size()),
        random_(options.seed) {}

  void learn(const TaggedSentence& sentence) {
    choose_rows(sentence);
    score(sentence);
    exponentiate();
    go_forward();
    go_backward();
    move_transitions(sentence);
    move_rows(sentence);
  }

 private:
  std::size_t length() const { return emissions_.size(); }

  // Chooses the rows that are kept. If a sentence has a habit, the second half of a token's rows
  // are the copies for the habit: a row and its copy are kept or left out together.
  void choose_rows(const TaggedSentence& sentence) {
    kept_.assign(sentence.rows.size(), 1);
    if (options_.left_out == 0) return;
    const auto limit = static_cast<std::uint32_t>(options_.left_out * 4294967295.0);
    std::uint32_t begin = 0;
    for (const std::uint32_t end : sentence.row_ends) {
      const bool has_habit = sentence.rows[end - 1] >= kNameRows;
      const std::uint32_t own = has_habit ? (end - begin) / 2 : end - begin;
      for (std::uint32_t row = begin; row < begin + own; ++row) {
        kept_[row] = random_() >= limit ? 1 : 0;
        if (has_habit) kept_[row + own] = kept_[row];
      }
      begin = end;
    }
  }

  void score(const TaggedSentence& sentence) {
    emissions_.assign(sentence.tags.size(), Lane{});
    const float scale = 1 / (1 - options_.left_out);
    std::uint32_t row = 0;
    for (std::size_t i = 0; i < length(); ++i)
      for (; row < sentence.row_ends[i]; ++row) {
        if (kept_[row] == 0) continue;
        const Lane& weights = weights_.rows[sentence.rows[row]];
        for (std::size_t t = 0; t < kTagLanes; ++t) emissions_[i][t] += scale * weights[t];
      }
    if (network_ != nullptr) network_->score_to_learn(sentence.words, emissions_);
  }

  void exponentiate() {
    potentials_.resize(length());
    for (std::size_t i = 0; i < length(); ++i) {
      const float most =
          *std::max_element(emissions_[i].begin(), emissions_[i].begin() + kNameTags);
      for (Tag t = 0; t < kNameTags; ++t)
        potentials_[i][t] = std::exp(double(emissions_[i][t] - most));
    }
    for (Tag a = 0; a < kNameTags; ++a)
      for (Tag b = 0; b < kNameTags; ++b)
        passing_[a][b] = may_follow(a, b) ? std::exp(double(weights_.transitions[a][b])) : 0;
  }

  void go_forward() {
    forward_.assign(length(), Probabilities{});
    scales_.assign(length(), 0);
    for (Tag t = 0; t < kNameTags; ++t)
      if (!continues_before(t))
        forward_[0][t] = potentials_[0][t] * std::exp(double(weights_.start[t]));
    normalise(0);
    for (std::size_t i = 1; i < length(); ++i) {
      for (Tag a = 0; a < kNameTags; ++a)
        for (Tag b = 0; b < kNameTags; ++b) forward_[i][b] += forward_[i - 1][a] * passing_[a][b];
      for (Tag b = 0; b < kNameTags; ++b) forward_[i][b] *= potentials_[i][b];
      normalise(i);
    }
  }

  void normalise(std::size_t i) {
    scales_[i] = std::accumulate(forward_[i].begin(), forward_[i].end(), 0.0);
    for (double& probability : forward_[i]) probability /= scales_[i];
  }

  void go_backward() {
    backward_.assign(length(), Probabilities{});
    Probabilities& last = backward_.back();
    double total = 0;
    for (Tag t = 0; t < kNameTags; ++t) {
      if (!continues_after(t)) last[t] = std::exp(double(weights_.end[t]));
      total += last[t] * forward_.back()[t];
    }
    for (double& probability : last) probability /= total;
    for (std::size_t i = length() - 1; i-- > 0;)
      for (Tag a = 0; a < kNameTags; ++a) {
        double sum = 0;
        for (Tag b = 0; b < kNameTags; ++b)
          sum += passing_[a][b] * potentials_[i + 1][b] * backward_[i + 1][b];
        backward_[i][a] = sum / scales_[i + 1];
      }
  }

  double marginal(std::size_t i, Tag t) const { return forward_[i][t] * backward_[i][t]; }

  void move(float& weight, float& size, double gradient) const {
    const auto g = static_cast<float>(gradient);
    size += g * g;
    weight += options_.rate * g / std::sqrt(size);
  }

  void move_transitions(const TaggedSentence& sentence) {
    std::array<Probabilities, kNameTags> gradient{};
    for (std::size_t i = 1; i < length(); ++i) {
      gradient[sentence.tags[i - 1]][sentence.tags[i]] += 1;
      for (Tag a = 0; a < kNameTags; ++a)
        for (Tag b = 0; b < kNameTags; ++b)
          gradient[a][b] -= forward_[i - 1][a] * passing_[a][b] * potentials_[i][b] *
                            backward_[i][b] / scales_[i];
    }
    for (Tag a = 0; a < kNameTags; ++a) {
      for (Tag b = 0; b < kNameTags; ++b)
        if (may_follow(a, b))
          move(weights_.transitions[a][b], sizes_.weights.transitions[a][b],
               gradient[a][b] * sentence.weight);
      if (!continues_before(a))
        move(weights_.start[a], sizes_.weights.start[a],
             ((sentence.tags.front() == a) - marginal(0, a)) * sentence.weight);
      if (!continues_after(a))
        move(weights_.end[a], sizes_.weights.end[a],
             ((sentence.tags.back() == a) - marginal(length() - 1, a)) * sentence.weight);
    }
  }

  void move_rows(const TaggedSentence& sentence) {
    std::uint32_t row = 0;
    errors_.assign(length(), Lane{});
    for (std::size_t i = 0; i < length(); ++i) {
      Lane error{};
      float most = 0;
      for (Tag t = 0; t < kNameTags; ++t) {
        error[t] = static_cast<float>((sentence.tags[i] == t) - marginal(i, t)) * sentence.weight;
        most = std::max(most, std::abs(error[t]));
      }
      if (most < kSmall) {
        row = sentence.row_ends[i];
        continue;
      }
      for (; row < sentence.row_ends[i]; ++row)
        if (kept_[row] != 0) move_row(sentence.rows[row], error);
      errors_[i] = error;
    }
    if (network_ != nullptr) network_->learn(errors_);
  }

  void move_row(std::uint32_t row, const Lane& error) {
    constexpr float kEpsilon = 0.1f;
    Lane& weights = weights_.rows[row];
    Lane& sizes = sizes_.weights.rows[row];
    for (std::size_t t = 0; t < kTagLanes; ++t) {
      const float gradient = error[t] - options_.decay * weights[t];
      sizes[t] += gradient * gradient;
      weights[t] += options_.rate * gradient / (std::sqrt(sizes[t]) + kEpsilon);
    }
  }

  FieldWeights& weights_;
  const FieldOptions& options_;
  WindowNetwork* network_;
  StepSizes sizes_;
  std::mt19937 random_;
  std::vector<std::uint8_t> kept_;  // by row of the sentence: 0 or 1
  std::vector<Lane> emissions_;
  std::vector<Lane> errors_;  // of tokens
  std::vector<Probabilities> potentials_;
  std::vector<Probabilities> forward_;
  std::vector<Probabilities> backward_;
  std::vector<double> scales_;
  std::array<Probabilities, kNameTags> passing_{};
};

}  // namespace

FieldWeights train_field(const std::vector<TaggedSentence>& sentences, const FieldOptions& options,
                         WindowNetwork* network) {
  FieldWeights weights;
  weights.rows.resize(options.rows);
  Trainer trainer(weights, options, network);
  std::vector<std::uint32_t> order(sentences.size());
  std::iota(order.begin(), order.end(), 0u);
  std::mt19937 random(options.seed);
  for (int round = 0; round < options.rounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const std::uint32_t number : order) trainer.learn(sentences[number]);
  }
  return weights;
}

}  // namespace newsindex
