// SPDX-License-Identifier: GPL-3.0-or-later
// Dates written as a single number.
#pragma once

#include <optional>

#include "indexer/extract/dates/dates_tokens.h"
#include "schema/published.h"

namespace newsindex {

// Unix time in seconds or milliseconds, or a date and time without separators: "202304021524".
std::optional<Published> moment(const DateTokens& tokens);

}  // namespace newsindex
