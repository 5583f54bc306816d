// SPDX-License-Identifier: GPL-3.0-or-later
// Entities and topics that the models find in an English article, and places in any other.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "schema/article.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// The models and lists that come with newsindex. Thread-safe; what is kept between articles is in a
// Memory.
class TextModels {
 public:
  class Memory {
   public:
    explicit Memory(const TextModels& models);
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

  // The models are of English.
  static bool know_language(const Article& article) { return article.language == "en"; }

  // The entities that title and body name, in the order of their first mention, without salience.
  // Names that overlap a mention of `known` are left to those. REQUIRES: know_language(article).
  std::vector<Entity> find_entities(const Article& article, const std::vector<Entity>& known,
                                    Memory& memory) const;

  // Well-known places that an article in another language names: see PlacesAbroad.
  std::vector<Entity> find_places(const Article& article, Analyzer& analyzer) const;

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
