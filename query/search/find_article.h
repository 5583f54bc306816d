// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the article that a user names.
#pragma once

#include <optional>
#include <string>

#include "query/search/collection.h"
#include "query/search/planner.h"
#include "schema/archive/archive.h"

namespace newsindex {

// Looks for the id `name`, then for the newest article with the address `name`, in any spelling of
// that address.
std::optional<FoundArticle> find_article(Archive& archive, Planner& planner,
                                         const Collection& whole_archive, const std::string& name);

}  // namespace newsindex
