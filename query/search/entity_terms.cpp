// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/entity_terms.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "schema/published.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

std::string day_of(const std::optional<std::int64_t>& seconds) {
  if (!seconds) return {};
  const std::chrono::sys_seconds time{std::chrono::seconds(*seconds)};
  return to_iso(Day(std::chrono::floor<std::chrono::days>(time)));
}

// The articles of a short name that stand for no other name: empty (no limit) if the name is not a
// short name.
std::optional<ShortNameUse> other_uses(const Bearers& bearers, const std::string& key) {
  const auto meant = bearers.of(key);
  if (meant.empty()) return std::nullopt;
  ShortNameUse use{{}, true};
  for (const Bearer& bearer : meant) use.months.push_back(bearer.months);
  return use;
}

}  // namespace

const Field& field_of(EntityType type) {
  return field(entity_fields()[static_cast<std::size_t>(type)]);
}

std::vector<EntityType> types_of(std::optional<EntityType> only) {
  if (only) return {*only};
  return {EntityType::person, EntityType::organisation, EntityType::place};
}

std::vector<LeveledTerm> level_terms(const Collection& collection, const Field& field,
                                     const std::string& key) {
  std::map<std::pair<int, std::string>, LeveledTerm> terms;  // a term of several segments only once
  const auto add = [&](const std::string& of, const std::optional<ShortNameUse>& only) {
    collection.for_each_term(level_term_prefix(field, of),
                             [&](std::string_view text, std::uint64_t) {
                               const LeveledTerm term{std::string(text), level_of_term(text), only};
                               terms.try_emplace({term.level, term.term}, term);
                               return true;
                             });
  };
  if (field.name != "person") {
    add(key, std::nullopt);
  } else {
    const Bearers& bearers = collection.bearers();
    add(key, other_uses(bearers, key));
    for (auto& [short_name, months] : bearers.short_names_of(key))
      add(short_name, ShortNameUse{months, false});
  }
  std::vector<LeveledTerm> by_level;
  for (auto& [place, term] : terms) by_level.push_back(std::move(term));
  return by_level;
}

Plan plan_of_name(const Collection& collection, const Field& field, const std::string& key) {
  Plan plan;
  plan.query.kind = Clause::Kind::levels;
  plan.query.levels = level_terms(collection, field, key);
  number_clauses(plan);
  return plan;
}

bool is_affected_by_short_names(const Collection& collection, const Field& field,
                                const std::string& key) {
  if (field.name != "person") return false;
  const Bearers& bearers = collection.bearers();
  return !bearers.of(key).empty() || !bearers.short_names_of(key).empty();
}

std::uint64_t articles_with_name(const Collection& collection, const Field& field,
                                 const std::string& key) {
  if (is_affected_by_short_names(collection, field, key)) {
    const Plan plan = plan_of_name(collection, field, key);
    return CollectionQuery(collection, plan).count();
  }
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
