// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/labels/entity_types.h"

#include <array>

#include "indexer/extract/text/tags.h"

namespace newsindex {
namespace {

struct TypeName {
  std::string_view name;
  EntityType type;
};

constexpr std::array kTypeNames{
    TypeName{"person", EntityType::person},
    TypeName{"people", EntityType::person},
    TypeName{"per", EntityType::person},
    TypeName{"organisation", EntityType::organisation},
    TypeName{"organization", EntityType::organisation},
    TypeName{"org", EntityType::organisation},
    TypeName{"company", EntityType::organisation},
    TypeName{"place", EntityType::place},
    TypeName{"location", EntityType::place},
    TypeName{"loc", EntityType::place},
    TypeName{"gpe", EntityType::place},
    TypeName{"country", EntityType::place},
    TypeName{"city", EntityType::place},
};

}  // namespace

std::optional<EntityType> entity_type_named(std::string_view text) {
  for (const TypeName& row : kTypeNames)
    if (same_name(row.name, text)) return row.type;
  return std::nullopt;
}

}  // namespace newsindex
