// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/fields.h"

#include <algorithm>
#include <string>
#include <vector>

#include "schema/nearest_name.h"

namespace newsindex {
namespace {

template <class Member>
constexpr bool distinct(Member member, auto ignored) {
  for (std::size_t i = 0; i < kFields.size(); ++i)
    for (std::size_t j = i + 1; j < kFields.size(); ++j)
      if (kFields[i].*member != ignored && kFields[i].*member == kFields[j].*member) return false;
  return true;
}

static_assert(distinct(&Field::name, std::string_view()), "two fields share a name");
static_assert(distinct(&Field::prefix, std::string_view()), "two fields share a term prefix");
static_assert(distinct(&Field::slot, kNoSlot), "two fields share a value slot");

constexpr std::array<std::string_view, 3> kEntityFields{"person", "org", "place"};

}  // namespace

const Field* find_field(std::string_view name) {
  for (const FieldAlias& alias : kFieldAliases)
    if (alias.alias == name) name = alias.name;
  const auto found = std::find_if(kFields.begin(), kFields.end(),
                                  [name](const Field& field) { return field.name == name; });
  return found == kFields.end() ? nullptr : &*found;
}

const Field& field(std::string_view name) { return *find_field(name); }

std::string_view nearest_field(std::string_view name) {
  std::vector<std::string> known;
  for (const Field& each : kFields) known.emplace_back(each.name);
  for (const FieldAlias& each : kFieldAliases) known.emplace_back(each.alias);
  const std::string nearest = nearest_name(name, known);
  for (const FieldAlias& each : kFieldAliases)
    if (each.alias == nearest) return each.alias;
  const Field* found = find_field(nearest);
  return found ? found->name : std::string_view();
}

std::span<const std::string_view> entity_fields() { return kEntityFields; }

}  // namespace newsindex
