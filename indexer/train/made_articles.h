// SPDX-License-Identifier: GPL-3.0-or-later
// Makes articles with marked names, for cases of which open collections of marked news have too
// few.
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/train/token_files.h"

namespace newsindex {

// Makes `count` articles from templates, using the templates in turn. A template is a line with a
// title, a tab and a body. A slot is {kind}. A slot with a number, {kind1}, gets the same name
// every time in its article; {kind1'} gets the other form of that name, for a person the last name.
// Kinds: person, first, surname, org and town are names in `articles`; firm is invented; number is
// one from 10 to 99; everything else is in the files `names`, in lines of a kind and its words,
// separated by tabs. Throws Error naming a file that cannot be read, or a kind without names.
std::vector<MarkedArticle> make_articles(const std::filesystem::path& templates,
                                         const std::vector<std::filesystem::path>& names,
                                         const std::vector<MarkedArticle>& articles,
                                         std::size_t count);

}  // namespace newsindex
