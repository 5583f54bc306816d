// SPDX-License-Identifier: GPL-3.0-or-later
// Reads topics and entities from a JSON record, in the shapes that sources use and in our own.
#pragma once

#include <simdjson.h>

#include "schema/article.h"

namespace newsindex {

// Reads labels ("politics", "medtop:11000000"), or objects with an id or code, a name and an
// optional confidence (0..1 or 0..100).
void read_topics(simdjson::dom::element value, std::vector<Topic>& topics);

// Reads subjects: objects become topics; words become keywords unless they name a topic of the
// tree.
void read_subjects(simdjson::dom::element value, Article& article);

// Reads entities of one type: names, or objects with a name.
void read_entities(simdjson::dom::element value, EntityType type, std::vector<Entity>& entities);

// Reads objects with a type and a name, and optionally aliases, salience, origin, mentions, id and
// country. An object without a type that we know becomes a keyword: its name is not lost, and its
// type is not guessed.
void read_typed_entities(simdjson::dom::element value, Article& article);

}  // namespace newsindex
