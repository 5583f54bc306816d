// SPDX-License-Identifier: GPL-3.0-or-later
// Queries that a user has saved by name, and their use as @NAME inside other queries.
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
// Error(config) where none of them is known.
std::filesystem::path saved_queries_path(const Environment& environment);

// Whether a name consists of letters, digits, '-', '_' and '.', and begins with a letter or digit.
bool is_saved_name(std::string_view name);

// A line of their file that is wrong: the others can be used.
struct SavedFault {
  QueryLine line;
  std::string sentence;
};

class SavedQueries {
 public:
  // Those of a file (see query_file.h); none where it does not exist. Throws Error(io).
  static SavedQueries read(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return path_; }
  const std::map<std::string, QueryLine>& by_name() const { return by_name_; }

  // Lines that are not NAME<TAB>QUERY, names that are none, and each query of a name that comes
  // twice.
  const std::vector<SavedFault>& faults() const { return faults_; }

  // The same with another query, in place of the one of its name. Throws Error(usage) for a name
  // that is none.
  SavedQueries with(const std::string& name, const std::string& query) const;

  // The query in which each @NAME outside of quotation marks stands for that query in brackets.
  // Throws Error(usage) for names that are not there or are there twice, and for queries that need
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

// Writes a query under a name, in place of the one that had it; comments stay. Throws Error: usage
// for a name that is none, cannot_create or io.
void save_query(const std::filesystem::path& path, const std::string& name,
                const std::string& query);

// Takes a query out of the file. False when there is none of this name.
bool forget_query(const std::filesystem::path& path, const std::string& name);

}  // namespace newsindex
