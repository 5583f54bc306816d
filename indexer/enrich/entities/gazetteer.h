// SPDX-License-Identifier: GPL-3.0-or-later
// The places of the world under one name each: countries, capitals, cities, states, regions, waters
// and those of the past, with other names and with the words for their people.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/entities/resolve_lists.h"

namespace newsindex {

// `state`: a part of a country that has a region code; `historic`: a country of the past.
enum class PlaceKind : std::uint8_t { country, capital, city, state, region, water, historic };

// The word for a kind in places.tsv.
std::string_view place_kind_name(PlaceKind kind);

struct Place {
  std::string_view name;
  PlaceKind kind = PlaceKind::city;
  std::string_view country;  // ISO 3166-1 alpha-2, or empty
  std::string_view region;   // the part of the country, as in GeoNames ("TX" of US), or empty
  int weight = 0;            // how likely it is meant: ten times the logarithm of its people
  std::string_view aliases;  // other names, with | between them
  friend bool operator==(const Place&, const Place&) = default;
};

// Whether `whole` is a country or a state, and `part` lies in it.
bool contains(const Place& whole, const Place& part);

// Thread-safe.
class Gazetteer {
 public:
  // Reads places.tsv: name, kind, country, region, weight, other names and words for its people
  // (both parted by |). Throws Error(config) naming file and line.
  explicit Gazetteer(const std::filesystem::path& path);
  Gazetteer(const Gazetteer&) = delete;
  Gazetteer& operator=(const Gazetteer&) = delete;

  // The places of a name, the likeliest first. They live as long as the gazetteer.
  std::vector<const Place*> find(std::string_view name) const;

  // Whether there are any.
  bool has(std::string_view name) const;

  // The place of a word for its people or things, "Japanese" or "Sri Lankans", or null.
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
