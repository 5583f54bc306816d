// SPDX-License-Identifier: GPL-3.0-or-later
// The searches: each takes an opened archive and a request and returns an answer. None prints.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "query/search/requests.h"
#include "query/search/results.h"
#include "schema/archive/archive.h"

namespace newsindex {

// All throw QueryError if the query does not fit the archive (an unknown topic).
SearchAnswer search(Archive& archive, const SearchRequest& request);

// The same answer in parts of at most `hits` hits, so that memory does not grow with the answer.
// There is at least one part, which can be empty.
using UsePart = std::function<void(SearchAnswer& part, bool is_last)>;
void search_in_parts(Archive& archive, const SearchRequest& request, std::size_t hits,
                     const UsePart& use);

// The articles most like the examples (see similar.cpp). Copies are collapsed unless they are
// wanted. Throws Error(no_match) if an example is not in the archive.
SearchAnswer similar(Archive& archive, const SimilarRequest& request);
CountAnswer count(Archive& archive, const QueryChoice& request);
FacetAnswer facets(Archive& archive, const FacetRequest& request);
// A table of the first field of request.by against the second.
CrossAnswer cross_table(Archive& archive, const FacetRequest& request);
TimelineAnswer timeline(Archive& archive, const TimelineRequest& request);
// The topics of the tree whose name, or another name for them, has a word that starts with
// `beginning`. For "": the topics that the archive has articles of, and the 17 at the top.
TopicsAnswer topics(Archive& archive, const std::string& beginning);
EntitiesAnswer entities(Archive& archive, const EntitiesRequest& request);
// The entities that occur together with one entity more often than by chance, by the log-likelihood
// ratio of their articles (Dunning: Accurate Methods for the Statistics of Surprise and
// Coincidence, Computational Linguistics 19, 1993).
RelatedAnswer related(Archive& archive, const RelatedRequest& request);
ShowAnswer show(Archive& archive, const ShowRequest& request);

ArchiveState state_of(const Archive& archive);

}  // namespace newsindex
