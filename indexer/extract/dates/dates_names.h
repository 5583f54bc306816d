// SPDX-License-Identifier: GPL-3.0-or-later
// Names of months and weekdays in more than seventy languages, from ICU. English names are built
// in; the others are loaded at the first look-up of another word. Thread-safe.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/extract/dates/world_calendars.h"

namespace newsindex {

// The ICU locales whose phrases for relative dates ("3 hours ago") are known.
std::span<const char* const> date_locales();

// A month of another calendar than the Gregorian one.
struct OtherMonth {
  WorldCalendar calendar;
  int month;
};

struct MonthName {
  std::optional<int> gregorian;          // as returned by month_named
  std::span<const OtherMonth> others{};  // months of other calendars with this name
  explicit operator bool() const { return gregorian || !others.empty(); }
};

// Looks up the name of a month. A name of several words has one space between them ("ذو القعدة").
MonthName month_name(std::string_view words, std::string_view language);

// 1..12 for a month's name or abbreviation (without its full stop); case and accents are ignored.
// Where languages disagree ("listopad"), `language` decides, else the majority of languages.
std::optional<int> month_named(std::string_view word, std::string_view language);

// True for a weekday's name or abbreviation in any of the languages.
bool is_weekday(std::string_view word);

// The text case-folded and without accents, as names are compared.
std::string folded_name(std::string_view text);

}  // namespace newsindex
