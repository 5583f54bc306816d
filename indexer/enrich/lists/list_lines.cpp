// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/list_lines.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <simdjson.h>

#include "schema/error.h"
#include "schema/query_language/characters.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

void check_utf8(const fs::path& file, std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return;
  const std::string_view before = text.substr(0, first_malformed(text).value_or(0));
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  ListLine(file, line, {}).refuse("is not valid UTF-8");
}

}  // namespace

ListLine::ListLine(const fs::path& file, std::size_t number, std::string_view text)
    : file_(file), number_(number) {
  while (true) {
    const std::size_t tab = text.find('\t');
    columns_.push_back(trimmed(text.substr(0, tab)));
    if (tab == std::string_view::npos) break;
    text.remove_prefix(tab + 1);
  }
}

std::string ListLine::place() const {
  return "'" + file_.string() + "' line " + std::to_string(number_);
}

void ListLine::refuse(const std::string& reason, std::string below) const {
  throw Error(ExitCode::bad_data, place() + ": " + reason, std::move(below));
}

std::string read_list(const fs::path& file, std::string_view option) {
  const std::string named = std::string(option) + " '" + file.string() + "'";
  std::error_code unknown;
  if (!fs::exists(file, unknown)) throw Error(ExitCode::no_input, named + ": no such file");
  std::ifstream in(file, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.good() || fs::is_directory(file, unknown))
    throw Error(ExitCode::io, named + " cannot be read: " + std::strerror(errno));
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  check_utf8(file, text);
  return text;
}

}  // namespace newsindex
