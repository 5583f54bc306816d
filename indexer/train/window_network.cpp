// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/window_network.h"

#include <algorithm>
#include <cmath>

#include "indexer/train/word_vectors.h"

namespace newsindex {
namespace {

constexpr std::size_t kFlags = 6;
constexpr std::size_t kNoWord = kDimensions + kFlags;  // input of a word without a vector
constexpr std::size_t kEdge = kNoWord + 1;             // input of a place outside of the sentence
constexpr std::size_t kOfWord = kEdge + 1;             // inputs of a word
constexpr float kVectorScale = 3;
constexpr float kLeftOut = 0.3f;  // of the hidden units
constexpr float kRate = 0.02f;
constexpr float kFirstSize = 1e-2f;

float between(std::mt19937& random, float most) {
  const float share = static_cast<float>(random()) / static_cast<float>(std::mt19937::max());
  return most * (2 * share - 1);
}

template <class Weights>
void step(Weights& weights, Weights& sizes, const Weights& gradient) {
  for (std::size_t i = 0; i < weights.size(); ++i) {
    sizes[i] += gradient[i] * gradient[i];
    weights[i] += kRate * gradient[i] / std::sqrt(sizes[i]);
  }
}

}  // namespace

WindowNetwork::WindowNetwork(const std::vector<float>& vectors, unsigned seed)
    : vectors_(vectors), random_(seed) {
  constexpr float kMostIn = 0.08f;
  constexpr float kMostOut = 0.1f;
  in_.resize(kWindowWords * kOfWord);
  in_gradient_.resize(in_.size());
  in_sizes_.resize(in_.size());
  for (Hidden& weights : in_)
    for (float& weight : weights) weight = between(random_, kMostIn);
  for (ScoreLane& weights : out_)
    for (Tag tag = 0; tag < kNameTags; ++tag) weights[tag] = between(random_, kMostOut);
  for (Hidden& sizes : in_sizes_) sizes.fill(kFirstSize);
  for (ScoreLane& sizes : out_sizes_) sizes.fill(kFirstSize);
  bias_sizes_.fill(kFirstSize);
}

void WindowNetwork::see(std::span<const WindowWord> words, std::size_t at, Token& token) const {
  token.input.assign(kWindowWords * kOfWord, 0);
  for (std::size_t place = 0; place < kWindowWords; ++place) {
    float* input = &token.input[place * kOfWord];
    if (at + place < kWindowWords / 2 || at + place - kWindowWords / 2 >= words.size()) {
      input[kEdge] = 1;
      continue;
    }
    const WindowWord& word = words[at + place - kWindowWords / 2];
    if (word.vector == WindowWord::kNoVector) input[kNoWord] = 1;
    if (word.vector != WindowWord::kNoVector)
      for (std::size_t i = 0; i < kDimensions; ++i)
        input[i] = kVectorScale * vectors_[word.vector * kDimensions + i];
    for (std::size_t flag = 0; flag < kFlags; ++flag)
      input[kDimensions + flag] = static_cast<float>(word.flags >> flag & 1);
  }
  token.hidden = bias_;
  for (std::size_t i = 0; i < token.input.size(); ++i) {
    const float value = token.input[i];
    if (value == 0) continue;
    for (std::size_t unit = 0; unit < kHidden; ++unit) token.hidden[unit] += value * in_[i][unit];
  }
  for (float& value : token.hidden) value = std::tanh(value);
  token.kept.fill(1);
}

void WindowNetwork::add_scores(const Token& token, ScoreLane& scores) const {
  for (std::size_t unit = 0; unit < kHidden; ++unit) {
    const float value = token.hidden[unit] * token.kept[unit];
    for (std::size_t tag = 0; tag < kTagLanes; ++tag) scores[tag] += value * out_[unit][tag];
  }
}

void WindowNetwork::score(std::span<const WindowWord> words, std::span<ScoreLane> scores) {
  tokens_.resize(1);
  for (std::size_t at = 0; at < words.size(); ++at) {
    see(words, at, tokens_[0]);
    add_scores(tokens_[0], scores[at]);
  }
}

void WindowNetwork::score_to_learn(std::span<const WindowWord> words, std::span<ScoreLane> scores) {
  constexpr auto kLimit = static_cast<std::uint32_t>(kLeftOut * 4294967295.0);
  tokens_.resize(words.size());
  for (std::size_t at = 0; at < words.size(); ++at) {
    see(words, at, tokens_[at]);
    for (float& kept : tokens_[at].kept) kept = random_() < kLimit ? 0 : 1 / (1 - kLeftOut);
    add_scores(tokens_[at], scores[at]);
  }
}

void WindowNetwork::add_gradient(const Token& token, const ScoreLane& error) {
  Hidden back{};
  for (std::size_t unit = 0; unit < kHidden; ++unit) {
    const float value = token.hidden[unit];
    for (std::size_t tag = 0; tag < kTagLanes; ++tag) {
      back[unit] += out_[unit][tag] * error[tag];
      out_gradient_[unit][tag] += value * token.kept[unit] * error[tag];
    }
    back[unit] *= token.kept[unit] * (1 - value * value);
    bias_gradient_[unit] += back[unit];
  }
  for (std::size_t i = 0; i < token.input.size(); ++i) {
    const float value = token.input[i];
    if (value == 0) continue;
    for (std::size_t unit = 0; unit < kHidden; ++unit) in_gradient_[i][unit] += value * back[unit];
  }
}

void WindowNetwork::learn(std::span<const ScoreLane> errors) {
  bool is_wrong = false;
  for (std::size_t at = 0; at < errors.size(); ++at) {
    if (errors[at] == ScoreLane{}) continue;
    add_gradient(tokens_[at], errors[at]);
    is_wrong = true;
  }
  if (is_wrong) move();
}

void WindowNetwork::move() {
  for (std::size_t i = 0; i < in_.size(); ++i) {
    step(in_[i], in_sizes_[i], in_gradient_[i]);
    in_gradient_[i] = {};
  }
  for (std::size_t unit = 0; unit < kHidden; ++unit)
    step(out_[unit], out_sizes_[unit], out_gradient_[unit]);
  step(bias_, bias_sizes_, bias_gradient_);
  out_gradient_ = {};
  bias_gradient_ = {};
}

}  // namespace newsindex
