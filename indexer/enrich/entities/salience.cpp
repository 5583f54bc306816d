// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/salience.h"

#include <algorithm>
#include <cmath>

namespace newsindex {
namespace {

// The weighted number of mentions.
double weight_of(const std::vector<Mention>& mentions) {
  constexpr double kInTitle = 3;
  double weight = 0;
  for (const Mention& mention : mentions)
    weight += mention.field == MentionField::title ? kInTitle : 1;
  return weight;
}

// Where the text first refers to the entity: 0 at the beginning, 1 at the end.
double first_place(const Entity& entity, std::size_t body_bytes) {
  double first = 1;
  for (const auto* mentions : {&entity.mentions, &entity.demonyms})
    for (const Mention& mention : *mentions) {
      const double place =
          mention.field == MentionField::title || body_bytes == 0
              ? 0
              : static_cast<double>(mention.start) / static_cast<double>(body_bytes);
      first = std::min(first, place);
    }
  return first;
}

// A logistic function of log mentions and earliness. Its constants give at least 85 to an entity
// that is named in the title and twice more, or five times from the lead on, and less than 30 to
// one that is mentioned once, outside of title and lead.
int salience_of(const Entity& entity, std::size_t body_bytes) {
  constexpr double kDemonym = 0.5;
  constexpr double kEarliness = 1.5;
  constexpr double kDecay = 5;
  constexpr double kFrequency = 1.3;
  constexpr double kMiddle = 2.6;
  const double mentions = weight_of(entity.mentions) + kDemonym * weight_of(entity.demonyms);
  const double early = std::exp(-kDecay * first_place(entity, body_bytes));
  const double score = kFrequency * std::log1p(mentions) + kEarliness * early - kMiddle;
  return static_cast<int>(std::lround(100 / (1 + std::exp(-1.6 * score))));
}

}  // namespace

void rate_entities(Article& article) {
  for (Entity& entity : article.entities) {
    const bool is_named = !entity.mentions.empty() || !entity.demonyms.empty();
    if (is_named && entity.origin != Origin::source)
      entity.salience = salience_of(entity, article.body.size());
  }
  std::stable_sort(article.entities.begin(), article.entities.end(),
                   [](const Entity& a, const Entity& b) {
                     if (a.salience != b.salience) return a.salience > b.salience;
                     return a.origin < b.origin;
                   });
}

}  // namespace newsindex
