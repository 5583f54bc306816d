// SPDX-License-Identifier: GPL-3.0-or-later
// The places of the world, each under one name: countries, capitals, cities, states, regions,
// waters and countries of the past, with other names and the words for their people.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/entities/resolve_lists.h"

namespace newsindex {

// `state`: a part of a country with a region code; `historic`: a country of the past.
enum class PlaceKind : std::uint8_t { country, capital, city, state, region, water, historic };

// The word for a kind in places.tsv.
std::string_view place_kind_name(PlaceKind kind);

struct Place {
  std::string_view name;
  PlaceKind kind = PlaceKind::city;
  std::string_view country;  // ISO 3166-1 alpha-2, or empty
  std::string_view region;   // the part of the country, as in GeoNames ("TX" of US), or empty
  int weight = 0;            // how likely it is meant; cities: ten times log10 of the population
  std::string_view aliases;  // other names, separated by |
  friend bool operator==(const Place&, const Place&) = default;
};

// Whether `whole` is a country or a state, and `part` lies in it.
bool contains(const Place& whole, const Place& part);

// Thread-safe.
class Gazetteer {
 public:
  // Reads places.tsv: name, kind, country, region, weight, other names, words for its people (both
  // separated by |). Throws Error(config) with file and line.
  explicit Gazetteer(const std::filesystem::path& path);
  Gazetteer(const Gazetteer&) = delete;
  Gazetteer& operator=(const Gazetteer&) = delete;

  // The places with this name, most likely first. They live as long as the gazetteer.
  std::vector<const Place*> find(std::string_view name) const;

  // True if there is a place with this name.
  bool has(std::string_view name) const;

  // The place whose people or things a word names, such as "Japanese" or "Sri Lankans"; null if
  // none.
  const Place* find_by_people(std::string_view word) const;

  const std::vector<Place>& places() const { return places_; }

 private:
  void add_row(const std::filesystem::path& path, const ListRow& row);

  std::string text_;
  std::vector<Place> places_;
  NameIndex names_;
  NameIndex people_;
};

}  // namespace newsindex
