// SPDX-License-Identifier: GPL-3.0-or-later
// The searches: each takes an opened archive and a request and gives an answer. Nothing is printed.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "query/search/requests.h"
#include "query/search/results.h"
#include "schema/archive/archive.h"

namespace newsindex {

// All of them throw QueryError where the query and the archive do not fit (an unknown topic).
SearchAnswer search(Archive& archive, const SearchRequest& request);

// The same answer in parts of at most so many hits, so that memory does not grow with it: at least
// one part, which may have none.
using UsePart = std::function<void(SearchAnswer& part, bool is_last)>;
void search_in_parts(Archive& archive, const SearchRequest& request, std::size_t hits,
                     const UsePart& use);

// The articles most like the examples (see similar.cpp); collapsed unless copies are wanted. Throws
// Error(no_match) for an example that is not in the archive.
SearchAnswer similar(Archive& archive, const SimilarRequest& request);
CountAnswer count(Archive& archive, const QueryChoice& request);
FacetAnswer facets(Archive& archive, const FacetRequest& request);
// The first two fields of request.by against each other.
CrossAnswer cross_table(Archive& archive, const FacetRequest& request);
TimelineAnswer timeline(Archive& archive, const TimelineRequest& request);
// The topics of the tree of which a word of the name, or of another name, begins so; of "" those
// that the archive has articles of, and the 17 at the top.
TopicsAnswer topics(Archive& archive, const std::string& beginning);
EntitiesAnswer entities(Archive& archive, const EntitiesRequest& request);
// The entities that occur with one more often than chance would have it, by the log-likelihood
// ratio of their articles (Dunning: Accurate Methods for the Statistics of Surprise and
// Coincidence, Computational Linguistics 19, 1993).
RelatedAnswer related(Archive& archive, const RelatedRequest& request);
ShowAnswer show(Archive& archive, const ShowRequest& request);

ArchiveState state_of(const Archive& archive);

}  // namespace newsindex
