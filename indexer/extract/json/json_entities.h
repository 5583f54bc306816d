// SPDX-License-Identifier: GPL-3.0-or-later
// Topics and entities out of the JSON of a record, in the shapes that sources have and in our own.
#pragma once

#include <simdjson.h>

#include "schema/article.h"

namespace newsindex {

// Labels ("politics", "medtop:11000000"), or objects with an id or code, a name and perhaps a
// confidence (0..1 or 0..100).
void read_topics(simdjson::dom::element value, std::vector<Topic>& topics);

// Subjects: objects are topics; words are keywords unless they name a topic of the tree.
void read_subjects(simdjson::dom::element value, Article& article);

// Names, or objects with a name, of entities of one type.
void read_entities(simdjson::dom::element value, EntityType type, std::vector<Entity>& entities);

// Objects with a type, a name, perhaps aliases, salience, origin, mentions, id and country. What
// has no type that we know becomes a keyword: it is not lost, and its type is not guessed.
void read_typed_entities(simdjson::dom::element value, Article& article);

}  // namespace newsindex
