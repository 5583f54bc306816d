// SPDX-License-Identifier: GPL-3.0-or-later
// How many names are found as they were marked: the same span of the same type.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <vector>

namespace newsindex {

// Prints precision, recall and F1 by type and of all names (micro-averaged), a line a token file.
void print_name_scores(const std::filesystem::path& models,
                       const std::vector<std::filesystem::path>& token_files, std::ostream& out);

}  // namespace newsindex
