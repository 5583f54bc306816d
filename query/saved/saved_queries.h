// SPDX-License-Identifier: GPL-3.0-or-later
// Queries that a user has saved under names, to use as @NAME in other queries.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "query/saved/query_file.h"
#include "schema/archive/location.h"

namespace newsindex {

// $NEWSINDEX_QUERIES, else newsindex/queries.tsv in $XDG_CONFIG_HOME or ~/.config. Throws
// Error(config) if none of these variables, nor HOME, is set.
std::filesystem::path saved_queries_path(const Environment& environment);

// True if a name consists of letters, digits, '-', '_' and '.', and begins and ends with a letter
// or digit.
bool is_saved_name(std::string_view name);

// A faulty line of the file of saved queries; the other lines can still be used.
struct SavedFault {
  QueryLine line;
  std::string sentence;
};

class SavedQueries {
 public:
  // Reads a file (see query_file.h). A file that cannot be read has no queries.
  static SavedQueries read(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return path_; }
  const std::map<std::string, QueryLine>& by_name() const { return by_name_; }

  // Lines that are not NAME<TAB>QUERY, invalid names, and each repetition of a name.
  const std::vector<SavedFault>& faults() const { return faults_; }

  // A copy with one query added or replaced. Throws Error(usage) for an invalid name.
  SavedQueries with(const std::string& name, const std::string& query) const;

  // Replaces each @NAME outside of quotation marks by the query of that name in brackets. Throws
  // Error(usage) for names that do not exist or exist twice, and for queries that contain
  // themselves.
  std::string replaced(std::string_view query) const;

 private:
  std::string replaced(std::string_view query, const std::string& within) const;
  void take(const QueryLine& line);
  const std::string& query_of(const std::string& name) const;

  std::filesystem::path path_;
  std::map<std::string, QueryLine> by_name_;
  std::vector<SavedFault> faults_;
};

// Writes a query under a name, replacing the query that has it; comments stay. Throws Error: usage
// for an invalid name, cannot_create or io.
void save_query(const std::filesystem::path& path, const std::string& name,
                const std::string& query);

// Removes a query from the file. False if there is none of this name.
bool forget_query(const std::filesystem::path& path, const std::string& name);

}  // namespace newsindex
