// SPDX-License-Identifier: GPL-3.0-or-later
// Converts the labels that a source gives its articles to our topics and entities.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/article.h"

namespace newsindex {

// The topic of a source's label: the node of the Media Topics tree with this id or exactly this
// name (letter case is ignored; `_` and `-` count as spaces), else a topic of its own,
// "label:<label>". Parts of names are not matched. REQUIRES: the label is not empty.
Topic topic_of_label(std::string_view label);

// True if the topic is such a label outside the tree.
inline bool is_label(const Topic& topic) { return topic.id.starts_with("label:"); }

// The entity of a label in the style of Reuters ("el-salvador", "james-miller", "opec"): its name
// as people write it; a label with hyphens becomes an alias if it differs from the name. A label
// that is not all lower-case letters and hyphens is itself the name.
Entity entity_of_label(EntityType type, std::string_view label);

// Adds a topic or entity that is not there yet; for an entity that is there, adds only new aliases.
void add_topic(std::vector<Topic>& topics, Topic topic);
void add_entity(std::vector<Entity>& entities, Entity entity);

}  // namespace newsindex
