// SPDX-License-Identifier: GPL-3.0-or-later
// One name per entity: what a text calls "Hayashi", "Yoshimasa Hayashi" and "Foreign Minister
// Hayashi" is one person; "the U.N." and "United Nations" one organisation; "U.S." and "America"
// one country.
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
  int confidence = 0;  // 0..100, of whoever found it
};

// Puts names together: an entity has its canonical name, the other written forms of this article as
// aliases, the country of a place, its mentions in reading order, and demonyms; its origin is the
// model, its salience 0: that is for the caller to compute.
//
// People and organisations are known by the names that the article itself has
// (the surname follows the full name, the acronym its expansion) and by the list of well-known
// organisations; places by the gazetteer, ambiguous ones by the other places of the article. Two
// people of one surname are told apart by their titles, or the nearest full name before; a name
// that cannot be decided stays as written. Entities come in the order of their first mention, then
// those that only demonyms name, which have no mentions.
//
// `words`: of the language of the article. REQUIRES: names lie within title and body, title first,
// in order, and do not overlap.
std::vector<Entity> resolve_names(const Article& article, std::span<const Name> names,
                                  std::span<const PeopleWord> people_words,
                                  const Gazetteer& gazetteer, const Organisations& organisations,
                                  const NameWords& words);

}  // namespace newsindex
