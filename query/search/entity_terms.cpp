// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/entity_terms.h"

#include <algorithm>
#include <chrono>

#include "schema/published.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

std::string day_of(const std::optional<std::int64_t>& seconds) {
  if (!seconds) return {};
  const std::chrono::sys_seconds time{std::chrono::seconds(*seconds)};
  return to_iso(Day(std::chrono::floor<std::chrono::days>(time)));
}

}  // namespace

const Field& field_of(EntityType type) {
  return field(entity_fields()[static_cast<std::size_t>(type)]);
}

std::vector<EntityType> types_of(std::optional<EntityType> only) {
  if (only) return {*only};
  return {EntityType::person, EntityType::organisation, EntityType::place};
}

Plan plan_of_name(const Collection& collection, const Field& field, const std::string& key) {
  Plan plan;
  plan.query.kind = Clause::Kind::levels;
  collection.for_each_term(level_term_prefix(field, key),
                           [&](std::string_view term, std::uint64_t) {
                             plan.query.levels.push_back({std::string(term), level_of_term(term)});
                             return true;
                           });
  number_clauses(plan);
  return plan;
}

std::uint64_t articles_with_name(const Collection& collection, const Field& field,
                                 const std::string& key) {
  std::uint64_t sum = 0;
  collection.for_each_term(level_term_prefix(field, key),
                           [&sum](std::string_view, std::uint64_t articles) {
                             sum += articles;
                             return true;
                           });
  return sum;
}

std::pair<std::string, std::string> first_and_last_day(const std::vector<Extent>& extents) {
  std::optional<std::int64_t> first;
  std::optional<std::int64_t> last;
  for (const Extent& extent : extents) {
    if (extent.earliest) first = std::min(first.value_or(*extent.earliest), *extent.earliest);
    if (extent.latest) last = std::max(last.value_or(*extent.latest), *extent.latest);
  }
  return {day_of(first), day_of(last)};
}

}  // namespace newsindex
