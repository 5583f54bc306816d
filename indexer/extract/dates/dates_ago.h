// SPDX-License-Identifier: GPL-3.0-or-later
// Dates relative to now: "3 hours ago", "yesterday", "vor 3 Stunden", "il y a une heure",
// "3時間前".
#pragma once

#include <optional>
#include <string_view>

#include "schema/published.h"

namespace newsindex {

struct AgoReading {
  Published published;    // its `evidence` is empty
  std::size_t start = 0;  // bytes [start, end) of the text
  std::size_t end = 0;
};

// Finds the first relative date in a short text and resolves it against `now`. Empty if there is
// none, or if it needs a finer precision than `now` has.
std::optional<AgoReading> find_ago(std::string_view text, const Published& now);

}  // namespace newsindex
