// SPDX-License-Identifier: GPL-3.0-or-later
// The searches: each takes an opened archive and a request and gives an answer. Nothing is printed.
#pragma once

#include <string>
#include <vector>

#include "query/search/requests.h"
#include "query/search/results.h"
#include "schema/archive/archive.h"

namespace newsindex {

// All of them throw QueryError where the query and the archive do not fit (an unknown topic).
SearchAnswer search(Archive& archive, const SearchRequest& request);
CountAnswer count(Archive& archive, const QueryChoice& request);
FacetAnswer facets(Archive& archive, const FacetRequest& request);
TimelineAnswer timeline(Archive& archive, const TimelineRequest& request);
EntitiesAnswer entities(Archive& archive, const EntitiesRequest& request);
// The entities that occur with one more often than chance would have it, by the log-likelihood
// ratio of their articles (Dunning: Accurate Methods for the Statistics of Surprise and
// Coincidence, Computational Linguistics 19, 1993).
RelatedAnswer related(Archive& archive, const RelatedRequest& request);
ShowAnswer show(Archive& archive, const ShowRequest& request);

ArchiveState state_of(const Archive& archive);

}  // namespace newsindex
