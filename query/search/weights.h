// SPDX-License-Identifier: GPL-3.0-or-later
// How much each part of a score counts. --weights sets the weights; `newsquery evaluate` finds the
// best ones for an archive.
#pragma once

#include <array>
#include <string_view>

namespace newsindex {

// A word that is in 1 % of all articles adds about 5 to a score. So a topic counts about half as
// much as such a word, and a named entity as much as the word.
struct Weights {
  double topic = 2.5;       // a topic of full confidence
  double entity = 5;        // an entity of full salience
  double recency = 5;       // the newest article, with --recent; half of it after one half-life
  double closeness = 0.25;  // two words close to each other, times the rarity of the rarer one
  double lead = 0.8;        // a word at the beginning, times its rarity; half of it 50 words later
  double feedback = 0.6;    // the best word of the best hits, relative to a word of the query
  double function = 0.2;    // a word like "what" or "between", relative to a content word
  double k1 = 1.2;          // of BM25: how much repeated words count
  double b = 0.75;          // of BM25: how much the length of an article counts, 0 to 1
  friend bool operator==(const Weights&, const Weights&) = default;
};

// The weights by their names in --weights.
struct NamedWeight {
  std::string_view name;
  double Weights::*weight;
  double most;
};

inline constexpr std::array kNamedWeights{
    NamedWeight{"topic", &Weights::topic, 1000},
    NamedWeight{"entity", &Weights::entity, 1000},
    NamedWeight{"recency", &Weights::recency, 1000},
    NamedWeight{"closeness", &Weights::closeness, 1000},
    NamedWeight{"lead", &Weights::lead, 1000},
    NamedWeight{"feedback", &Weights::feedback, 1000},
    NamedWeight{"function", &Weights::function, 1},
    NamedWeight{"k1", &Weights::k1, 1000},
    NamedWeight{"b", &Weights::b, 1},
};

}  // namespace newsindex
