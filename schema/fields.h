// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of the fields that a user can search or facet by. Term prefixes, value slots, field
// names of the query language, facets and help are all derived from it.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace newsindex {

enum class Matching {
  text,      // stemmed words with positions: words, "phrases", NEAR, wildcards
  words,     // folded words, not stemmed, no positions; whole values with field:=value
  exact,     // the whole value, as one term
  topic,     // a node of the topic tree or a label, with a confidence
  entity,    // the name of an entity, with a salience
  date,      // days, months, years and ranges of them
  sequence,  // ingest sequences and ranges of them
};

inline constexpr int kNoSlot = -1;

// Slots that belong to no field.
inline constexpr int kOrderSlot = 0;      // publication time, then a hash of the id: a total order
inline constexpr int kDigestSlot = 1;     // hash of the stored article, to see whether it changed
inline constexpr int kSequenceSlot = 11;  // ingest sequence: later versions have larger numbers

struct Field {
  std::string_view name;
  std::string_view prefix;  // of its terms; "" for text and for fields without own terms
  Matching matching;
  int slot;                       // of its packed values, or kNoSlot
  bool facet;                     // can be given to --by
  std::string_view meaning;       // a phrase for help
  std::string_view example;       // a query that uses it
  bool is_single_valued = false;  // of facets: an article has at most one value
};

inline constexpr std::array kFields{
    Field{"text", "", Matching::text, kNoSlot, false, "title and body; plain words search here",
          "flood"},
    Field{"title", "S", Matching::text, kNoSlot, false, "the headline", "title:\"oil spill\""},
    Field{"id", "Q", Matching::exact, kNoSlot, false, "the identifier of the article",
          "id:20230402-17"},
    Field{"url", "U", Matching::exact, kNoSlot, false, "the address of the article",
          "url:https://example.org/a"},
    Field{"author", "A", Matching::words, 2, true, "who wrote it", "author:smith"},
    Field{"source", "G", Matching::words, 3, true, "publication or agency",
          "source:\"daily planet\"", true},
    Field{"section", "XSEC", Matching::words, 4, true, "desk or rubric", "section:sport"},
    Field{"keyword", "K", Matching::words, 5, true, "keywords given by the source",
          "keyword:brexit"},
    Field{"topic", "XTOP", Matching::topic, 6, true,
          "an IPTC Media Topic with all topics below it, or a label of the source",
          "topic:politics>=60"},
    Field{"entity", "", Matching::entity, kNoSlot, false, "a person, organisation or place",
          "entity:UN"},
    Field{"person", "XPER", Matching::entity, 7, true, "a person", "person:\"Qin Gang\">=85"},
    Field{"org", "XORG", Matching::entity, 8, true, "an organisation", "org:Kyodo"},
    Field{"place", "XPLC", Matching::entity, 9, true, "a place", "place:Beijing"},
    Field{"lang", "L", Matching::exact, 10, true, "language, by its code or name", "lang:de", true},
    Field{"story", "XSTO", Matching::exact, 13, false, "a group of copies of one article",
          "story:0f3a5c7e9b1d2f40"},
    Field{"date", "", Matching::date, kOrderSlot, false, "when it was published",
          "date:2023-04-01..2023-04-07"},
    Field{"ingested", "", Matching::sequence, kNoSlot, false,
          "number given when the article came in or was corrected; JSON shows it",
          "ingested:1200.."},
};

// Other names of fields: {"organisation", "org"}, {"language", "lang"}, ...
struct FieldAlias {
  std::string_view alias;
  std::string_view name;
};
inline constexpr std::array kFieldAliases{
    FieldAlias{"organisation", "org"}, FieldAlias{"organization", "org"},
    FieldAlias{"language", "lang"},    FieldAlias{"persons", "person"},
    FieldAlias{"people", "person"},    FieldAlias{"orgs", "org"},
    FieldAlias{"places", "place"},     FieldAlias{"topics", "topic"},
    FieldAlias{"keywords", "keyword"}, FieldAlias{"authors", "author"},
    FieldAlias{"body", "text"},        FieldAlias{"published", "date"},
};

// Prefixes of the date terms: D20230402, M202304, Y2023.
inline constexpr std::string_view kDayPrefix = "D";
inline constexpr std::string_view kMonthPrefix = "M";
inline constexpr std::string_view kYearPrefix = "Y";

// The field with this name or alias, or nullptr.
const Field* find_field(std::string_view name);

// The field with this name. REQUIRES: it exists.
const Field& field(std::string_view name);

// The known name (or alias) nearest to a misspelt one; "" when none is near.
std::string_view nearest_field(std::string_view name);

// The fields that an entity: clause stands for: person, org, place.
std::span<const std::string_view> entity_fields();

}  // namespace newsindex
