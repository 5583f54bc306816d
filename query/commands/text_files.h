// SPDX-License-Identifier: GPL-3.0-or-later
// Articles as files of plain text in a folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "query/search/search.h"
#include "schema/archive/archive.h"

namespace newsindex {

// The name of the file of an article: its id with what a name cannot have as %XX, and ".txt"; of a
// long id the beginning and its digest.
std::string text_file_name(const std::string& id);

// Title, facts and body, with empty lines between.
std::string article_text(const Article& article);

class TextFiles {
 public:
  // Makes the folder where it is missing. Throws Error(cannot_create).
  explicit TextFiles(std::filesystem::path folder);

  // Writes a file for each match, over one of the same name; the number of matches comes back.
  // Throws Error: cannot_create, io.
  std::uint64_t write(Archive& archive, const SearchRequest& request) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace newsindex
