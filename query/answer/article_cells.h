// SPDX-License-Identifier: GPL-3.0-or-later
// An article as cells of a row: its members in JSON, and the lines that people read of it.
#pragma once

#include <string>
#include <vector>

#include "query/answer/answer.h"

namespace newsindex {

// How much of an article is shown: a hit has no text but that of its snippet; for people its cells
// are empty but for the address, since they see lines made of them.
enum class Shown { hit, whole, people };

// The members of an article (see schema/article_json.h), one column each.
std::vector<Column> article_columns(Shown shown);
void append_article_cells(Row& row, const Article& article, Shown shown);

// "2023-04-02 15:24:00 (?) · Daily Planet · World › Asia · id".
std::string facts_text(const Article& article);

// The most certain topics and the most salient entities: "environment 90 · Brest 80".
std::string labels_text(const Article& article);

// All topics, each with its confidence and where it comes from.
std::string topics_text(const Article& article);

// All entities of a type, each with its salience and what else is known of it.
std::string entities_text(const Article& article, EntityType type);

}  // namespace newsindex
