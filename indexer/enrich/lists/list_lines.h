// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the lists that people write for newsindex: lines of columns separated by tabs. Empty lines
// and lines that begin with # are skipped. A wrong line stops the run before anything is indexed:
// half a list would be a silent mistake.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// One line of a list, with its file and line number.
class ListLine {
 public:
  ListLine(const std::filesystem::path& file, std::size_t number, std::string_view text);

  // The text of a column, without blanks around it; empty when the line has fewer columns.
  std::string_view column(std::size_t index) const {
    return index < columns_.size() ? columns_[index] : std::string_view();
  }
  std::size_t columns() const { return columns_.size(); }
  std::size_t number() const { return number_; }  // counts from 1

  // "'FILE' line 12".
  std::string place() const;

  // Throws Error(bad_data) with place() and `reason`; `below` is what the message shows under them.
  [[noreturn]] void refuse(const std::string& reason, std::string below = {}) const;

 private:
  const std::filesystem::path& file_;
  std::size_t number_;
  std::vector<std::string_view> columns_;
};

// Returns the whole file, without a byte order mark. Throws Error(no_input) if it does not exist,
// Error(io) if it cannot be read, and Error(bad_data) with the line if it is not UTF-8. `option` is
// the option that named the file, for messages.
std::string read_list(const std::filesystem::path& file, std::string_view option);

// Calls use(line) for every line of `text`, the content of `file`, that is not empty or a remark.
template <class Use>
void for_each_line(const std::filesystem::path& file, std::string_view text, Use use) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t length = text.find('\n');
    const std::string_view line = text.substr(0, length);
    text.remove_prefix(length == std::string_view::npos ? text.size() : length + 1);
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || line[first] == '#') continue;
    use(ListLine(file, number, line));
  }
}

}  // namespace newsindex
