// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of `newsquery help query` and `newsquery help fields`.
#pragma once

#include <string>

namespace newsindex {

// The whole query language with examples, then the table of fields. Lines have at most 80 columns,
// except in the table; each ends with a line end.
std::string query_help();

// The fields of schema/fields: name, meaning, an example, other names.
std::string fields_help();

}  // namespace newsindex
