// SPDX-License-Identifier: GPL-3.0-or-later
// A newsroom's corrections of entities of any origin. One per line, columns separated by tabs:
//   merge   A   B       A becomes B; A stays an alias
//   kill    X           X is no entity
//   retype  X   type    X is a person, an organisation or a place
// A name may have its type in front, to tell entities with the same name apart: person:Washington.
// Names are compared by their folded words, so letter case, accents and dots are ignored. Aliases
// are not compared: a correction is about an entity, not about its other names.
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
  // Throws Error(no_input) if a file does not exist, Error(io) if it cannot be read, and
  // Error(bad_data) with file, line and reason: an unknown word, a missing name, merges that form a
  // circle.
  static EntityEdits read(const std::vector<std::filesystem::path>& files);

  bool empty() const { return rules_.empty(); }

 private:
  friend void apply_edits(const EntityEdits&, std::vector<Entity>&, Analyzer&);

  enum class Verb : std::uint8_t { merge, kill, retype };

  struct Rule {
    Verb verb = Verb::kill;
    std::optional<EntityType> only;  // only for entities of this type
    std::string into;                // merge: the name of the target, as written
    std::optional<EntityType> type;  // retype: the new one; merge: that of the target, if given
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

// Merges `from` into `into`: joins mentions and aliases, keeps the higher salience and confidence
// and the origin that wins. The name of `from` becomes an alias. Its id and country fill empty
// ones.
void join_entity(Entity& into, Entity&& from);

// Applies the edits to the entities of one article: first types, then merges (A to B to C is A to
// C), then kills. Entities that become the same are joined (join_entity). If two rules fit an
// entity, the first counts.
void apply_edits(const EntityEdits& edits, std::vector<Entity>& entities, Analyzer& analyzer);

}  // namespace newsindex
