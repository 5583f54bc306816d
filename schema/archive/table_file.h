// SPDX-License-Identifier: GPL-3.0-or-later
// The small tables of an archive: text files beside archive.json that are replaced as a whole,
// under a new name, in the step that publishes a revision. archive.json names the ones that count.
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
  const char* name;  // also how the file's name begins
  int version;
};

// What was read of each source.
inline constexpr TableKind kSourcesTable{"sources", 2};
// Articles that were taken out and must not come back.
inline constexpr TableKind kRemovalsTable{"removals", 1};
// What each source usually gives.
inline constexpr TableKind kActivityTable{"activity", 1};
// What was learned of the sites that pages come from.
inline constexpr TableKind kSitesTable{"sites", 1};
// Whom short names mean (see bearers.h); the only one that readers need.
inline constexpr TableKind kBearersTable{"bearers", 1};

// Whether a file of the archive's folder is such a table, by its name: "sources-12.tsv".
bool is_table_name(std::string_view name);

// Builds the text of a table.
class TableText {
 public:
  explicit TableText(TableKind kind);

  void field(std::string_view text);
  void field(std::integral auto number) { field(std::string_view(std::to_string(number))); }
  void end_row();

  // The whole file. Nothing can be added afterwards.
  std::string finish();

 private:
  std::string text_;
  bool in_row_ = false;
};

// A row being read, from its first field to its last. A field that is missing, or is no number
// where one is taken, makes the row wrong.
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

// Writes ARCHIVE/KIND-REVISION.tsv durably and returns its name. Throws Error(io).
std::string write_table(const std::filesystem::path& archive, TableKind kind,
                        std::uint64_t revision, TableText text);

// Gives each row of ARCHIVE/NAME to `use`; a row that is not used to its end is wrong. An empty
// name is an empty table. Throws Error: internal when the table is damaged (with the number of the
// line), io when it cannot be read.
void read_table(const std::filesystem::path& archive, TableKind kind, const std::string& name,
                const std::function<void(TableRow&)>& use);

// Throws Error as read_table does; for a table of any kind.
void check_table(const std::filesystem::path& archive, const std::string& name);

}  // namespace newsindex
