// SPDX-License-Identifier: GPL-3.0-or-later
// One name per entity: "Hayashi", "Yoshimasa Hayashi" and "Foreign Minister Hayashi" in a text are
// one person; "the U.N." and "United Nations" one organisation; "U.S." and "America" one country.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/enrich/entities/gazetteer.h"
#include "indexer/enrich/entities/gazetteer_people.h"
#include "indexer/enrich/entities/organisations.h"
#include "schema/article.h"

namespace newsindex {

// A name that was found in the text.
struct Name {
  EntityType type = EntityType::person;
  Mention mention;
  int confidence = 0;  // 0..100, from whoever found the name
};

// Groups names into entities. An entity gets its canonical name, the other forms in this article as
// aliases, the country of a place, its mentions in reading order, and demonyms. Its origin is the
// model; its salience is 0, for the caller to compute.
// People and organisations are resolved by the names in the article itself (a surname by the full
// name, an acronym by its expansion) and by the list of well-known organisations; places by the
// gazetteer, and ambiguous ones by the other places of the article. A short name that fits several
// people means the one named last before it; if there is none, it stays as written. Entities are in
// the order of their first mention; then come those that only demonyms name, which have no
// mentions.
// `words`: of the language of the article. REQUIRES: names lie within title and body, title first,
// in order, and do not overlap.
std::vector<Entity> resolve_names(const Article& article, std::span<const Name> names,
                                  std::span<const PeopleWord> people_words,
                                  const Gazetteer& gazetteer, const Organisations& organisations,
                                  const NameWords& words);

}  // namespace newsindex
