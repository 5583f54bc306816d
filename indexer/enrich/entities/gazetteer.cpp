// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/gazetteer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace newsindex {
namespace {

constexpr std::array<std::string_view, 7> kKinds{"country", "capital", "city",    "state",
                                                 "region",  "water",   "historic"};

std::optional<PlaceKind> place_kind_of(std::string_view word) {
  const auto found = std::find(kKinds.begin(), kKinds.end(), word);
  if (found == kKinds.end()) return std::nullopt;
  return static_cast<PlaceKind>(found - kKinds.begin());
}

std::optional<int> weight_in(std::string_view digits) {
  int weight = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), weight);
  if (failure != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return weight;
}

}  // namespace

std::string_view place_kind_name(PlaceKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

bool contains(const Place& whole, const Place& part) {
  if (whole.country.empty() || whole.country != part.country) return false;
  if (whole.kind == PlaceKind::country) return part.kind != PlaceKind::country;
  return whole.kind == PlaceKind::state && part.kind != PlaceKind::country &&
         part.kind != PlaceKind::state && !whole.region.empty() && whole.region == part.region;
}

Gazetteer::Gazetteer(const std::filesystem::path& path) : text_(read_list(path)) {
  places_.reserve(static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '\n')) + 1);
  each_row(path, text_, 7, [&](const ListRow& row) { add_row(path, row); });
  if (places_.empty()) refuse_row(path, 1, "no places");
}

void Gazetteer::add_row(const std::filesystem::path& path, const ListRow& row) {
  const auto kind = place_kind_of(row.cells[1]);
  const auto weight = weight_in(row.cells[4]);
  if (row.cells[0].empty()) refuse_row(path, row.line, "a place without a name");
  if (!kind)
    refuse_row(path, row.line, "unknown kind of place '" + std::string(row.cells[1]) + "'");
  if (!weight) refuse_row(path, row.line, "'" + std::string(row.cells[4]) + "' is no weight");
  const auto number = static_cast<std::uint32_t>(places_.size());
  places_.push_back({row.cells[0], *kind, row.cells[2], row.cells[3], *weight, row.cells[5]});
  names_.add(row.cells[0], number);
  each_alias(row.cells[5], [&](std::string_view name) { names_.add(name, number); });
  each_alias(row.cells[6], [&](std::string_view word) { people_.add(word, number); });
}

std::vector<const Place*> Gazetteer::find(std::string_view name) const {
  std::vector<const Place*> found;
  names_.find(name, [&](std::uint32_t number) { found.push_back(&places_[number]); });
  if (found.size() < 2) return found;
  std::sort(found.begin(), found.end(), [](const Place* a, const Place* b) {
    return a->weight != b->weight ? a->weight > b->weight : a < b;
  });
  return found;
}

bool Gazetteer::has(std::string_view name) const {
  bool found = false;
  names_.find(name, [&](std::uint32_t) { found = true; });
  return found;
}

const Place* Gazetteer::find_by_people(std::string_view word) const {
  const Place* found = nullptr;
  const auto take = [&](std::uint32_t number) {
    const Place* place = &places_[number];
    if (found == nullptr || place->weight > found->weight) found = place;
  };
  people_.find(word, take);
  if (found == nullptr && word.size() > 3 && (word.back() == 's' || word.back() == 'S'))
    people_.find(word.substr(0, word.size() - 1), take);
  return found;
}

}  // namespace newsindex
