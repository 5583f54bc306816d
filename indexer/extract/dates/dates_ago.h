// SPDX-License-Identifier: GPL-3.0-or-later
// Dates told from now: "3 hours ago", "yesterday", "vor 3 Stunden", "il y a une heure", "3時間前".
#pragma once

#include <optional>
#include <string_view>

#include "schema/published.h"

namespace newsindex {

struct AgoReading {
  Published published;    // without evidence
  std::size_t start = 0;  // bytes [start, end) of the text
  std::size_t end = 0;
};

// The first such words in a short text, counted from `now`. Empty when there are none, or when they
// need a finer clock than `now` has.
std::optional<AgoReading> find_ago(std::string_view text, const Published& now);

}  // namespace newsindex
