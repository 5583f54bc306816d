// SPDX-License-Identifier: GPL-3.0-or-later
// Files of queries, as batch, lint and the saved queries read them: a line each, `name<TAB>query`,
// or the query alone, which then has the number of its line as its name. Empty lines and those
// that begin with # are comments.
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
  std::string name;        // the number, where it has none
  std::string query;
  bool is_named = false;
};

// Empty for a comment. Both parts are without white space around them; they may be empty.
std::optional<QueryLine> query_line(std::string_view line, std::size_t number);

// Gives each query of a file to `use`, in order.
void read_query_file(std::istream& in, const std::function<void(QueryLine)>& use);

// Throws Error(no_input) where it cannot be read.
std::ifstream open_query_file(const std::filesystem::path& path);

}  // namespace newsindex
