// SPDX-License-Identifier: GPL-3.0-or-later
// Whether two runs find the same in a text: by the bytes of the models and lists that they look
// with.
#pragma once

#include <string>

#include "indexer/enrich/enrich.h"

namespace newsindex {

// 16 hexadecimal digits. Throws Error (no_input, io) when a file cannot be read.
std::string analysis_digest(const EnrichSettings& settings);

}  // namespace newsindex
