// SPDX-License-Identifier: GPL-3.0-or-later
// Manual pages, in the format of man(7).
#pragma once

#include <string>
#include <string_view>

#include "schema/command_line/tool_table.h"

namespace newsindex {

// The page of a tool in section 1, made from its tables.
std::string manual_page(const ToolTable& tool);

// A page with preformatted text. Name, section and title: "newsquery-query", "7", "how to write a
// query".
std::string manual_page(std::string_view name, std::string_view section, std::string_view title,
                        std::string_view text);

}  // namespace newsindex
