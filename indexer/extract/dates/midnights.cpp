// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/midnights.h"

#include <chrono>
#include <string>
#include <unordered_map>

#include "indexer/extract/dates/dates_zones.h"
#include "indexer/extract/text/rule_table.h"

namespace newsindex {
namespace {

// The zone of each language. ICU needs names that end with a zero byte.
using Zones = std::unordered_map<std::string_view, std::string>;

Zones load_zones() {
  Zones zones;
  for (const auto& [language, zone] : rule_rows<2>(
#include "midnights.inc"

           ))
    zones.emplace(language, zone);
  return zones;
}

}  // namespace

bool move_midnight(Published& published, std::string_view language) {
  constexpr int kSecondsOfDay = 24 * 60 * 60;
  constexpr int kQuarter = 15 * 60;
  constexpr int kEarliest = 10 * 60 * 60;  // midnight in the easternmost zone, UTC+14
  if (published.utc_offset_minutes != 0 || published.precision < Precision::minute) return false;
  if (published.second_of_day < kEarliest || published.second_of_day % kQuarter != 0) return false;
  static const Zones zones = load_zones();
  const auto zone = zones.find(language);
  if (zone == zones.end()) return false;
  const Day next = std::chrono::sys_days(published.day) + std::chrono::days(1);
  const auto offset = offset_of({std::nullopt, zone->second.c_str()}, next, 0);
  if (!offset || published.second_of_day + *offset * 60 != kSecondsOfDay) return false;
  published.day = next;
  published.second_of_day = 0;
  published.utc_offset_minutes = *offset;
  return true;
}

}  // namespace newsindex
