// SPDX-License-Identifier: GPL-3.0-or-later
// How much each part of a score counts. --weights sets them; `newsquery evaluate` tells what is
// best for an archive.
#pragma once

#include <array>
#include <string_view>

namespace newsindex {

// A word that is in one article of a hundred adds about 5 to a score, so a topic weighs about half
// such a word, a named entity the whole of one.
struct Weights {
  double topic = 2.5;       // a topic of full confidence
  double entity = 5;        // an entity of full salience
  double recency = 5;       // the newest article, with --recent; half of it one half-life earlier
  double closeness = 0.25;  // two words that stand close to each other, against the rarer of them
  double lead = 0.8;      // a word that comes first, against its rarity; half of it 50 words later
  double feedback = 0.6;  // the best word of the best hits, against a word of the query
  double function = 0.2;  // a word like "what" or "between", against one of content
  double k1 = 1.2;        // of BM25: how much it counts that a word comes again
  double b = 0.75;        // of BM25: how much it counts that an article is long, 0 to 1
  friend bool operator==(const Weights&, const Weights&) = default;
};

// As --weights names them.
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
