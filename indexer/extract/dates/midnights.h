// SPDX-License-Identifier: GPL-3.0-or-later
// Days that programs wrote as the moment of their beginning, in UTC.
#pragma once

#include <string_view>

#include "schema/published.h"

namespace newsindex {

// Moves a moment of UTC that is midnight where the language (ISO 639-1) is spoken to the day that
// begins then: 6 November, 23:00 UTC is 7 November for a German text. False for all other moments,
// and for languages of several zones (see indexer/extract/rules/midnights.tsv).
bool move_midnight(Published& published, std::string_view language);

}  // namespace newsindex
