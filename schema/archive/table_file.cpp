// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/table_file.h"

#include <algorithm>
#include <array>

#include "schema/archive/durable.h"
#include "schema/digest.h"
#include "schema/error.h"
#include "schema/segment/mapped_file.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr std::array kKinds{kSourcesTable, kRemovalsTable, kActivityTable, kSitesTable,
                            kBearersTable};
constexpr std::string_view kLast = "end\t";
constexpr std::string_view kSuffix = ".tsv";

std::string first_line(TableKind kind) {
  return std::string("newsindex ") + kind.name + " " + std::to_string(kind.version) + "\n";
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\\': out += "\\\\"; break;
      default: out += c;
    }
  }
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    out += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
  }
  return out;
}

Error damaged(const fs::path& path, const std::string& why) {
  return Error(ExitCode::internal, "table '" + path.string() + "' is damaged: " + why +
                                       "; newsindex check --repair --archive " +
                                       path.parent_path().string() + " begins it anew");
}

// Opens the file of a table. Throws as read_table does.
MappedFile open_table(const fs::path& path) {
  try {
    return MappedFile(path);
  } catch (const Error& error) {
    if (error.code() == ExitCode::no_input) throw damaged(path, "it is missing");
    throw;
  }
}

// The rows of a table, without its first and last line. Throws when one of these two is wrong.
std::string_view rows_of(const fs::path& path, std::string_view text, std::string_view first) {
  if (!text.starts_with(first))
    throw damaged(path,
                  "its first line is not '" + std::string(first.substr(0, first.size() - 1)) + "'");
  constexpr std::size_t kLastLine = kLast.size() + 16 + 1;
  const std::size_t end = text.size() - std::min(text.size(), kLastLine);
  const std::string_view rows = text.substr(0, end);
  if (text.substr(end) != std::string(kLast) + hex_digits(digest64(rows)) + "\n" ||
      !rows.ends_with('\n'))
    throw damaged(path, "its last line does not match what is before it");
  return rows.substr(first.size());
}

const TableKind* kind_of(std::string_view name) {
  const std::size_t dash = name.find('-');
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const TableKind& each) {
    return name.substr(0, dash) == each.name;
  });
  return dash == std::string_view::npos || kind == kKinds.end() ? nullptr : &*kind;
}

}  // namespace

bool is_table_name(std::string_view name) {
  if (kind_of(name) == nullptr || !name.ends_with(kSuffix)) return false;
  const std::size_t dash = name.find('-') + 1;
  const std::string_view number = name.substr(dash, name.size() - dash - kSuffix.size());
  return !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
}

TableText::TableText(TableKind kind) : text_(first_line(kind)) {}

void TableText::field(std::string_view text) {
  if (in_row_) text_ += '\t';
  in_row_ = true;
  text_ += escaped(text);
}

void TableText::end_row() {
  text_ += '\n';
  in_row_ = false;
}

std::string TableText::finish() {
  const std::string digits = hex_digits(digest64(text_));
  return std::move(text_) + std::string(kLast) + digits + "\n";
}

std::string_view TableRow::take() {
  if (is_finished_) is_wrong_ = true;
  const std::size_t tab = rest_.find('\t');
  const std::string_view taken = rest_.substr(0, tab);
  is_finished_ = tab == std::string_view::npos;
  rest_.remove_prefix(is_finished_ ? rest_.size() : tab + 1);
  return taken;
}

std::string TableRow::text() { return unescaped(take()); }

std::string write_table(const fs::path& archive, TableKind kind, std::uint64_t revision,
                        TableText text) {
  std::string name = std::string(kind.name) + "-" + std::to_string(revision) + std::string(kSuffix);
  replace_file(archive / name, text.finish());
  return name;
}

void read_table(const fs::path& archive, TableKind kind, const std::string& name,
                const std::function<void(TableRow&)>& use) {
  if (name.empty()) return;
  const fs::path path = archive / name;
  const MappedFile file = open_table(path);
  std::string_view rows = rows_of(path, file.bytes(), first_line(kind));
  for (std::size_t number = 2; !rows.empty(); ++number) {
    const std::size_t end = rows.find('\n');
    TableRow row(rows.substr(0, end));
    use(row);
    if (row.is_wrong() || !row.at_end()) throw damaged(path, "line " + std::to_string(number));
    rows.remove_prefix(end + 1);
  }
}

void check_table(const fs::path& archive, const std::string& name) {
  const fs::path path = archive / name;
  const TableKind* kind = kind_of(name);
  if (kind == nullptr) throw damaged(path, "it is of an unknown kind");
  rows_of(path, open_table(path).bytes(), first_line(*kind));
}

}  // namespace newsindex
