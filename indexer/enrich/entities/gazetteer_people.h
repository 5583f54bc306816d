// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the people and things of a place: "Japanese" speaks of Japan without naming it.
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

// The words of title and body for people and things of places, in order, without those that touch
// one of the `names` ("Japanese Red Cross"; they are ordered and do not overlap). Words in small
// letters and those that mean a language ("speaks French") do not count. The places live as long as
// the gazetteer.
std::vector<PeopleWord> find_people_words(const Article& article, std::span<const Mention> names,
                                          const Gazetteer& gazetteer, const NameWords& known);

}  // namespace newsindex
