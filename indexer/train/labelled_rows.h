// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the tables that say which topics a text has.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <istream>
#include <string>
#include <vector>

#include "indexer/train/topic_training.h"

namespace newsindex {

// Opens a file. Throws Error naming it if it cannot be read.
std::ifstream opened(const std::filesystem::path& path);

// Calls `use` with the tab-separated cells of every line that is not empty or a comment.
void for_each_row(const std::filesystem::path& path,
                  const std::function<void(const std::vector<std::string>&)>& use);

// The topics of a list such as "02,11" or "02000000,11000000": top-level topics by their first two
// digits. "-" means none.
TopicSet topics_of(const std::string& list);

// The next row of a table with commas (RFC 4180); empty at the end of the table.
std::vector<std::string> next_csv_row(std::istream& in);

}  // namespace newsindex
