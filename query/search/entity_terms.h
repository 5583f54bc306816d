// SPDX-License-Identifier: GPL-3.0-or-later
// The names of an archive by their terms.
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

// This type, or all of them.
std::vector<EntityType> types_of(std::optional<EntityType> only);

// The terms of a name, by its key (see labels.h), by level; of a person also those of the short
// names that mean this one, where they do.
std::vector<LeveledTerm> level_terms(const Collection& collection, const Field& field,
                                     const std::string& key);

// The articles that have a name, by its key (see labels.h).
Plan plan_of_name(const Collection& collection, const Field& field, const std::string& key);
// Whether short names mean this one, or this is a short name that means another: then there are
// more or fewer articles than its terms tell.
bool has_other_articles(const Collection& collection, const Field& field, const std::string& key);
std::uint64_t articles_with_name(const Collection& collection, const Field& field,
                                 const std::string& key);

// The days of the first and the last dated match of all segments, or "".
std::pair<std::string, std::string> first_and_last_day(const std::vector<Extent>& extents);

}  // namespace newsindex
