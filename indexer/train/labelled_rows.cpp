// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/labelled_rows.h"

#include <cstdio>
#include <sstream>

#include "schema/error.h"

namespace newsindex {

std::ifstream opened(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw Error(ExitCode::no_input, "cannot read '" + path.string() + "'");
  return in;
}

void for_each_row(const std::filesystem::path& path,
                  const std::function<void(const std::vector<std::string>&)>& use) {
  std::ifstream in = opened(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
    use(cells);
  }
}

TopicSet topics_of(const std::string& list) {
  TopicSet topics = 0;
  std::istringstream in(list);
  for (std::string number; std::getline(in, number, ',');)
    if (!number.empty() && number != "-") topics |= 1u << (std::stoul(number.substr(0, 2)) - 1);
  return topics;
}

std::vector<std::string> next_csv_row(std::istream& in) {
  std::vector<std::string> cells;
  bool quoted = false;
  for (int c = in.get(); c != EOF; c = in.get()) {
    if (cells.empty()) cells.emplace_back();
    const char byte = static_cast<char>(c);
    if (byte == '"') {
      if (quoted && in.peek() == '"')
        cells.back() += static_cast<char>(in.get());
      else
        quoted = !quoted;
    } else if (byte == ',' && !quoted) {
      cells.emplace_back();
    } else if (byte == '\n' && !quoted) {
      break;
    } else {
      cells.back() += byte;
    }
  }
  return cells;
}

}  // namespace newsindex
