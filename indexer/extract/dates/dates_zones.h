// SPDX-License-Identifier: GPL-3.0-or-later
// Time zones as printed after a time: an offset or a common name.
#pragma once

#include <optional>

#include "indexer/extract/dates/dates_tokens.h"
#include "schema/published.h"

namespace newsindex {

// Either an offset, or a region whose local time (with summer time) is meant; neither for a name
// that is used for several zones (IST).
struct DateZone {
  std::optional<int> offset_minutes;
  const char* region = nullptr;  // "America/New_York" for "ET"
  std::size_t end = 0;           // the token after it
};

// The zone that starts at token i: "Z", "+09:00", "-0500", "GMT", "UTC+9", "(EST)", "MESZ".
std::optional<DateZone> zone_at(const DateTokens& tokens, std::size_t i);

// Minutes east of UTC at that local time; empty if the zone does not determine them.
std::optional<int> offset_of(const DateZone& zone, Day day, int second_of_day);

}  // namespace newsindex
