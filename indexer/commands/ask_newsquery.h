// SPDX-License-Identifier: GPL-3.0-or-later
// Ids by a query: newsquery is asked, as a program, since neither tool includes the other.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace newsindex {

// The ids of all articles of an archive that match, of one revision. Runs the newsquery beside this
// program, else the one in $PATH; what it says on standard error is seen by the user. Throws Error:
// no_match when nothing matches; with newsquery's exit code when it fails; config when there is no
// newsquery.
std::vector<std::string> ids_of_query(const std::filesystem::path& archive,
                                      const std::string& query);

// The ids of a list, one a line: as they are, or as JSON strings where they begin with a quotation
// mark (`newsquery search --format ids` prints ids so that have line ends). Empty lines say
// nothing.
std::vector<std::string> ids_of_lines(const std::string& lines);

}  // namespace newsindex
