// SPDX-License-Identifier: GPL-3.0-or-later
// Finds ids by a query. Runs newsquery as a program, since neither tool includes the other.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace newsindex {

// The ids of all matching articles in one revision of an archive. Runs the newsquery beside this
// program, or else the one in $PATH; the user sees its standard error. Throws Error: no_match if
// nothing matches, newsquery's exit code if it fails, config if there is no newsquery.
std::vector<std::string> ids_of_query(const std::filesystem::path& archive,
                                      const std::string& query);

// The ids of a list, one per line: plain, or as JSON strings if they begin with a quotation mark
// (`newsquery search --format ids` prints ids with line ends in that way). Empty lines are skipped.
std::vector<std::string> ids_of_lines(const std::string& lines);

}  // namespace newsindex
