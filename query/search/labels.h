// SPDX-License-Identifier: GPL-3.0-or-later
// From what a user writes after topic:, person:, ... to the level terms it stands for.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "query/search/collection.h"
#include "query/search/plan.h"
#include "schema/fields.h"
#include "schema/query_language/ast.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// All segments of an archive, opened when they are first asked for.
class WholeArchive {
 public:
  // The archive must outlive it.
  explicit WholeArchive(Archive& archive) : archive_(archive) {}
  const Collection& operator()();

  // Counts a search among all names, for this clause. Throws QueryError at one too many.
  static constexpr std::size_t kMostSearches = 32;
  void count_search(const Node& clause);

 private:
  Archive& archive_;
  std::size_t searches_ = 0;
  std::optional<Collection> all_;
};

// Keys of canonical names in one of the entity fields.
struct EntityKeys {
  const Field* field = nullptr;
  std::set<std::string> keys;
};

// The terms in the searched segments of a label clause, with levels in its range, by level.
//
// A topic is an id, a name that people use, a whole name, a label that sources give, or a part of a
// topic's name that is unique at the highest level where it occurs. Throws QueryError when there is
// no such topic (with the nearest names), or when a part fits several. A label that only other
// segments have is no mistake.
//
// An entity is known by its canonical name and by every alias that any article of the archive has
// for it: entity:UN finds the articles about the United Nations, also those that never say UN. When
// no article has the name, the words stand for all names that contain them next to each other:
// person:hayashi finds Yoshimasa Hayashi. No name at all is an empty answer, not an error. Throws
// QueryError when too many names fit.
//
// An exact clause (person:="Qin Gang", topic:=sport) stands for one value as facets list it: the
// canonical name; a topic by its id or name; a label by "label:" and its name, or by its name.
// Throws QueryError for a name that a topic and a label share.
std::vector<LeveledTerm> terms_of_label(const Collection& searched, WholeArchive& whole_archive,
                                        const Node& clause, Analyzer& analyzer,
                                        std::size_t most_names);

// The canonical names that an entity clause stands for.
std::vector<EntityKeys> entity_keys(const Collection& whole_archive, const Node& clause,
                                    Analyzer& analyzer, std::size_t most_names);

// The key in a level term of a field: "XPERqin gang/088" -> "qin gang".
std::string_view key_of_level_term(const Field& field, std::string_view term);

// Whether a word of a folded name begins so.
bool has_word_beginning(std::string_view name, std::string_view beginning);

}  // namespace newsindex
