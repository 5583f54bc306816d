// SPDX-License-Identifier: GPL-3.0-or-later
// Finds entities and topics with the models if the language of the article has a pack, and only
// places if it has none.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/enrich/languages/name_words.h"
#include "schema/article.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// The models and lists that ship with newsindex. Thread-safe; state kept between articles is in a
// Memory.
class TextModels {
 public:
  class Memory {
   public:
    Memory();
    ~Memory();
    Memory(Memory&&) noexcept;

   private:
    friend TextModels;
    struct State;
    std::unique_ptr<State> state_;
  };

  // Throws Error(config) naming the file that is missing or damaged.
  explicit TextModels(const std::filesystem::path& folder);
  ~TextModels();

  // True if there is a pack for this language.
  bool know_language(std::string_view language) const;

  // The words for reading names in this language: those of its pack, or the words common to all
  // languages if it has no pack.
  const NameWords& words_of(std::string_view language) const;

  // The entities that title and body name, in the order of their first mention, without salience.
  // `language` is that of the text. Names that overlap a mention of `known` are left out. Places
  // that only the lists find come last. REQUIRES: know_language(language).
  std::vector<Entity> find_entities(const Article& article, std::string_view language,
                                    const std::vector<Entity>& known, Memory& memory,
                                    Analyzer& analyzer) const;

  // Well-known places that an article in any language names: see PlacesAbroad.
  std::vector<Entity> find_places(const Article& article, std::string_view language,
                                  Analyzer& analyzer) const;

  // The top-level topics, most likely first. REQUIRES: the last call of find_entities with this
  // Memory was for the same article.
  std::vector<Topic> find_topics(Memory& memory) const;

  // Renames an entity that did not come from the models to its name in the lists: "japan" or "U.N."
  // from the source becomes Japan or United Nations. The old name becomes an alias.
  void canonize(Entity& entity) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace newsindex
