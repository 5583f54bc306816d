// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/build_gazetteer.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include <unicode/locdspnm.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "indexer/enrich/entities/gazetteer.h"
#include "indexer/enrich/entities/resolve_lists.h"
#include "indexer/enrich/entities/resolve_text.h"
#include "schema/error.h"

namespace newsindex {
namespace {

// Smaller towns are left out unless they are the seat of a region.
constexpr std::uint64_t kFewestPeople = 10'000;
constexpr int kCountryWeight = 90;
constexpr int kCapitalBonus = 10;

struct PlaceRow {
  std::string name;
  PlaceKind kind = PlaceKind::city;
  std::string country;
  std::string region;
  int weight = 0;
  std::string others;
  std::string people;
};

using CountryAndName = std::pair<std::string, std::string>;

// What city_names.tsv has for a city.
struct CityName {
  std::string name;
  std::string others;
};

std::string english_name_of_country(const std::string& code) {
  static const std::unique_ptr<icu::LocaleDisplayNames> names(
      icu::LocaleDisplayNames::createInstance(icu::Locale::getEnglish()));
  icu::UnicodeString name;
  names->regionDisplayName(code.c_str(), name);
  std::string utf8;
  return name.findAndReplace(u"\u2019", u"'").toUTF8String(utf8);
}

std::vector<PlaceRow> read_countries(const std::filesystem::path& path) {
  std::vector<PlaceRow> rows;
  const std::string text = read_list(path);
  each_row(path, text, 4, [&](const ListRow& row) {
    PlaceRow country;
    country.country = row.cells[0];
    country.name = row.cells[1].empty() ? english_name_of_country(country.country) : row.cells[1];
    country.kind = PlaceKind::country;
    country.weight = kCountryWeight;
    country.others = row.cells[2];
    country.people = row.cells[3];
    rows.push_back(std::move(country));
  });
  return rows;
}

std::vector<PlaceRow> read_regions(const std::filesystem::path& path) {
  std::vector<PlaceRow> rows;
  const std::string text = read_list(path);
  each_row(path, text, 7, [&](const ListRow& row) {
    PlaceRow region;
    region.kind = PlaceKind::country;
    region.name = row.cells[0];
    while (place_kind_name(region.kind) != row.cells[1]) {
      if (region.kind == PlaceKind::historic) refuse_row(path, row.line, "unknown kind of place");
      region.kind = static_cast<PlaceKind>(static_cast<int>(region.kind) + 1);
    }
    region.country = row.cells[2];
    region.region = row.cells[3];
    region.weight = std::stoi(std::string(row.cells[4]));
    region.others = row.cells[5];
    region.people = row.cells[6];
    rows.push_back(std::move(region));
  });
  return rows;
}

std::map<CountryAndName, CityName> read_city_names(const std::filesystem::path& path) {
  std::map<CountryAndName, CityName> names;
  const std::string text = read_list(path);
  each_row(path, text, 4, [&](const ListRow& row) {
    names[{std::string(row.cells[1]), std::string(row.cells[0])}] = {std::string(row.cells[2]),
                                                                     std::string(row.cells[3])};
  });
  return names;
}

// Marks of transcription (macron, dot or line below, ...) that news leaves out; accents stay.
bool is_mark_of_transcription(UChar32 c) {
  return c == 0x304 || c == 0x306 || c == 0x323 || c == 0x324 || c == 0x32e || c == 0x331;
}

std::string plain_spelling(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* apart = icu::Normalizer2::getNFDInstance(status);
  const auto* together = icu::Normalizer2::getNFCInstance(status);
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  const icu::UnicodeString marks = apart->normalize(text, status);
  icu::UnicodeString plain;
  for (std::int32_t at = 0; at < marks.length(); at = marks.moveIndex32(at, 1)) {
    const UChar32 c = marks.char32At(at);
    if (c == 0x2018 || c == 0x2019 || c == 0x2bb || c == 0x2bc) {
      plain.append(u'\'');
    } else if (!is_mark_of_transcription(c)) {
      plain.append(c);
    }
  }
  std::string utf8;
  return together->normalize(plain, status).toUTF8String(utf8);
}

// Chooses the cities that are kept, and their names.
class CityRows {
 public:
  CityRows(const std::vector<PlaceRow>& by_hand, std::map<CountryAndName, CityName> names)
      : names_(std::move(names)) {
    for (const PlaceRow& row : by_hand) {
      if (!row.region.empty()) regions_.insert({row.country, row.region});
      taken_.insert({row.country + '/' + row.region, name_key(row.name)});
      if (row.kind == PlaceKind::country) countries_.insert({row.country, name_key(row.name)});
    }
  }

