// SPDX-License-Identifier: GPL-3.0-or-later
// Makes tables of sports results with marked names for training: news wires have many of them, and
// no open collection of marked news has any.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/train/token_files.h"

namespace newsindex {

using NamesByKind = std::map<std::string, std::vector<std::string>>;

// Reads lines of a kind and its names, separated by tabs; # begins a comment. Throws Error naming
// the file.
NamesByKind read_names_by_kind(const std::filesystem::path& path);

// Adds the persons of the articles that have a first and a last name ("person"), and both names
// ("first", "surname").
void add_persons(const std::vector<MarkedArticle>& articles, NamesByKind& names);

// Makes `count` articles of 12 to 36 lines. `names`: a file with lines of a kind and its names,
// separated by tabs. Persons are taken from the names in `articles`. Throws Error naming the file.
std::vector<MarkedArticle> make_sport_tables(const std::filesystem::path& names,
                                             const std::vector<MarkedArticle>& articles,
                                             std::size_t count);

}  // namespace newsindex
