// SPDX-License-Identifier: GPL-3.0-or-later
// Turns marked articles into the sentences that a random field learns from.
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/enrich/names/context.h"
#include "indexer/enrich/names/tokens.h"
#include "indexer/train/random_field.h"
#include "indexer/train/token_files.h"

namespace newsindex {

// Whose habits of marking names an article follows: see name_training.h.
enum class Habit : std::uint8_t { none, agency, social, web, encyclopedia, corpus, foreign };

struct TrainingSet {
  std::vector<MarkedArticle> articles;
  float weight = 1;
  Habit habit = Habit::none;
};

// The numbers of word vectors, by word.
class VectorNumbers {
 public:
  explicit VectorNumbers(const std::vector<std::string>& words);
  std::uint32_t of(const WordForm& word) const;

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

using WordViews = std::vector<const WordForm*>;
WordViews views_of(const std::vector<WordForm>& forms);

// A sentence with its rows, without tags. `vectors`: for a network that reads the sentence, too; or
// null.
TaggedSentence sentence_of(std::span<const WordForm* const> forms, const WordCases& cases,
                           Habit habit, const VectorNumbers* vectors);

class ExampleMaker {
 public:
  // A share `recased` of the sentences is also learnt in capitals or as headlines. The arguments
  // must outlive this object.
  ExampleMaker(const Vocabulary& vocabulary, const NameWords& words, double recased,
               const VectorNumbers* vectors = nullptr);

  void add(const TrainingSet& set);

  std::vector<TaggedSentence> sentences;

 private:
  void add(const MarkedArticle& article);
  void add_sentence(std::size_t begin, std::size_t end);
  void append(const WordViews& forms, const std::vector<Tag>& tags, const WordCases& cases,
              float weight);

  const Vocabulary& vocabulary_;
  const NameWords& words_;
  double recased_;
  const VectorNumbers* vectors_;
  std::mt19937 random_{17};
  CutText cut_;
  WordViews forms_;
  WordCases cases_;
  std::vector<Tag> tags_;
  float weight_ = 1;
  Habit habit_ = Habit::none;
};

}  // namespace newsindex
