// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dates_zones.h"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/timezone.h>

namespace newsindex {
namespace {

struct NamedZone {
  std::string_view name;
  int hours_times_4;  // east of UTC
  const char* region = nullptr;
  bool known = true;
};

constexpr std::array kZones{
    NamedZone{"UTC", 0},
    NamedZone{"GMT", 0},
    NamedZone{"UT", 0},
    NamedZone{"WET", 0},
    NamedZone{"WEST", 4},
    NamedZone{"BST", 4},
    NamedZone{"CET", 4},
    NamedZone{"CEST", 8},
    NamedZone{"MEZ", 4},
    NamedZone{"MESZ", 8},
    NamedZone{"EET", 8},
    NamedZone{"EEST", 12},
    NamedZone{"MSK", 12},
    NamedZone{"TRT", 12},
    NamedZone{"SAST", 8},
    NamedZone{"EAT", 12},
    NamedZone{"WAT", 4},
    NamedZone{"CAT", 8},
    NamedZone{"PKT", 20},
    NamedZone{"NPT", 23},
    NamedZone{"ICT", 28},
    NamedZone{"WIB", 28},
    NamedZone{"WITA", 32},
    NamedZone{"WIT", 36},
    NamedZone{"HKT", 32},
    NamedZone{"SGT", 32},
    NamedZone{"PHT", 32},
    NamedZone{"JST", 36},
    NamedZone{"KST", 36},
    NamedZone{"AWST", 32},
    NamedZone{"ACST", 38},
    NamedZone{"ACDT", 42},
    NamedZone{"AEST", 40},
    NamedZone{"AEDT", 44},
    NamedZone{"NZST", 48},
    NamedZone{"NZDT", 52},
    NamedZone{"BRT", -12},
    NamedZone{"ART", -12},
    NamedZone{"CLT", -16},
    NamedZone{"AST", -16},
    NamedZone{"ADT", -12},
    NamedZone{"NST", -14},
    NamedZone{"NDT", -10},
    NamedZone{"EST", -20},
    NamedZone{"EDT", -16},
    NamedZone{"CST", -24},
    NamedZone{"CDT", -20},
    NamedZone{"MST", -28},
    NamedZone{"MDT", -24},
    NamedZone{"PST", -32},
    NamedZone{"PDT", -28},
    NamedZone{"AKST", -36},
    NamedZone{"AKDT", -32},
    NamedZone{"HST", -40},
    NamedZone{"ET", 0, "America/New_York"},
    NamedZone{"CT", 0, "America/Chicago"},
    NamedZone{"MT", 0, "America/Denver"},
    NamedZone{"PT", 0, "America/Los_Angeles"},
    NamedZone{"IST", 0, nullptr, false},
};

constexpr int kFarthest = 14 * 60;

// "+09:00", "+0900", "+9"; `sign` is the token of the sign.
std::optional<DateZone> numeric_zone(const DateTokens& tokens, std::size_t sign) {
  if (!tokens.is_mark_of(sign, "+-") || tokens.spaced(sign + 1)) return std::nullopt;
  const std::size_t number = sign + 1;
  const auto value = static_cast<int>(tokens.number(number));
  DateZone zone{0, nullptr, number + 1};
  int minutes = 0;
  switch (tokens.digits(number)) {
    case 4: minutes = value / 100 * 60 + value % 100; break;
    case 1:
    case 2:
      minutes = value * 60;
      if (tokens.is_mark(number + 1, ':') && tokens.digits(number + 2) == 2) {
        minutes += static_cast<int>(tokens.number(number + 2));
        zone.end = number + 3;
      }
      break;
    default: return std::nullopt;
  }
  if (minutes > kFarthest) return std::nullopt;
  zone.offset_minutes = tokens.is_mark(sign, '-') ? -minutes : minutes;
  return zone;
}

// Names match only in capitals: "est" and "ist" are words of other languages.
const NamedZone* named(std::string_view word) {
  const auto* found = std::ranges::find(kZones, word, &NamedZone::name);
  return found == kZones.end() ? nullptr : found;
}

std::optional<DateZone> named_zone(const DateTokens& tokens, std::size_t i) {
  const std::string_view word = tokens.words(i);
  if (word == "Z" || (word == "z" && !tokens.spaced(i))) return DateZone{0, nullptr, i + 1};
  const NamedZone* zone = named(word);
  if (zone == nullptr) return std::nullopt;
  if (zone->name == "GMT" || zone->name == "UTC") {
    if (const auto offset = numeric_zone(tokens, i + 1)) return offset;
  }
  if (zone->region != nullptr || !zone->known) return DateZone{std::nullopt, zone->region, i + 1};
  return DateZone{zone->hours_times_4 * 15, nullptr, i + 1};
}

// The name may follow an offset: "+0000 UTC", "+0900 (JST)", "+0900 (Japan Standard Time)".
std::size_t after_comment(const DateTokens& tokens, std::size_t i) {
  if (named(tokens.words(i)) != nullptr) return i + 1;
  if (!tokens.is_mark(i, '(') || !tokens.is_word(i + 1)) return i;
  std::size_t end = i + 1;
  while (tokens.is_word(end)) ++end;
  return tokens.is_mark(end, ')') ? end + 1 : i;
}

// "Eastern Time", "Eastern Daylight Time".
std::optional<DateZone> american_zone(const DateTokens& tokens, std::size_t i) {
  constexpr std::array<std::string_view, 4> kNames{"Eastern", "Central", "Mountain", "Pacific"};
  constexpr std::array kRegions{"America/New_York", "America/Chicago", "America/Denver",
                                "America/Los_Angeles"};
  const auto* name = std::ranges::find(kNames, tokens.words(i));
  if (name == kNames.end()) return std::nullopt;
  std::size_t end = i + 1;
  if (tokens.is_word_of(end, {"standard", "daylight"})) ++end;
  if (!tokens.is_word_of(end, {"time"})) return std::nullopt;
  return DateZone{std::nullopt, kRegions[static_cast<std::size_t>(name - kNames.begin())], end + 1};
}

}  // namespace

std::optional<DateZone> zone_at(const DateTokens& tokens, std::size_t i) {
  if (auto offset = numeric_zone(tokens, i)) {
    offset->end = after_comment(tokens, offset->end);
    return offset;
  }
  if (auto name = named_zone(tokens, i)) {
    name->end = after_comment(tokens, name->end);
    return name;
  }
  if (tokens.is_mark(i, '(')) {
    auto name = named_zone(tokens, i + 1);
    if (!name || !tokens.is_mark(name->end, ')')) return std::nullopt;
    ++name->end;
    return name;
  }
  return american_zone(tokens, i);
}

std::optional<int> offset_of(const DateZone& zone, Day day, int second_of_day) {
  if (zone.region == nullptr) return zone.offset_minutes;
  const std::unique_ptr<icu::TimeZone> region(icu::TimeZone::createTimeZone(zone.region));
  const auto days = std::chrono::sys_days(day).time_since_epoch().count();
  const UDate local = 1000.0 * (86'400.0 * static_cast<double>(days) + second_of_day);
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  region->getOffset(local, true, raw, summer, status);
  if (U_FAILURE(status)) return std::nullopt;
  return (raw + summer) / 60'000;
}

}  // namespace newsindex
