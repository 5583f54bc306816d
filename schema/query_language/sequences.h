// SPDX-License-Identifier: GPL-3.0-or-later
// Ingest sequences as written in queries: 1200, 1200.., ..1199, 1200..1300.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "schema/query_language/ast.h"

namespace newsindex {

// `start` is the position of the text in the query. Throws QueryError.
SequenceRange parse_sequences(std::string_view text, std::size_t start);

std::string to_string(const SequenceRange& range);

}  // namespace newsindex
