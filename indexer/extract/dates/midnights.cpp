// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/midnights.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "indexer/extract/dates/dates_zones.h"

namespace newsindex {
namespace {

struct Place {
  std::string_view language;
  const char* region;
};

// East of Greenwich, where the day begins before that of UTC does. Of a language that is spoken in
// the west, too, midnight there is at other hours: Spanish, Portuguese, French. English has too
// many.
constexpr std::array kPlaces{
    Place{"bg", "Europe/Sofia"},      Place{"ca", "Europe/Madrid"},
    Place{"cs", "Europe/Prague"},     Place{"da", "Europe/Copenhagen"},
    Place{"de", "Europe/Berlin"},     Place{"el", "Europe/Athens"},
    Place{"es", "Europe/Madrid"},     Place{"et", "Europe/Tallinn"},
    Place{"eu", "Europe/Madrid"},     Place{"fi", "Europe/Helsinki"},
    Place{"fr", "Europe/Paris"},      Place{"he", "Asia/Jerusalem"},
    Place{"hi", "Asia/Kolkata"},      Place{"hr", "Europe/Zagreb"},
    Place{"hu", "Europe/Budapest"},   Place{"id", "Asia/Jakarta"},
    Place{"it", "Europe/Rome"},       Place{"ja", "Asia/Tokyo"},
    Place{"ko", "Asia/Seoul"},        Place{"lt", "Europe/Vilnius"},
    Place{"lv", "Europe/Riga"},       Place{"nl", "Europe/Amsterdam"},
    Place{"no", "Europe/Oslo"},       Place{"pl", "Europe/Warsaw"},
    Place{"ro", "Europe/Bucharest"},  Place{"ru", "Europe/Moscow"},
    Place{"sk", "Europe/Bratislava"}, Place{"sl", "Europe/Ljubljana"},
    Place{"sr", "Europe/Belgrade"},   Place{"sv", "Europe/Stockholm"},
    Place{"th", "Asia/Bangkok"},      Place{"tr", "Europe/Istanbul"},
    Place{"uk", "Europe/Kiev"},       Place{"vi", "Asia/Ho_Chi_Minh"},
    Place{"zh", "Asia/Shanghai"},
};

}  // namespace

bool move_midnight(Published& published, std::string_view language) {
  constexpr int kSecondsOfDay = 24 * 60 * 60;
  constexpr int kQuarter = 15 * 60;
  constexpr int kEarliest = 10 * 60 * 60;  // midnight of the place that is farthest in the east
  if (published.utc_offset_minutes != 0 || published.precision < Precision::minute) return false;
  if (published.second_of_day < kEarliest || published.second_of_day % kQuarter != 0) return false;
  const auto* place = std::ranges::find(kPlaces, language, &Place::language);
  if (place == kPlaces.end()) return false;
  const Day next = std::chrono::sys_days(published.day) + std::chrono::days(1);
  const auto offset = offset_of({std::nullopt, place->region}, next, 0);
  if (!offset || published.second_of_day + *offset * 60 != kSecondsOfDay) return false;
  published.day = next;
  published.second_of_day = 0;
  published.utc_offset_minutes = *offset;
  return true;
}

}  // namespace newsindex
