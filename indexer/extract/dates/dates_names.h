// SPDX-License-Identifier: GPL-3.0-or-later
// Names of months and weekdays in some sixty languages, by ICU. English costs nothing; the rest is
// loaded when the first other word is asked for. Safe from many threads.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/extract/dates/world_calendars.h"

namespace newsindex {

// The languages (ICU locales) that tell in words how long ago something was.
std::span<const char* const> date_locales();

// A month of another calendar than the Gregorian one.
struct OtherMonth {
  WorldCalendar calendar;
  int month;
};

struct MonthName {
  std::optional<int> gregorian;          // as month_named
  std::span<const OtherMonth> others{};  // months of other calendars with this name
  explicit operator bool() const { return gregorian || !others.empty(); }
};

// Names of several words have one space between them ("ذو القعدة").
MonthName month_name(std::string_view words, std::string_view language);

// 1..12 for a month's name or abbreviation (without its full stop), whatever its case and accents.
// Where languages disagree ("listopad"), `language` decides, else what most of them say.
std::optional<int> month_named(std::string_view word, std::string_view language);

// True for a weekday's name or abbreviation in any of the languages.
bool is_weekday(std::string_view word);

// Case-folded and without accents, the form in which names are compared.
std::string folded_name(std::string_view text);

}  // namespace newsindex
