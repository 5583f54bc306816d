// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/place_evidence.h"

#include <algorithm>

#include "indexer/enrich/entities/resolve_text.h"

namespace newsindex {
namespace {

// All in the unit of Place::weight: 10 more means ten times the population.
constexpr int kClear = 15;       // lead over the next place that makes a name unambiguous
constexpr int kContained = 200;  // "Paris, Texas"
constexpr int kCountryNamed = 25;
constexpr int kCountryShare = 20;  // if the article mentions no other country
constexpr int kPeopleNamed = 15;   // "Georgian"
constexpr int kOtherState = 4;     // for each of up to three
constexpr int kOtherStates = 3;
constexpr int kPart = 10;  // for each of up to two places in the state or country
constexpr int kParts = 2;
constexpr int kNeighbour = 15;  // "Alabama, Georgia and Florida"

bool is_clear(const std::vector<const Place*>& found) {
  return found.size() == 1 || (found.size() > 1 && found[0]->weight >= found[1]->weight + kClear);
}

// True for text that separates the names of a list: ", ", " and ", ", or ".
bool parts_row(std::string_view between) {
  constexpr std::size_t kLongest = 6;
  if (between.empty() || between.size() > kLongest) return false;
  while (between.starts_with(',') || between.starts_with(' ')) between.remove_prefix(1);
  while (between.ends_with(' ')) between.remove_suffix(1);
  return between.empty() || between == "and" || between == "or" || between == "&";
}

std::string_view between(const PlaceName& first, const PlaceName& second) {
  const char* begin = first.text.data() + first.text.size();
  const char* end = second.text.data();
  if (std::less<>()(end, begin) || end > first.after.data() + first.after.size()) return {};
  return {begin, static_cast<std::size_t>(end - begin)};
}

// True for kinds that are neighbours in lists of names; a capital counts as a city.
bool is_like(PlaceKind a, PlaceKind b) {
  const auto city = [](PlaceKind kind) {
    return kind == PlaceKind::capital ? PlaceKind::city : kind;
  };
  return city(a) == city(b);
}

}  // namespace

void PlaceEvidence::add_clear(const Place& place) {
  if (clear_.insert(&place).second) add_country(place.country);
}

void PlaceEvidence::add_country(std::string_view country) {
  if (country.empty()) return;
  ++countries_[std::string(country)];
  ++all_countries_;
}

void PlaceEvidence::add(std::span<const PlaceName> names,
                        std::span<const PeopleWord> people_words) {
  for (const PlaceName& name : names)
    if (const auto found = gazetteer_.find(tidy_name(name.text)); is_clear(found))
      add_clear(*found.front());
  for (const PeopleWord& word : people_words)
    if (peoples_.insert(word.place).second) add_country(word.place->country);
}

std::vector<const Place*> PlaceEvidence::places_behind(std::string_view after) const {
  if (!after.starts_with(",")) return {};
  after.remove_prefix(1);
  while (after.starts_with(" ")) after.remove_prefix(1);
  const std::string_view two = after.substr(0, after.find_first_of(",;:)\n"));
  if (auto found = gazetteer_.find(tidy_name(two)); !found.empty()) return found;
  const std::string_view word = after.substr(0, after.find_first_of(" ,;:)\n"));
  return gazetteer_.find(tidy_name(word));
}

PlaceEvidence::Case PlaceEvidence::case_of(std::span<const PlaceName> names,
                                           std::size_t index) const {
  Case its;
  its.behind = places_behind(names[index].after);
  const auto add_neighbour = [&](const PlaceName& name) {
    if (const auto found = gazetteer_.find(tidy_name(name.text)); is_clear(found))
      its.neighbours.push_back(found.front()->kind);
  };
  if (index > 0 && parts_row(between(names[index - 1], names[index])))
    add_neighbour(names[index - 1]);
  if (index + 1 < names.size() && parts_row(between(names[index], names[index + 1])))
    add_neighbour(names[index + 1]);
  return its;
}

int PlaceEvidence::score_of_country(const Place& place) const {
  const auto named = countries_.find(place.country);
  if (place.country.empty() || named == countries_.end()) return 0;
  return kCountryNamed + kCountryShare * named->second / all_countries_;
}

int PlaceEvidence::score(const Place& place, const Case& its) const {
  int score = place.weight + score_of_country(place);
  for (const Place* whole : its.behind)
    if (contains(*whole, place)) score += kContained;
  for (const PlaceKind kind : its.neighbours)
    if (is_like(kind, place.kind)) score += kNeighbour;
  if (peoples_.contains(&place)) score += kPeopleNamed;
  int states = 0;
  int parts = 0;
  for (const Place* other : clear_) {
    states += place.kind == PlaceKind::state && other->kind == PlaceKind::state &&
              other->country == place.country;
    parts += contains(place, *other);
  }
  return score + kOtherState * std::min(states, kOtherStates) + kPart * std::min(parts, kParts);
}

const Place* PlaceEvidence::choose(std::span<const PlaceName> names, std::size_t index) const {
  const auto found = gazetteer_.find(tidy_name(names[index].text));
  if (found.size() < 2) return found.empty() ? nullptr : found.front();
  const Case its = case_of(names, index);
  const auto better = [&](const Place* a, const Place* b) {
    return score(*a, its) < score(*b, its);
  };
  return *std::max_element(found.begin(), found.end(), better);
}

}  // namespace newsindex
