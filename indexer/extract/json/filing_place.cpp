// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/filing_place.h"

#include <algorithm>

#include "indexer/extract/labels/dateline.h"
#include "indexer/extract/syntax/json_value.h"

namespace newsindex {
namespace {

using simdjson::dom::element;

constexpr int kInPassing = 40;

}  // namespace

void read_filing_place(simdjson::dom::object object, std::vector<Entity>& entities) {
  for (const std::string_view name : {"datelinelocation", "dateline", "located"}) {
    element value;
    if (object.at_key_case_insensitive(name).get(value) != simdjson::SUCCESS) continue;
    const auto city = member(value, {"city"});
    std::string place = place_of_dateline(city ? text_of(*city) : text_of(value));
    if (place.empty()) continue;
    const bool known = std::any_of(entities.begin(), entities.end(), [&place](const Entity& one) {
      return one.type == EntityType::place && one.name == place;
    });
    Entity entity;
    entity.type = EntityType::place;
    entity.name = std::move(place);
    entity.salience = kInPassing;
    if (!known) entities.push_back(std::move(entity));
    return;
  }
}

}  // namespace newsindex