  // Must be called with the largest cities first.
  void add(const PackagedCity& city) {
    if (!is_kept(city)) return;
    PlaceRow row = row_of(city);
    const std::string key = name_key(row.name);
    if (countries_.count({row.country, key}) > 0) return;
    if (!taken_.insert({row.country + '/' + row.region, key}).second) return;
    rows_.push_back(std::move(row));
  }

  std::vector<PlaceRow> take_rows() { return std::move(rows_); }

 private:
  static bool is_kept(const PackagedCity& city) {
    if (city.name.find_first_of("(/\t|") != std::string_view::npos) return false;
    return city.population >= kFewestPeople || city.feature == "PPLC" || city.feature == "PPLA";
  }

  PlaceRow row_of(const PackagedCity& city) {
    PlaceRow row;
    row.name = plain_spelling(city.name);
    row.country = city.country;
    row.kind = city.feature == "PPLC" ? PlaceKind::capital : PlaceKind::city;
    const double people = static_cast<double>(std::max<std::uint64_t>(city.population, 1000));
    row.weight = static_cast<int>(std::lround(10 * std::log10(people))) +
                 (row.kind == PlaceKind::capital ? kCapitalBonus : 0);
    const std::string region(city.region);
    if (regions_.count({row.country, region}) > 0) row.region = region;
    rename(row, city);
    return row;
  }

  void rename(PlaceRow& row, const PackagedCity& city) {
    const auto found = names_.find({std::string(city.country), std::string(city.name)});
    if (found == names_.end()) return add_saint(row);
    if (!found->second.name.empty()) row.name = found->second.name;
    row.others = found->second.others;
    names_.erase(found);  // it is only for the largest city of this name
  }

  static void add_saint(PlaceRow& row) {
    if (row.name.starts_with("Saint ")) row.others = "St. " + row.name.substr(6);
    if (row.name.starts_with("St. ")) row.others = "Saint " + row.name.substr(4);
  }

  std::map<CountryAndName, CityName> names_;
  std::set<std::pair<std::string, std::string>> regions_;
  std::set<std::pair<std::string, std::string>> countries_;
  std::set<std::pair<std::string, std::string>> taken_;
  std::vector<PlaceRow> rows_;
};

std::vector<PlaceRow> city_rows(const std::filesystem::path& package,
                                const std::filesystem::path& lists,
                                const std::vector<PlaceRow>& by_hand) {
  const std::string bytes = read_list(package / "cities.pbf");
  std::vector<PackagedCity> cities = read_packaged_cities(bytes);
  std::stable_sort(cities.begin(), cities.end(), [](const PackagedCity& a, const PackagedCity& b) {
    return a.population > b.population;
  });
  CityRows rows(by_hand, read_city_names(lists / "city_names.tsv"));
  for (const PackagedCity& city : cities) rows.add(city);
  return rows.take_rows();
}

void write_rows(const std::filesystem::path& path, const std::vector<PlaceRow>& rows) {
  std::ofstream file(path, std::ios::binary);
  file << "# Places: name, kind, country, part of the country, weight, other names, words for the "
          "people and things.\n# Cities: GeoNames, CC BY 4.0. Made by indexer/train.\n";
  for (const PlaceRow& row : rows)
    file << row.name << '\t' << place_kind_name(row.kind) << '\t' << row.country << '\t'
         << row.region << '\t' << row.weight << '\t' << row.others << '\t' << row.people << '\n';
  if (!file.flush()) throw Error(ExitCode::cannot_create, "cannot write " + path.string());
}

}  // namespace

void build_gazetteer(const std::filesystem::path& package, const std::filesystem::path& lists,
                     const std::filesystem::path& places) {
  std::vector<PlaceRow> rows = read_countries(lists / "countries.tsv");
  std::vector<PlaceRow> regions = read_regions(lists / "regions.tsv");
  std::move(regions.begin(), regions.end(), std::back_inserter(rows));
  std::vector<PlaceRow> cities = city_rows(package, lists, rows);
  std::move(cities.begin(), cities.end(), std::back_inserter(rows));
  write_rows(places, rows);
}

}  // namespace newsindex
