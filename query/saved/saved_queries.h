// SPDX-License-Identifier: GPL-3.0-or-later
// Queries that a user has saved by name, and their use as @NAME inside other queries.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "schema/archive/location.h"

namespace newsindex {

// $NEWSINDEX_QUERIES, else newsindex/queries.tsv in $XDG_CONFIG_HOME or ~/.config. Throws
// Error(config) where none of them is known.
std::filesystem::path saved_queries_path(const Environment& environment);

// Whether a name consists of letters, digits, '-', '_' and '.', and begins with a letter or digit.
bool is_saved_name(std::string_view name);

class SavedQueries {
 public:
  // Those of a file (see query_file.h); none where it does not exist. Throws Error(config) naming
  // the line where a name is none or comes twice, Error(io).
  static SavedQueries read(const std::filesystem::path& path);

  const std::map<std::string, std::string>& by_name() const { return by_name_; }

  // The query in which each @NAME outside of quotation marks stands for that query in brackets.
  // Throws Error(usage) for names that are not there, and for queries that need themselves.
  std::string replaced(std::string_view query) const;

 private:
  std::string replaced(std::string_view query, const std::string& within) const;
  const std::string& query_of(const std::string& name) const;

  std::filesystem::path path_;
  std::map<std::string, std::string> by_name_;
};

// Writes a query under a name, in place of the one that had it; comments stay. Throws Error: usage
// for a name that is none, cannot_create or io.
void save_query(const std::filesystem::path& path, const std::string& name,
                const std::string& query);

// Takes a query out of the file. False when there is none of this name.
bool forget_query(const std::filesystem::path& path, const std::string& name);

}  // namespace newsindex
