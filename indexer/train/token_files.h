// SPDX-License-Identifier: GPL-3.0-or-later
// Reads articles whose names were marked by people, from CoNLL token files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "schema/article.h"

namespace newsindex {

struct MarkedName {
  EntityType type = EntityType::person;
  std::uint32_t start = 0;  // bytes of the text
  std::uint32_t end = 0;
  friend auto operator<=>(const MarkedName&, const MarkedName&) = default;
};

// The text has single spaces between tokens, and an empty line between sentences.
struct MarkedArticle {
  std::string text;
  std::vector<MarkedName> names;
};

// Reads lines of a token, a tab and a tag (B-PER, I-ORG, O, ...), an empty line between sentences,
// and -DOCSTART- between articles; without -DOCSTART-, ten sentences make an article. Throws Error
// naming the file.
std::vector<MarkedArticle> read_token_file(const std::filesystem::path& path);

}  // namespace newsindex
