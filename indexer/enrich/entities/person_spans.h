// SPDX-License-Identifier: GPL-3.0-or-later
// Corrects spans that the tagger takes for one name but that have more than a name in them.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/enrich/entities/resolve.h"
#include "indexer/enrich/languages/name_words.h"

namespace newsindex {

// The names that replace one name of the tagger, in order:
// - "House Speaker Nancy Pelosi" gives the person with her title, whatever type the tagger chose,
//   and what stands before the title as a name of its own;
// - "Najib Meets Gorbachev" gives two people;
// - a name, its long form, and the next word printed without a blank before it ("Hillary Clinton
//   Hillary Diane Rodham Clinton2020 Democrats") give one person;
// - "Senate Democrats", taken for a person, gives no name.
// `text`: of the field that the name lies in; `known`: the words of its language.
std::vector<Name> separate_names(std::string_view text, const Name& name, const NameWords& known);

// A name that has an office in one place of the article becomes a person everywhere: after "Rep.
// Alexandria Ocasio-Cortez" no place is called Ocasio-Cortez. `names`: as for resolve_names.
void settle_titled(const Article& article, const NameWords& words, std::vector<Name>& names);

// The news agency in the dateline of an article's body: the AP of "WASHINGTON (AP) _". An empty
// mention if there is none.
Mention dateline_agency(std::string_view body);

}  // namespace newsindex
