// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/labels/entity_types.h"

#include <array>

#include "indexer/extract/text/rule_table.h"

namespace newsindex {

std::optional<EntityType> entity_type_named(std::string_view name) {
  using enum EntityType;
  static const NamedValues<EntityType> names =
      named_values(std::to_array<std::pair<std::string_view, EntityType>>(
                       {{"person", person}, {"organisation", organisation}, {"place", place}}),
#include "entity-types.inc"
      );
  return value_named(name, names);
}

}  // namespace newsindex
