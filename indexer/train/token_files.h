// SPDX-License-Identifier: GPL-3.0-or-later
// Articles whose names were marked by people: CoNLL token files.
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

// Tokens joined by single spaces, sentences by an empty line.
struct MarkedArticle {
  std::string text;
  std::vector<MarkedName> names;
};

// Reads a token and its tag (B-PER, I-ORG, O, ...) a line, an empty line between sentences, and
// -DOCSTART- between articles; without these, ten sentences make an article. Throws Error naming
// the file.
std::vector<MarkedArticle> read_token_file(const std::filesystem::path& path);

}  // namespace newsindex
