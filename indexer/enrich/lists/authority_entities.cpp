// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the hits of one article into entities.
#include <algorithm>
#include <map>
#include <set>

#include "indexer/enrich/lists/authority.h"
#include "indexer/enrich/lists/entity_edits.h"

namespace newsindex {
namespace {

using AuthorityHits = std::vector<AuthorityHit>;

// The entries that some hit names surely, where no other entry has a hit. Hits of one place are
// adjacent.
std::set<std::uint32_t> entries_surely_named(const AuthorityHits& hits) {
  std::set<std::uint32_t> entries;
  for (std::size_t first = 0, end = 0; first < hits.size(); first = end) {
    bool is_sure = false;
    bool is_alone = true;
    for (; end < hits.size() && hits[end].mention == hits[first].mention; ++end) {
      is_sure |= hits[end].certainty == Certainty::sure;
      is_alone &= hits[end].entry == hits[first].entry;
    }
    if (is_sure && is_alone) entries.insert(hits[first].entry);
  }
  return entries;
}

// Compares the entries that one place can name: the best comes first.
bool is_better(const AuthorityHit& a, const AuthorityHit& b, const std::set<std::uint32_t>& named) {
  const bool a_named = named.contains(a.entry);
  const bool b_named = named.contains(b.entry);
  if (a_named != b_named) return a_named;
  if (a.certainty != b.certainty) return a.certainty > b.certainty;
  if (a.is_canonical != b.is_canonical) return a.is_canonical;
  return a.entry < b.entry;
}

AuthorityHits one_each_place(const AuthorityHits& hits) {
  const auto named = entries_surely_named(hits);
  AuthorityHits chosen;
  for (const AuthorityHit& hit : hits) {
    if (chosen.empty() || chosen.back().mention != hit.mention)
      chosen.push_back(hit);
    else if (is_better(hit, chosen.back(), named))
      chosen.back() = hit;
  }
  return chosen;
}

void drop_uncertain(AuthorityHits& hits, Certainty least) {
  std::set<std::uint32_t> sure;
  for (const AuthorityHit& hit : hits)
    if (hit.certainty >= least) sure.insert(hit.entry);
  std::erase_if(hits, [&sure](const AuthorityHit& hit) { return !sure.contains(hit.entry); });
}

// The folded names of an entity, with its type.
std::set<std::pair<EntityType, std::string>> keys_of(const Entity& entity, Analyzer& analyzer) {
  std::set<std::pair<EntityType, std::string>> keys{
      {entity.type, folded_words(analyzer, entity.name)}};
  for (const std::string& alias : entity.aliases)
    keys.emplace(entity.type, folded_words(analyzer, alias));
  return keys;
}

}  // namespace

Entity entity_of(const AuthorityEntry& entry) {
  Entity entity;
  entity.type = entry.type;
  entity.name = entry.name;
  for (const Alias& alias : aliases_of(entry))
    if (alias.years.are_all()) entity.aliases.emplace_back(alias.name);
  entity.id = entry.id;
  entity.country = entry.country;
  entity.origin = Origin::authority;
  return entity;
}

void add_entities(std::vector<Entity> found, std::vector<Entity>& entities, Analyzer& analyzer) {
  if (entities.empty()) {
    entities = std::move(found);
    return;
  }
  if (found.empty()) return;
  std::map<std::pair<EntityType, std::string>, std::size_t> places;
  for (std::size_t i = 0; i < entities.size(); ++i)
    for (const auto& key : keys_of(entities[i], analyzer)) places.emplace(key, i);
  for (Entity& entity : found) {
    auto known = places.end();
    for (const auto& key : keys_of(entity, analyzer))
      if (known == places.end()) known = places.find(key);
    if (known == places.end())
      entities.push_back(std::move(entity));
    else
      join_entity(entities[known->second], std::move(entity));
  }
}

std::vector<Entity> entities_named(const Authority& authority, AuthorityHits hits,
                                   bool has_running_text) {
  hits = one_each_place(hits);
  drop_uncertain(hits, has_running_text ? Certainty::sure : Certainty::likely);
  std::vector<Entity> entities;
  std::map<std::uint32_t, std::size_t> places;
  for (const AuthorityHit& hit : hits) {
    const auto [place, is_new] = places.emplace(hit.entry, entities.size());
    if (is_new) entities.push_back(entity_of(authority.entry(hit.entry)));
    entities[place->second].mentions.push_back(hit.mention);
  }
  return entities;
}

}  // namespace newsindex
