// SPDX-License-Identifier: GPL-3.0-or-later
// Repairs days that programs stored as the moment of their beginning, in UTC.
#pragma once

#include <string_view>

#include "schema/published.h"

namespace newsindex {

// If `published` is a time in UTC that is midnight where the language (ISO 639-1) is spoken,
// changes it to the day that begins then: 6 November, 23:00 UTC is 7 November for a German text.
// Returns false for all other times, and for languages of several zones (see
// indexer/extract/rules/midnights.tsv).
bool move_midnight(Published& published, std::string_view language);

}  // namespace newsindex
