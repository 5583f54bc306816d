// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/entity_edits.h"

#include <algorithm>
#include <set>
#include <utility>

#include "indexer/enrich/lists/list_lines.h"
#include "indexer/extract/labels/entity_types.h"
#include "schema/error.h"

namespace newsindex {
namespace {

struct QualifiedName {
  std::optional<EntityType> type;
  std::string_view name;
};

// "person:Washington"; a colon after any other word belongs to the name.
QualifiedName qualified_name(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return {{}, text};
  const auto type = entity_type_named(text.substr(0, colon));
  if (!type) return {{}, text};
  std::string_view name = text.substr(colon + 1);
  while (name.starts_with(' ')) name.remove_prefix(1);
  return {type, name};
}

// The name in a column, and its folded words.
std::pair<QualifiedName, std::string> name_in(const ListLine& line, std::size_t column,
                                              Analyzer& analyzer) {
  const QualifiedName name = qualified_name(line.column(column));
  std::string folded = folded_words(analyzer, name.name);
  if (folded.empty())
    line.refuse(line.column(column).empty()
                    ? "a name is missing; merge needs two, retype a name and a type, kill a name"
                    : "'" + std::string(line.column(column)) + "' has no letter or digit");
  return {name, std::move(folded)};
}

EntityType type_in(const ListLine& line, std::size_t column) {
  const auto type = entity_type_named(line.column(column));
  if (!type)
    line.refuse("unknown type '" + std::string(line.column(column)) +
                "' (person, organisation or place)");
  return *type;
}

void add_alias(Entity& entity, std::string alias) {
  const auto& known = entity.aliases;
  if (alias == entity.name || std::find(known.begin(), known.end(), alias) != known.end()) return;
  entity.aliases.push_back(std::move(alias));
}

bool is_before(const Mention& a, const Mention& b) {
  if (a.field != b.field) return a.field < b.field;
  return a.start != b.start ? a.start < b.start : a.end < b.end;
}

}  // namespace

void join_entity(Entity& into, Entity&& from) {
  add_alias(into, std::move(from.name));
  for (std::string& alias : from.aliases) add_alias(into, std::move(alias));
  into.salience = std::max(into.salience, from.salience);
  into.confidence = std::max(into.confidence, from.confidence);
  into.origin = std::min(into.origin, from.origin);
  if (into.id.empty()) into.id = std::move(from.id);
  if (into.country.empty()) into.country = std::move(from.country);
  auto& mentions = into.mentions;
  mentions.insert(mentions.end(), from.mentions.begin(), from.mentions.end());
  std::sort(mentions.begin(), mentions.end(), is_before);
  mentions.erase(std::unique(mentions.begin(), mentions.end()), mentions.end());
}

void EntityEdits::add(const ListLine& line, Analyzer& analyzer) {
  Rule rule;
  rule.place = line.place();
  const std::string_view verb = line.column(0);
  if (verb != "merge" && verb != "kill" && verb != "retype")
    line.refuse("'" + std::string(verb) + "' is not merge, kill or retype");
  auto [name, folded] = name_in(line, 1, analyzer);
  rule.only = name.type;
  if (verb == "merge") {
    const QualifiedName other = name_in(line, 2, analyzer).first;
    rule.verb = Verb::merge;
    rule.into = other.name;
    rule.type = other.type;
  } else if (verb == "retype") {
    rule.verb = Verb::retype;
    rule.type = type_in(line, 2);
  }
  const std::size_t most = verb == "kill" ? 2 : 3;
  if (line.columns() > most)
    line.refuse(std::string(verb) + " takes " + std::to_string(most - 1) + " columns, not " +
                std::to_string(line.columns() - 1));
  rules_.emplace(std::move(folded), std::move(rule));
}

EntityEdits EntityEdits::read(const std::vector<std::filesystem::path>& files) {
  EntityEdits edits;
  Analyzer analyzer;
  for (const auto& file : files) {
    const std::string text = read_list(file, "--entity-edits");
    for_each_line(file, text, [&](const ListLine& line) { edits.add(line, analyzer); });
  }
  for (const auto& [folded, rule] : edits.rules_)
    for (const EntityType type : {EntityType::person, EntityType::organisation, EntityType::place})
      if (!rule.only || rule.only == type) edits.outcome(folded, type, analyzer);
  return edits;
}

const EntityEdits::Rule* EntityEdits::find(const std::string& folded, EntityType type,
                                           Verb verb) const {
  // Rules of one name are in the order in which they were read.
  const auto [begin, end] = rules_.equal_range(folded);
  for (auto at = begin; at != end; ++at)
    if (at->second.verb == verb && (!at->second.only || at->second.only == type))
      return &at->second;
  return nullptr;
}

EntityEdits::Outcome EntityEdits::outcome(const std::string& name, EntityType type,
                                          Analyzer& analyzer) const {
  Outcome result{name, folded_words(analyzer, name), type, false};
  std::vector<const Rule*> steps;
  while (true) {
    if (const Rule* retype = find(result.folded, result.type, Verb::retype))
      result.type = *retype->type;
    const Rule* merge = find(result.folded, result.type, Verb::merge);
    if (merge == nullptr) break;
    if (std::find(steps.begin(), steps.end(), merge) != steps.end()) {
      std::string places;
      for (const Rule* step : steps) places += (places.empty() ? "" : ", ") + step->place;
      throw Error(ExitCode::bad_data, "merges go round in a circle: " + places);
    }
    steps.push_back(merge);
    const std::string before = std::exchange(result.folded, folded_words(analyzer, merge->into));
    result.name = merge->into;
    result.type = merge->type.value_or(result.type);
    if (result.folded == before) break;  // only another spelling: "U.N." to "UN"
  }
  result.is_killed = find(result.folded, result.type, Verb::kill) != nullptr;
  return result;
}

void apply_edits(const EntityEdits& edits, std::vector<Entity>& entities, Analyzer& analyzer) {
  if (edits.empty()) return;
  std::vector<Entity> kept;
  std::map<std::pair<std::string, EntityType>, std::size_t> places;
  for (Entity& entity : entities) {
    EntityEdits::Outcome outcome = edits.outcome(entity.name, entity.type, analyzer);
    if (outcome.is_killed) continue;
    const std::string before = std::exchange(entity.name, outcome.name);
    entity.type = outcome.type;
    std::erase(entity.aliases, entity.name);
    if (before != entity.name) add_alias(entity, before);
    const auto [place, is_new] = places.try_emplace({outcome.folded, outcome.type}, kept.size());
    if (is_new)
      kept.push_back(std::move(entity));
    else
      join_entity(kept[place->second], std::move(entity));
  }
  entities = std::move(kept);
}

}  // namespace newsindex
