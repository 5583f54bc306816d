// SPDX-License-Identifier: GPL-3.0-or-later
// Which place a name means, by what else the article speaks of: Georgia is a state beside Alabama
// and a country beside Armenia.
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

// A name of a place in a text, with a little of what stands around it.
struct PlaceName {
  std::string_view text;
  std::string_view after;
};

class PlaceEvidence {
 public:
  // The gazetteer must outlive this.
  explicit PlaceEvidence(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  // All names of places of the article, in order, and its words for peoples. Names with rivals are
  // no evidence. Call it once.
  void add(std::span<const PlaceName> names, std::span<const PeopleWord> people_words);

  // Something of this country (ISO 3166-1 alpha-2) is named, an organisation for example.
  void add_country(std::string_view country);

  // The place that the name number `index` means; null when the gazetteer has none. It weighs how
  // many people a place has, the place named behind a comma ("Paris, Texas"), the countries that
  // the article speaks of, states beside states, and what the neighbours in a row of names are.
  // REQUIRES: `names` is what was added.
  const Place* choose(std::span<const PlaceName> names, std::size_t index) const;

 private:
  // How much speaks for a place of this name.
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
  std::set<const Place*> clear_;                       // places that names without a rival speak of
  std::map<std::string, int, std::less<>> countries_;  // how many such places and words
  std::set<const Place*> peoples_;
  int all_countries_ = 0;
};

}  // namespace newsindex
