// SPDX-License-Identifier: GPL-3.0-or-later
// Finds words for the people and things of a place: "Japanese" refers to Japan without naming it.
#pragma once

#include <span>
#include <vector>

#include "indexer/enrich/entities/gazetteer.h"
#include "indexer/enrich/languages/name_words.h"
#include "schema/article.h"

namespace newsindex {

struct PeopleWord {
  const Place* place = nullptr;
  Mention mention;
};

// Finds the words for people and things of places in title and body, in order. Words that overlap
// one of `names` are left out ("Japanese Red Cross"); so are words in small letters and words for a
// language ("speaks French"). `names` must be ordered and must not overlap. The places live as long
// as the gazetteer.
std::vector<PeopleWord> find_people_words(const Article& article, std::span<const Mention> names,
                                          const Gazetteer& gazetteer, const NameWords& known);

}  // namespace newsindex
