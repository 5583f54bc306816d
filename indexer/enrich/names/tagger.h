// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the names of persons, organisations and places in text: a linear-chain conditional
// random field (Lafferty, McCallum, Pereira, ICML 2001), decoded by Viterbi's algorithm.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "indexer/enrich/languages/vocabulary.h"
#include "indexer/enrich/model_file.h"
#include "indexer/enrich/names/tags.h"
#include "indexer/enrich/names/tokens.h"
#include "indexer/enrich/names/viterbi.h"
#include "indexer/enrich/names/weight_row.h"
#include "indexer/enrich/names/word_form.h"

namespace newsindex {

struct NameModel {
  TagTransitions transitions;
  std::vector<WeightRow> rows;  // kNameRows of them
};

// Writes the transitions, one bit per row (1 if the row is not all 0), and the rows with a 1, in 14
// bytes each.
void write_name_model(const std::filesystem::path& path, const NameModel& model);

// Thread-safe; state kept between articles is in a Memory.
class NameTagger {
 public:
  // A cache of words. Use it with one tagger, and in one thread at a time.
  class Memory {
   public:
    explicit Memory(const NameTagger& tagger);
    ~Memory();
    Memory(Memory&&) noexcept;

    // The forms of the words of the last tagged article, field after field.
    std::span<const WordForm* const> forms() const;

   private:
    friend NameTagger;
    struct State;
    std::unique_ptr<State> state_;
  };

  // Throws Error(config), see ModelFile. The rows are unpacked when the first Memory is made.
  // `vocabulary` must outlive the tagger.
  NameTagger(const std::filesystem::path& path, const Vocabulary& vocabulary);
  ~NameTagger();

  // The names in the fields of one article: a list for each field, in reading order.
  std::vector<std::vector<TokenSpan>> tag(std::span<const CutText> fields, Memory& kept) const;

 private:
  std::span<const WeightRow> rows() const;

  ModelFile file_;
  const Vocabulary& vocabulary_;
  const TagTransitions* transitions_ = nullptr;
  mutable std::once_flag unpacked_;
  mutable std::vector<WeightRow> rows_;
};

}  // namespace newsindex
