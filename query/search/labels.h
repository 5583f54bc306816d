// SPDX-License-Identifier: GPL-3.0-or-later
// From what a user writes after topic:, person:, ... to the level terms it stands for.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/fields.h"
#include "schema/query_language/ast.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// Terms by their level (confidence or salience).
using LeveledTerms = std::map<int, std::vector<std::string>>;

// Keys of canonical names in one of the entity fields.
struct EntityKeys {
  const Field* field = nullptr;
  std::set<std::string> keys;
};

using WholeArchive = std::function<Xapian::Database()>;

// The terms in the database of a label clause, with levels in its range.
//
// A topic is an id, a whole name, a label that sources give, or a part of a topic's name that is
// unique at the highest level where it occurs. Throws QueryError when there is no such topic (with
// the nearest names), or when a part fits several.
//
// An entity is known by its canonical name and by every alias that any article of the archive has
// for it: entity:UN finds the articles about the United Nations, also those that never say UN. When
// no article has the name, the words stand for all names that contain them next to each other:
// person:hayashi finds Yoshimasa Hayashi. No name at all is an empty answer, not an error. Throws
// QueryError when too many names fit. `whole_archive` opens all segments: a label that only other
// segments have is no mistake.
LeveledTerms terms_of_label(const Xapian::Database& database, const WholeArchive& whole_archive,
                            const Node& clause, Analyzer& analyzer, std::size_t most_names);

// The canonical names that an entity clause stands for.
std::vector<EntityKeys> entity_keys(const Xapian::Database& whole_archive, const Node& clause,
                                    Analyzer& analyzer, std::size_t most_names);

}  // namespace newsindex
