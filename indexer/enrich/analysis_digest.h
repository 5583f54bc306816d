// SPDX-License-Identifier: GPL-3.0-or-later
// A digest of the bytes of all models and lists in use. Two runs with the same digest find the same
// in a text.
#pragma once

#include <string>

#include "indexer/enrich/enrich.h"

namespace newsindex {

// Returns 16 hexadecimal digits. Throws Error (no_input, io) if a file cannot be read.
std::string analysis_digest(const EnrichSettings& settings);

}  // namespace newsindex
