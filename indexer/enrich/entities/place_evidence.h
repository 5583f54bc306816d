// SPDX-License-Identifier: GPL-3.0-or-later
// Decides which place a name means, by what else the article mentions: Georgia is a state beside
// Alabama and a country beside Armenia.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/entities/gazetteer.h"
#include "indexer/enrich/entities/gazetteer_people.h"

namespace newsindex {

// The name of a place in a text, with a little of the text after it.
struct PlaceName {
  std::string_view text;
  std::string_view after;
};

class PlaceEvidence {
 public:
  // The gazetteer must outlive this.
  explicit PlaceEvidence(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  // Adds all names of places of the article, in order, and its words for peoples. Ambiguous names
  // are no evidence. Call it once.
  void add(std::span<const PlaceName> names, std::span<const PeopleWord> people_words);

  // Adds that the article names something of this country (ISO 3166-1 alpha-2), for example an
  // organisation.
  void add_country(std::string_view country);

  // The place that names[index] means; null if the gazetteer has none. It weighs the population of
  // a place, the place named after a comma ("Paris, Texas"), the countries that the article
  // mentions, states beside states, and the kinds of its neighbours in a list of names. REQUIRES:
  // `names` is what add() was given.
  const Place* choose(std::span<const PlaceName> names, std::size_t index) const;

 private:
  // The evidence around one name: places named after a comma, and neighbours in a list of names.
  struct Case {
    std::vector<const Place*> behind;
    std::vector<PlaceKind> neighbours;
  };

  void add_clear(const Place& place);
  Case case_of(std::span<const PlaceName> names, std::size_t index) const;
  std::vector<const Place*> places_behind(std::string_view after) const;
  int score(const Place& place, const Case& its) const;
  int score_of_country(const Place& place) const;

  const Gazetteer& gazetteer_;
  std::set<const Place*> clear_;                       // the places that unambiguous names mean
  std::map<std::string, int, std::less<>> countries_;  // how much of this country is named
  std::set<const Place*> peoples_;
  int all_countries_ = 0;
};

}  // namespace newsindex
