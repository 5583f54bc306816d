// SPDX-License-Identifier: GPL-3.0-or-later
// The small tables of an archive: text files beside archive.json. Each new revision of a table is a
// whole new file under a new name. archive.json names the files that are valid.
//
//   newsindex sources 2        kind and version
//   FIELD<TAB>FIELD...         a row a line; \t, \n, \r and \\ within a field are escaped
//   end<TAB>DIGEST             digest64 of all before it, 16 hexadecimal digits
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace newsindex {

struct TableKind {
  const char* name;  // also the beginning of the file name
  int version;
};

// The ledger: what was read from each source.
inline constexpr TableKind kSourcesTable{"sources", 2};
// Articles that were removed and must not come back.
inline constexpr TableKind kRemovalsTable{"removals", 1};
// How much each source gave, by day.
inline constexpr TableKind kActivityTable{"activity", 1};
// What was learned about the sites that pages come from.
inline constexpr TableKind kSitesTable{"sites", 1};
// Whom short names mean (see bearers.h). The only table that readers need.
inline constexpr TableKind kBearersTable{"bearers", 1};

// True if this is the file name of such a table: "sources-12.tsv".
bool is_table_name(std::string_view name);

// Builds the text of a table.
class TableText {
 public:
  explicit TableText(TableKind kind);

  void field(std::string_view text);
  void field(std::integral auto number) { field(std::string_view(std::to_string(number))); }
  void end_row();

  // Returns the text of the whole file. Nothing can be added afterwards.
  std::string finish();

 private:
  std::string text_;
  bool in_row_ = false;
};

// Reads a row field by field. A field that is missing, or is not a number where one is expected,
// marks the row as wrong.
class TableRow {
 public:
  explicit TableRow(std::string_view line) : rest_(line) {}

  std::string text();
  template <std::integral Number>
  Number number() {
    const std::string_view raw = take();
    Number number{};
    const auto [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), number);
    if (error != std::errc() || end != raw.data() + raw.size()) is_wrong_ = true;
    return number;
  }
  void refuse() { is_wrong_ = true; }
  bool at_end() const { return is_finished_; }
  bool is_wrong() const { return is_wrong_; }

 private:
  std::string_view take();

  std::string_view rest_;
  bool is_finished_ = false;
  bool is_wrong_ = false;
};

// Writes ARCHIVE/KIND-REVISION.tsv durably and returns the file name. Throws Error(cannot_create)
// or Error(io).
std::string write_table(const std::filesystem::path& archive, TableKind kind,
                        std::uint64_t revision, TableText text);

// Calls `use` with each row of ARCHIVE/NAME; a row that `use` does not read to its end is wrong. An
// empty name is an empty table. Throws Error: internal when the table is damaged (naming the line,
// for a wrong row) or missing, io when it cannot be read.
void read_table(const std::filesystem::path& archive, TableKind kind, const std::string& name,
                const std::function<void(TableRow&)>& use);

// Checks a table of any kind, without reading its rows. Throws Error as read_table does.
void check_table(const std::filesystem::path& archive, const std::string& name);

}  // namespace newsindex
