// SPDX-License-Identifier: GPL-3.0-or-later
// What a source says its article is about, as our topics and entities.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/article.h"

namespace newsindex {

// The topic of a source's label: the node of the Media Topics tree that has this id or exactly this
// name (letter case, `_` and `-` do not count), else a topic of its own, "label:<label>". Parts of
// names are not guessed at. REQUIRES: the label is not empty.
Topic topic_of_label(std::string_view label);

// Whether it is such a topic outside the tree.
inline bool is_label(const Topic& topic) { return topic.id.starts_with("label:"); }

// The entity of a label of the Reuters kind ("el-salvador", "james-miller", "opec"): its name as
// people write it, with the label as an alias where it reads differently. A label that is not all
// lower-case letters and hyphens is the name.
Entity entity_of_label(EntityType type, std::string_view label);

// Adds what is not there yet; the same entity again only adds its aliases.
void add_topic(std::vector<Topic>& topics, Topic topic);
void add_entity(std::vector<Entity>& entities, Entity entity);

}  // namespace newsindex
