// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/well_known.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/enrich/confidence.h"
#include "indexer/enrich/entities/resolve_text.h"
#include "indexer/enrich/lists/entity_edits.h"

namespace newsindex {
namespace {

// Finds the mention at a place of the text, and its entity.
class Mentions {
 public:
  void add(const std::vector<Entity>& entities) {
    for (std::size_t i = 0; i < entities.size(); ++i)
      for (const Mention& mention : entities[i].mentions) all_.push_back({mention, i});
    std::sort(all_.begin(), all_.end(), [](const Owned& a, const Owned& b) {
      return std::pair(a.mention.field, a.mention.start) <
             std::pair(b.mention.field, b.mention.start);
    });
  }

  struct Owned {
    Mention mention;
    std::size_t entity;
  };

  // The first mention that overlaps `hit`; null if there is none.
  const Owned* touching(const Mention& hit) const {
    const auto found = std::partition_point(all_.begin(), all_.end(), [&](const Owned& each) {
      return std::pair(each.mention.field, each.mention.end) <= std::pair(hit.field, hit.start);
    });
    const bool touches =
        found != all_.end() && found->mention.field == hit.field && found->mention.start < hit.end;
    return touches ? &*found : nullptr;
  }

 private:
  std::vector<Owned> all_;  // in the order of the text
};

// True if the part of a mention before the name, which begins at byte `name`, ends with a word for
// an office.
bool begins_with_office(const Article& article, const Mention& mention, std::uint32_t name,
                        const NameWords& known) {
  const std::string& text = mention.field == MentionField::title ? article.title : article.body;
  std::string_view front = std::string_view(text).substr(mention.start, name - mention.start);
  while (front.ends_with(' ')) front.remove_suffix(1);
  const std::string_view last = front.substr(front.rfind(' ') + 1);  // npos + 1 is 0
  constexpr std::array kKinds{WordKind::title, WordKind::royal_title, WordKind::office,
                              WordKind::before_person};
  return std::any_of(kKinds.begin(), kKinds.end(),
                     [&, key = name_key(last)](WordKind kind) { return known.is(kind, key); });
}

// True if the hit shows that the entity is its entry. A place stays a place: an organisation may be
// named as the place where it is ("at Home Depot").
bool speaks_for(const AuthorityHit& hit, EntityType type_of_hit, const Article& article,
                const Mention& mention, EntityType type, const NameWords& known) {
  const bool may_be_place = type == EntityType::place && type_of_hit == EntityType::organisation;
  if (type_of_hit != type) return hit.words > 1 && hit.mention == mention && !may_be_place;
  if (mention.end != hit.mention.end) return false;
  if (mention.start >= hit.mention.start) return true;
  return type == EntityType::person && hit.words > 1 &&
         begins_with_office(article, mention, hit.mention.start, known);
}

// What the hits say about one entity.
struct Verdict {
  std::optional<std::uint32_t> entry;
  bool is_disputed = false;

  void add(std::uint32_t other) {
    is_disputed |= entry.has_value() && *entry != other;
    entry = other;
  }
};

void become(Entity& entity, const AuthorityEntry& entry) {
  Entity known = entity_of(entry);
  known.type = entry.type;
  std::swap(known.mentions, entity.mentions);
  std::swap(known.demonyms, entity.demonyms);
  known.salience = entity.salience;
  known.confidence = std::max(entity.confidence, kConfidenceOfLists);
  known.origin = entity.origin;
  const auto keep = [&known](std::string alias) {
    const bool is_new = alias != known.name && std::find(known.aliases.begin(), known.aliases.end(),
                                                         alias) == known.aliases.end();
    if (is_new) known.aliases.push_back(std::move(alias));
  };
  keep(std::move(entity.name));
  for (std::string& alias : entity.aliases) keep(std::move(alias));
  entity = std::move(known);
}

void join_alike(const std::map<std::size_t, Verdict>& verdicts, std::vector<Entity>& entities) {
  std::map<std::uint32_t, std::size_t> first;
  std::vector<std::size_t> gone;
  for (const auto& [entity, verdict] : verdicts) {
    const auto [at, is_new] = first.emplace(*verdict.entry, entity);
    if (is_new) continue;
    join_entity(entities[at->second], std::move(entities[entity]));
    gone.push_back(entity);
  }
  for (auto each = gone.rbegin(); each != gone.rend(); ++each)
    entities.erase(entities.begin() + static_cast<std::ptrdiff_t>(*each));
}

// True if the hit names a person by two words or more.
bool is_person_in_full(const Authority& list, const AuthorityHit& hit) {
  return hit.words >= 2 && list.entry(hit.entry).type == EntityType::person;
}

bool is_within(const Mention& part, const Mention& whole) {
  return part.field == whole.field && part.start >= whole.start && part.end <= whole.end &&
         part != whole;
}

// Drops places inside names of people: the Alexandria of Alexandria Ocasio-Cortez.
void drop_places_in_people(const Authority& list, const std::vector<AuthorityHit>& hits,
                           std::vector<Entity>& found) {
  const auto is_in_person = [&](const Mention& mention) {
    return std::any_of(hits.begin(), hits.end(), [&](const AuthorityHit& hit) {
      return is_person_in_full(list, hit) && is_within(mention, hit.mention);
    });
  };
  std::erase_if(found, [&](Entity& entity) {
    return entity.type == EntityType::place && std::erase_if(entity.mentions, is_in_person) > 0 &&
           entity.mentions.empty() && entity.demonyms.empty();
  });
}

}  // namespace

void recognise(const Authority& list, const std::vector<AuthorityHit>& hits, const Article& article,
               const NameWords& known, std::vector<Entity>& found) {
  if (hits.empty()) return;
  drop_places_in_people(list, hits, found);
  Mentions mentions;
  mentions.add(found);
  std::map<std::size_t, Verdict> verdicts;
  for (const AuthorityHit& hit : hits) {
    const auto* owned = mentions.touching(hit.mention);
    if (owned == nullptr) continue;
    if (speaks_for(hit, list.entry(hit.entry).type, article, owned->mention,
                   found[owned->entity].type, known))
      verdicts[owned->entity].add(hit.entry);
  }
  std::erase_if(verdicts, [](const auto& each) { return each.second.is_disputed; });
  for (const auto& [entity, verdict] : verdicts) become(found[entity], list.entry(*verdict.entry));
  join_alike(verdicts, found);
}

void add_unseen(const Authority& list, const std::vector<AuthorityHit>& hits, Unseen which,
                bool has_running_text, const std::vector<Entity>& taken,
                std::vector<Entity>& found) {
  if (hits.empty()) return;
  Mentions mentions;
  mentions.add(taken);
  mentions.add(found);
  std::vector<AuthorityHit> unseen;
  for (const AuthorityHit& hit : hits)
    if ((which == Unseen::all || is_person_in_full(list, hit)) &&
        mentions.touching(hit.mention) == nullptr)
      unseen.push_back(hit);
  for (Entity& entity : entities_named(list, std::move(unseen), has_running_text)) {
    entity.origin = Origin::model;
    entity.confidence = kConfidenceOfLists;
    found.push_back(std::move(entity));
  }
}

}  // namespace newsindex
