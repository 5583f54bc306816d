// SPDX-License-Identifier: GPL-3.0-or-later
// Writes an article as cells of a row: its members in JSON, and lines for people.
#pragma once

#include <string>
#include <vector>

#include "query/answer/answer.h"

namespace newsindex {

// How much of an article is shown. A hit has no lead or body, only its snippet. For people, all
// article cells but the address are empty, since people see lines that are made from them.
enum class Shown { hit, whole, people };

// One column for each member of an article (see schema/article_json.h).
std::vector<Column> article_columns(Shown shown);
void append_article_cells(Row& row, const Article& article, Shown shown);

// "2023-04-02 15:24:00 (?) · Daily Planet · World › Asia · id".
std::string facts_text(const Article& article);

// The most certain topics and the most salient entities: "environment 90 · Brest 80".
std::string labels_text(const Article& article);

// All topics, each with its confidence and its origin.
std::string topics_text(const Article& article);

// All entities of a type, each with its salience, its country and its id.
std::string entities_text(const Article& article, EntityType type);

}  // namespace newsindex
