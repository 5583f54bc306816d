// SPDX-License-Identifier: GPL-3.0-or-later
// What `newsquery help query` and `newsquery help fields` print.
#pragma once

#include <string>

namespace newsindex {

// The whole query language with examples, ending with the table of fields. Lines of at most 80
// columns but for the table, each ended by a line end.
std::string query_help();

// The fields of schema/fields: name, meaning, an example, other names.
std::string fields_help();

}  // namespace newsindex
