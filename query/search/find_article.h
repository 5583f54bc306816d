// SPDX-License-Identifier: GPL-3.0-or-later
// An article that a user names.
#pragma once

#include <optional>
#include <string>

#include "query/search/collection.h"
#include "query/search/planner.h"
#include "schema/archive/archive.h"

namespace newsindex {

// By its id, else the newest with this address, however that is spelt.
std::optional<FoundArticle> find_article(Archive& archive, Planner& planner,
                                         const Collection& whole_archive, const std::string& name);

}  // namespace newsindex
