// SPDX-License-Identifier: GPL-3.0-or-later
// Entities and topics that the models find in an article of a language that has a pack, and places
// in any other.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "indexer/enrich/languages/name_words.h"
#include "schema/article.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// The models and lists that come with newsindex. Thread-safe; what is kept between articles is in a
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

  // Whether there is a pack of this language.
  bool know_language(std::string_view language) const;

  // The words that names are read by: of its pack, or, without one, those of every language.
  const NameWords& words_of(std::string_view language) const;

  // The entities that title and body, in this language, name, in the order of their first mention,
  // without salience. Names that overlap a mention of `known` are left to those. REQUIRES:
  // know_language(language).
  std::vector<Entity> find_entities(const Article& article, std::string_view language,
                                    const std::vector<Entity>& known, Memory& memory,
                                    Analyzer& analyzer) const;

  // Well-known places that an article in any language names: see PlacesAbroad.
  std::vector<Entity> find_places(const Article& article, std::string_view language,
                                  Analyzer& analyzer) const;

  // The topics at the top of the tree, the likeliest first. REQUIRES: find_entities was called for
  // this article last.
  std::vector<Topic> find_topics(Memory& memory) const;

  // Puts an entity that something else found under its name in the lists: the source says "japan"
  // or "U.N.", and means Japan and the United Nations. What it was called becomes an alias.
  void canonize(Entity& entity) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace newsindex
