// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the tables that say which topics a text has.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <istream>
#include <string>
#include <vector>

#include "indexer/train/topic_training.h"

namespace newsindex {

// Throws Error naming the file.
std::ifstream opened(const std::filesystem::path& path);

// Lines of cells with tabs between them, without comments.
void for_each_row(const std::filesystem::path& path,
                  const std::function<void(const std::vector<std::string>&)>& use);

// "02,11" or "02000000,11000000": topics at the top, by their first two digits. "-": none.
TopicSet topics_of(const std::string& list);

// The next row of a table with commas (RFC 4180), empty at its end.
std::vector<std::string> next_csv_row(std::istream& in);

}  // namespace newsindex
