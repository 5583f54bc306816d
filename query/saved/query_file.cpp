// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/saved/query_file.h"

#include <utility>

#include "schema/error.h"
#include "schema/text/trimmed.h"

namespace newsindex {

std::ifstream open_query_file(const std::filesystem::path& path) {
  std::error_code unknown;
  std::ifstream in(path);
  if (!in || std::filesystem::is_directory(path, unknown))
    throw Error(ExitCode::no_input,
                "cannot read '" + path.string() + "'" + (in ? ": it is a folder" : ""));
  return in;
}

std::optional<QueryLine> query_line(std::string_view line, std::size_t number) {
  constexpr std::string_view kMark = "\xef\xbb\xbf";  // byte order mark, which some editors write
  if (number == 1 && line.starts_with(kMark)) line.remove_prefix(kMark.size());
  const std::string_view text = trimmed(line);
  if (text.empty() || text.front() == '#') return std::nullopt;
  const std::size_t tab = line.find('\t', line.find_first_not_of(' '));
  if (tab == std::string_view::npos || trimmed(line.substr(0, tab)).empty())
    return QueryLine{number, std::to_string(number), std::string(text), false};
  return QueryLine{number, std::string(trimmed(line.substr(0, tab))),
                   std::string(trimmed(line.substr(tab + 1))), true};
}

std::string name_used_before(const std::string& name, std::size_t first) {
  return "the name '" + name + "' stands in line " + std::to_string(first) + ", too";
}

void read_query_file(std::istream& in, const std::function<void(QueryLine)>& use) {
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number)
    if (auto query = query_line(line, number)) use(std::move(*query));
}

}  // namespace newsindex
