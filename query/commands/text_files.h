// SPDX-License-Identifier: GPL-3.0-or-later
// Writes articles as plain text files in a folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "query/search/search.h"
#include "schema/archive/archive.h"

namespace newsindex {

// The file name of an article: its id, with characters that names cannot have as %XX, and ".txt". A
// long id is cut and its digest added.
std::string text_file_name(const std::string& id);

// Title, facts, lead and body, with empty lines between them.
std::string article_text(const Article& article);

class TextFiles {
 public:
  // Creates the folder if it is missing. Throws Error(cannot_create).
  explicit TextFiles(std::filesystem::path folder);

  // Writes a file for each match, replacing a file of the same name. Returns the number of matches.
  // Throws Error: cannot_create, io.
  std::uint64_t write(Archive& archive, const SearchRequest& request) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace newsindex
