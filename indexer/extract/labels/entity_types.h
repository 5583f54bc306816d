// SPDX-License-Identifier: GPL-3.0-or-later
// The names that records and lists have for the types of entities.
#pragma once

#include <optional>
#include <string_view>

#include "schema/article.h"

namespace newsindex {

// "person", "org", "gpe", ...; letter case does not count.
std::optional<EntityType> entity_type_named(std::string_view text);

}  // namespace newsindex
