// SPDX-License-Identifier: GPL-3.0-or-later
// Files of queries, as batch, lint and saved queries use them. Each line is `name<TAB>query`, or
// only a query, whose name is then its line number. Empty lines and lines that begin with # are
// comments.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

namespace newsindex {

struct QueryLine {
  std::size_t number = 0;  // counts from 1
  std::string name;        // the line number if it has none
  std::string query;
  bool is_named = false;
};

// Empty for a comment. Name and query are trimmed; they may be empty.
std::optional<QueryLine> query_line(std::string_view line, std::size_t number);

// Calls `use` with each query of a file, in order.
void read_query_file(std::istream& in, const std::function<void(QueryLine)>& use);

// What is wrong with a query whose name was used before, in line `first`.
std::string name_used_before(const std::string& name, std::size_t first);

// Throws Error(no_input) if the file cannot be read.
std::ifstream open_query_file(const std::filesystem::path& path);

}  // namespace newsindex
