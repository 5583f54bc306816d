// SPDX-License-Identifier: GPL-3.0-or-later
// The well known that ship with newsindex (indexer/models/well-known.tsv, in the format of an
// authority file): who of them the models found, under whatever name.
#pragma once

#include <vector>

#include "indexer/enrich/languages/name_words.h"
#include "indexer/enrich/lists/authority.h"
#include "schema/article.h"

namespace newsindex {

// Gives the entities that are in the list their name, id, country and aliases there. `hits` are the
// places of the article where the list has a name. An entity is one of the list when such a name is
// a mention of it, or of its type and ends with one ("President Obama" for "Obama"), or is a
// mention but for the office in front ("Senate Majority Leader Mitch McConnell"). A name of several
// words tells the type, too, but that a place is an organisation. When hits speak for two entries,
// the entity stays as it is. A place within the full name of a person on the list is none. Entities
// that turn out to be one are joined. `known`: words for offices, in the language of the article.
void recognise(const Authority& list, const std::vector<AuthorityHit>& hits, const Article& article,
               const NameWords& known, std::vector<Entity>& found);

// Which of the well known are added where nothing is named. A tagger that sees no name is mostly
// right, but for people by their full names: it takes the May of Theresa May for a month.
enum class Unseen { all, people_in_full };

// Adds the entities that hits name where nothing else is named, those that entities_named takes;
// their origin is the model.
void add_unseen(const Authority& list, const std::vector<AuthorityHit>& hits, Unseen which,
                bool has_running_text, const std::vector<Entity>& taken,
                std::vector<Entity>& found);

}  // namespace newsindex
