// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of sports results with their names marked, made up for the training: wires are full of
// them, and no open collection of marked news has any.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/train/token_files.h"

namespace newsindex {

using NamesByKind = std::map<std::string, std::vector<std::string>>;

// A kind and its names in a line, separated by tabs; # begins a comment. Throws Error naming the
// file.
NamesByKind read_names_by_kind(const std::filesystem::path& path);

// Adds persons of a first and a last name ("person"), and these ("first", "surname").
void add_persons(const std::vector<MarkedArticle>& articles, NamesByKind& names);

// `count` articles of a dozen lines. `names`: a file with a kind and its names in a line, separated
// by tabs. Persons are taken from the names in `articles`. Throws Error naming the file.
std::vector<MarkedArticle> make_sport_tables(const std::filesystem::path& names,
                                             const std::vector<MarkedArticle>& articles,
                                             std::size_t count);

}  // namespace newsindex
