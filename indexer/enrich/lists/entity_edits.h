// SPDX-License-Identifier: GPL-3.0-or-later
// A newsroom's corrections of entities, whoever found them. One a line, with tabs between:
//   merge   A   B       A becomes B; A stays an alias
//   kill    X           X is no entity
//   retype  X   type    X is a person, an organisation or a place
// A name may have a type before it to tell entities of one name apart: person:Washington. Names are
// compared by their folded words, so letter case, accents and dots do not count; aliases do not
// count either: a correction is about an entity, not about what else it is called.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/article.h"
#include "schema/text/analyzer.h"

namespace newsindex {

class ListLine;

class EntityEdits {
 public:
  // Throws Error(no_input) when a file does not exist and Error(bad_data) naming file, line and
  // reason: an unknown word, a missing name, merges that go round in a circle.
  static EntityEdits read(const std::vector<std::filesystem::path>& files);

  bool empty() const { return rules_.empty(); }

 private:
  friend void apply_edits(const EntityEdits&, std::vector<Entity>&, Analyzer&);

  enum class Verb : std::uint8_t { merge, kill, retype };

  struct Rule {
    Verb verb = Verb::kill;
    std::optional<EntityType> only;  // only for entities of this type
    std::string into;                // merge: the name of the other, as written
    std::optional<EntityType> type;  // retype: the new one; merge: that of the other, where given
    std::string place;               // file and line, for messages
  };

  // What an entity is after the edits.
  struct Outcome {
    std::string name;
    std::string folded;
    EntityType type = EntityType::person;
    bool is_killed = false;
  };

  void add(const ListLine& line, Analyzer& analyzer);
  const Rule* find(const std::string& folded, EntityType type, Verb verb) const;
  Outcome outcome(const std::string& name, EntityType type, Analyzer& analyzer) const;

  std::multimap<std::string, Rule> rules_;  // by folded name
};

// Makes one entity of two: joins mentions and aliases, keeps the higher salience and the origin
// that wins. The name of `from` becomes an alias.
void join_entity(Entity& into, Entity&& from);

// Applies the edits to the entities of one article: first types, then merges (A to B to C is A to
// C), then kills. Entities that become one join their mentions, aliases and the higher salience.
// The first of two rules for one entity counts.
void apply_edits(const EntityEdits& edits, std::vector<Entity>& entities, Analyzer& analyzer);

}  // namespace newsindex
