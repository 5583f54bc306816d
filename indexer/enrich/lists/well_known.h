// SPDX-License-Identifier: GPL-3.0-or-later
// Matches the entities that the models found with the shipped list of well-known entities
// (indexer/models/well-known.tsv, in the format of an authority file).
#pragma once

#include <vector>

#include "indexer/enrich/languages/name_words.h"
#include "indexer/enrich/lists/authority.h"
#include "schema/article.h"

namespace newsindex {

// Gives the entities that are in the list the name, id, country and aliases of their entry. `hits`
// are the places of the article where the list has a name. A hit shows that an entity is its entry
// if a mention of the entity
// - is the hit or the end of it, and the types are equal ("Obama" in "President Obama");
// - is an office followed by a hit of several words, and both are persons ("Senate Majority Leader
//   Mitch McConnell");
// - is a hit of several words, whatever the types; but a place does not become an organisation.
// If hits of two entries fit an entity, it stays as it is. A place within the full name of a person
// on the list is dropped. Entities of the same entry are joined. `known`: words for offices, in the
// language of the article.
void recognise(const Authority& list, const std::vector<AuthorityHit>& hits, const Article& article,
               const NameWords& known, std::vector<Entity>& found);

// Which well-known entities are added where no entity was found. If a tagger sees no name, it is
// mostly right, except for the full names of people: it takes the May of Theresa May for a month.
enum class Unseen { all, people_in_full };

// Adds the entities of hits that overlap no other entity, as entities_named selects them; their
// origin is the model.
void add_unseen(const Authority& list, const std::vector<AuthorityHit>& hits, Unseen which,
                bool has_running_text, const std::vector<Entity>& taken,
                std::vector<Entity>& found);

}  // namespace newsindex
