// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/markup/class_names.h"

#include <array>
#include <unordered_map>
#include <utility>

#include "indexer/extract/text/rule_table.h"

namespace newsindex {
namespace {

constexpr std::string_view kTable =
#include "class-names.inc"
    ;

using Zones = std::unordered_map<std::string_view, HtmlZone>;

std::vector<ClassName> load_names() {
  using enum HtmlZone;
  constexpr auto kZones =
      std::to_array<std::pair<std::string_view, HtmlZone>>({{"body", body},
                                                            {"lead", lead},
                                                            {"hidden", hidden},
                                                            {"navigation", navigation},
                                                            {"comments", comments},
                                                            {"related", related},
                                                            {"teaser", teaser},
                                                            {"share", share},
                                                            {"newsletter", newsletter},
                                                            {"legal", legal},
                                                            {"advertisement", advertisement},
                                                            {"author", author},
                                                            {"facts", facts},
                                                            {"credit", credit},
                                                            {"caption", caption}});
  constexpr auto kMatches =
      std::to_array<std::pair<std::string_view, bool>>({{"word", false}, {"whole", true}});
  std::vector<ClassName> names;
  for (const auto& [zone, match, language, name] : rule_rows<4>(kTable))
    names.push_back({rule_value(zone, kZones), rule_value(match, kMatches), language, name});
  return names;
}

Zones zones_of(bool whole) {
  Zones zones;
  for (const ClassName& row : class_names())
    if (row.is_whole == whole) zones.emplace(row.name, row.zone);
  return zones;
}

HtmlZone zone_in(const Zones& zones, std::string_view name) {
  const auto found = zones.find(name);
  return found == zones.end() ? HtmlZone::none : found->second;
}

}  // namespace

const std::vector<ClassName>& class_names() {
  static const std::vector<ClassName> names = load_names();
  return names;
}

HtmlZone zone_of_word(std::string_view word) {
  static const Zones words = zones_of(false);
  return zone_in(words, word);
}

bool is_hidden_class(std::string_view name) {
  static const Zones whole = zones_of(true);
  return zone_in(whole, name) == HtmlZone::hidden;
}

}  // namespace newsindex
