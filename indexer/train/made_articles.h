// SPDX-License-Identifier: GPL-3.0-or-later
// Articles of names that are made up, for what no open collection of marked news has enough of.
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/train/token_files.h"

namespace newsindex {

// `count` articles of templates, each a title, a tab and a body in a line. A slot is {kind} or,
// where it is to be the same again, {kind1}; {kind1'} is its other form, of a person the last name.
//
// Kinds: person, first, surname, org, town, country are names of `articles`; firm is invented;
// number is one from 10 to 99; all else is in the files `names`: a kind and its words, with tabs
// between. The templates take turns. Throws Error naming the file.
std::vector<MarkedArticle> make_articles(const std::filesystem::path& templates,
                                         const std::vector<std::filesystem::path>& names,
                                         const std::vector<MarkedArticle>& articles,
                                         std::size_t count);

}  // namespace newsindex
