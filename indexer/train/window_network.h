// SPDX-License-Identifier: GPL-3.0-or-later
// A small network over the word vectors of five neighbours, which adds to the scores of a random
// field (Collobert et al.: Natural Language Processing (Almost) from Scratch, JMLR 12, 2011). It is
// too large to be shipped; it only teaches the shipped model (name_teacher.h).
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "indexer/enrich/names/tags.h"

namespace newsindex {

using ScoreLane = std::array<float, kTagLanes>;

// What the network sees of a word.
struct WindowWord {
  static constexpr std::uint32_t kNoVector = UINT32_MAX;
  std::uint32_t vector = kNoVector;  // number of its word vector
  std::uint8_t flags = 0;            // six bits, of its letters and its place
};

// Not thread-safe. Trained by gradients with a step size for each weight, like the random field.
class WindowNetwork {
 public:
  // `vectors`: kDimensions (word_vectors.h) numbers for each word; must outlive this object.
  WindowNetwork(const std::vector<float>& vectors, unsigned seed);

  // Adds to the scores of each token.
  void score(std::span<const WindowWord> words, std::span<ScoreLane> scores);

  // The same during training: some hidden units are left out.
  void score_to_learn(std::span<const WindowWord> words, std::span<ScoreLane> scores);
  // Updates the weights by the errors of the tokens that score_to_learn scored last. Does nothing
  // if all errors are 0.
  void learn(std::span<const ScoreLane> errors);

 private:
  static constexpr std::size_t kHidden = 128;
  static constexpr std::size_t kWindowWords = 5;
  using Hidden = std::array<float, kHidden>;
  struct Token {
    std::vector<float> input;
    Hidden hidden{};
    Hidden kept{};  // 0 where a unit is left out
  };

  void see(std::span<const WindowWord> words, std::size_t at, Token& token) const;
  void add_scores(const Token& token, ScoreLane& scores) const;
  void add_gradient(const Token& token, const ScoreLane& error);
  void move();

  const std::vector<float>& vectors_;
  std::mt19937 random_;
  std::vector<Hidden> in_;  // weights by input
  Hidden bias_{};
  std::array<ScoreLane, kHidden> out_{};
  std::vector<Hidden> in_gradient_, in_sizes_;
  Hidden bias_gradient_{}, bias_sizes_{};
  std::array<ScoreLane, kHidden> out_gradient_{}, out_sizes_{};
  std::vector<Token> tokens_;  // that were scored last
};

}  // namespace newsindex
