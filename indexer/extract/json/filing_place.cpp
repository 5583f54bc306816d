// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/filing_place.h"

#include <algorithm>

#include "indexer/extract/json/json_value.h"

namespace newsindex {
namespace {

using simdjson::dom::element;

constexpr int kInPassing = 40;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// "NEW YORK" -> "New York"; what has small letters, other letters, or is short is left.
std::string in_title_case(std::string text) {
  constexpr std::size_t kLongestAcronym = 3;
  const bool all_capitals = std::all_of(text.begin(), text.end(), [](char c) {
    return is_capital(c) || c == ' ' || c == '-' || c == '.';
  });
  if (!all_capitals || text.size() <= kLongestAcronym) return text;
  for (std::size_t i = 1; i < text.size(); ++i)
    if (is_capital(text[i]) && (is_capital(text[i - 1]) || is_small(text[i - 1])))
      text[i] = static_cast<char>(text[i] | 0x20);
  return text;
}

}  // namespace

std::string place_of_dateline(std::string_view dateline) {
  constexpr std::size_t kLongest = 40;
  std::size_t end = std::min(dateline.find_first_of(",(;/:"), dateline.size());
  for (const std::string_view dash : {" -", " –", " —"}) end = std::min(end, dateline.find(dash));
  std::string place = on_one_line(dateline.substr(0, end));
  while (place.starts_with(' ')) place.erase(0, 1);
  const bool plain = place.find_first_of("0123456789@.\"") == std::string::npos;
  if (!plain || place.empty() || place.size() > kLongest || says_nothing(place)) return {};
  return is_small(place.front()) ? std::string() : in_title_case(std::move(place));
}

void read_filing_place(simdjson::dom::object object, std::vector<Entity>& entities) {
  for (const std::string_view name : {"located", "datelinelocation", "dateline"}) {
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
