// SPDX-License-Identifier: GPL-3.0-or-later
// Looks up the entity names of an archive by their terms.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/search/collection.h"
#include "query/search/plan.h"
#include "schema/article.h"
#include "schema/fields.h"

namespace newsindex {

const Field& field_of(EntityType type);

// Returns this type alone, or all types if `only` is empty.
std::vector<EntityType> types_of(std::optional<EntityType> only);

// Returns the level terms of a name, sorted by level. `key` is the key of the name (see labels.h).
// For a person, also the terms of the short names that stand for this person, limited to the months
// in which they do.
std::vector<LeveledTerm> level_terms(const Collection& collection, const Field& field,
                                     const std::string& key);

// A plan for the articles that have a name, given by its key (see labels.h).
Plan plan_of_name(const Collection& collection, const Field& field, const std::string& key);
// True if short names stand for this name, or if this is a short name that stands for another name.
// Then the number of articles differs from the count of its terms.
bool is_affected_by_short_names(const Collection& collection, const Field& field,
                                const std::string& key);
std::uint64_t articles_with_name(const Collection& collection, const Field& field,
                                 const std::string& key);

// The days of the earliest and the latest dated match of all segments, or "".
std::pair<std::string, std::string> first_and_last_day(const std::vector<Extent>& extents);

}  // namespace newsindex
