// SPDX-License-Identifier: GPL-3.0-or-later
// An article: one record understood. All text is valid UTF-8. Unknown values are empty.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/published.h"

namespace newsindex {

// Where a topic or an entity comes from. A topic or entity that the source states takes precedence
// over one that we found. `archive`: the model found a short name, and the other articles of the
// archive tell whose it is (see schema/archive/bearers.h); never stored.
enum class Origin : std::uint8_t { source, authority, rule, model, archive };

enum class EntityType : std::uint8_t { person, organisation, place };

enum class MentionField : std::uint8_t { title, body };

// One place in the text where an entity is named: bytes [start, end) of that field's UTF-8.
struct Mention {
  MentionField field = MentionField::body;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Mention&, const Mention&) = default;
};

struct Entity {
  EntityType type = EntityType::person;
  std::string name;                  // the canonical name, as shown to users
  std::vector<std::string> aliases;  // other names it has in this article or in an authority file
  int salience = 100;                // 0..100: how much the article is about it
  Origin origin = Origin::source;
  std::vector<Mention> mentions;
  // Mentions of a place by a word for its people or things ("Japanese") instead of its name.
  std::vector<Mention> demonyms{};
  std::string id{};       // in an authority file or a knowledge base ("Q7809"), or empty
  std::string country{};  // of a place: ISO 3166-1 alpha-2 ("JP"), or empty
  int confidence = 100;   // 0..100: how sure it is that the article means this entity
  // If the archive gave the entity its whole name: the short name in the article, and how sure the
  // archive is (0..100). Otherwise empty and 0.
  std::string found_as{};
  int bearer_confidence = 0;
  friend bool operator==(const Entity&, const Entity&) = default;
};

struct Topic {
  std::string id;        // "medtop:11000000", or "label:cocoa" for a label outside the tree
  std::string name;      // "politics", "cocoa"
  int confidence = 100;  // 0..100
  Origin origin = Origin::source;
  friend bool operator==(const Topic&, const Topic&) = default;
};

// How topics and entities were searched for in the text. `lists`: only with lists of names and
// rules, because there is no model for the language of the article.
enum class Analysis : std::uint8_t { none, lists, models };

// The file and the position in it that an article was read from.
struct Provenance {
  std::string path;
  std::uint64_t record = 0;  // counts from 0 within the file
  std::string entry{};       // of a container: "2023/page.html", "inner.tar/a.xml"; else empty
  friend bool operator==(const Provenance&, const Provenance&) = default;
};

// An earlier version of an article in the archive.
struct PastVersion {
  std::uint64_t sequence = 0;        // its ingest sequence
  std::vector<std::string> changed;  // names of the fields that the next version changed
  friend bool operator==(const PastVersion&, const PastVersion&) = default;
};

struct Article {
  std::string id;
  std::string url;
  std::string title;
  std::optional<Published> published;
  std::optional<Published> modified;
  std::string language;              // ISO 639-1 ("en"), or empty when unknown
  std::string source;                // name of the publication or agency
  std::vector<std::string> section;  // outermost first: {"World", "Asia"}
  std::vector<std::string> authors;
  std::string lead;
  std::string body;  // paragraphs separated by an empty line; contains the lead when the page does
  std::vector<std::string> keywords;
  std::vector<Topic> topics;
  std::vector<Entity> entities;
  Analysis analysis = Analysis::none;
  std::optional<std::uint64_t> fingerprint;  // of the body: the first bytes of its sketch
  std::string story{};  // the group of copies that it belongs to; set when it is indexed
  Provenance origin;
  std::uint64_t version = 0;        // the version number that the record states; 0: none
  std::vector<PastVersion> past{};  // oldest first; set when it is indexed
  friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace newsindex
