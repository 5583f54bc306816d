// SPDX-License-Identifier: GPL-3.0-or-later
// Turns what a user writes after topic:, person:, ... into the level terms that it stands for.
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

// All segments of an archive, opened on first use.
class WholeArchive {
 public:
  // The archive must outlive it.
  explicit WholeArchive(Archive& archive) : archive_(archive) {}
  const Collection& operator()();

  // Counts a clause for which all names of the archive are searched. Throws QueryError if there are
  // more than kMostSearches.
  static constexpr std::size_t kMostSearches = 32;
  void count_search(const Node& clause);

 private:
  Archive& archive_;
  std::size_t searches_ = 0;
  std::optional<Collection> all_;
};

// Keys of canonical names in one entity field.
struct EntityKeys {
  const Field* field = nullptr;
  std::set<std::string> keys;
};

// Returns the terms of a label clause in the searched segments whose level is in the clause's
// range, sorted by level.
//
// A topic can be an id, a name that people use, a whole name, a label that sources give, or a part
// of a topic's name that is unique at the highest level of the tree where it occurs. Throws
// QueryError if there is no such topic (with the nearest name), or if a part fits several topics. A
// label that only other segments have is not an error.
//
// An entity can be named by its canonical name or by any alias that an article of the archive has
// for it: entity:UN also finds articles about the United Nations that never say UN. If no article
// has the name, the clause stands for all names that contain its words next to each other:
// person:hayashi finds Yoshimasa Hayashi. If there is no such name, the answer is empty; this is
// not an error. Throws QueryError if too many names fit.
//
// An exact clause (person:="Qin Gang", topic:=sport) stands for one value as facets list it: an
// entity by its canonical name; a topic by its id or name; a label by "label:" and its name, or by
// its name alone. Throws QueryError if a topic and a label have the same name.
std::vector<LeveledTerm> terms_of_label(const Collection& searched, WholeArchive& whole_archive,
                                        const Node& clause, Analyzer& analyzer,
                                        std::size_t most_names);

// The canonical names that an entity clause stands for.
std::vector<EntityKeys> entity_keys(const Collection& whole_archive, const Node& clause,
                                    Analyzer& analyzer, std::size_t most_names);

// The key in a level term of a field: "XPERqin gang/088" -> "qin gang".
std::string_view key_of_level_term(const Field& field, std::string_view term);

// True if a word of a folded name starts with `beginning`.
bool has_word_beginning(std::string_view name, std::string_view beginning);

}  // namespace newsindex
