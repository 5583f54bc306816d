// SPDX-License-Identifier: GPL-3.0-or-later
// The names that records and lists have for the types of entities.
#pragma once

#include <optional>
#include <string_view>

#include "schema/article.h"

namespace newsindex {

// The type named "person", "org", "gpe", ...; letter case is ignored.
std::optional<EntityType> entity_type_named(std::string_view text);

}  // namespace newsindex
