// SPDX-License-Identifier: GPL-3.0-or-later
// What the tagger takes for one name and is not: names with what stands around them.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/enrich/entities/resolve.h"
#include "indexer/enrich/languages/name_words.h"

namespace newsindex {

// The names that stand in the place of one, in order:
// - "House Speaker Nancy Pelosi" is the person with her title, whatever it was taken for, and the
//   name before the title a name of its own;
// - "Najib Meets Gorbachev" are two people;
// - a page that prints a name, its long form and the next word without a blank between ("Hillary
//   Clinton Hillary Diane Rodham Clinton2020 Democrats") names one person;
// - "Senate Democrats", taken for a person, are none.
// `text`: of the field that the name lies in; `known`: the words of its language.
std::vector<Name> separate_names(std::string_view text, const Name& name, const NameWords& known);

// Who has an office in one place of the article is a person in all: after "Rep. Alexandria
// Ocasio-Cortez" no place is called Ocasio-Cortez. `names`: as for resolve_names.
void settle_titled(const Article& article, const NameWords& words, std::vector<Name>& names);

// The agency in a dateline, the source of the report: "WASHINGTON (AP) _"; or an empty mention.
// `body`: of an article.
Mention dateline_agency(std::string_view body);

}  // namespace newsindex
