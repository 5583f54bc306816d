// SPDX-License-Identifier: GPL-3.0-or-later
// Pseudo-relevance feedback: words that the best hits have in common and that other articles lack
// add to the scores of the matches. (A relevance model: Lavrenko and Croft, SIGIR 2001; words are
// chosen by their share of the divergence from the collection.) They never add matches.
//
// Feedback misleads if the best hits are not about one subject, so it is limited:
//   fewer than 20 matches           no feedback: nothing to learn from, and few matches to rank
//   a word in fewer than 4 of 20    is not used
//   a hit far below the first       has the weight (its score / score of the first hit)^6
//   the first hit has nearly the    the query names one article; the less of the query the other
//   whole query, the others do not  hits have, the less feedback counts
#pragma once

#include "query/search/collection.h"
#include "query/search/plan.h"
#include "query/search/requests.h"

namespace newsindex {

// Decides by --feedback; `automatic` means yes if any word of the query may match. Only for ranking
// by relevance.
bool wants_feedback(const SearchRequest& request);

// Adds clauses to the preferences of the plan, if there is anything to learn. If `always` is set,
// also when the query seems to name one article.
void add_feedback(const Collection& collection, Plan& plan, bool always);

// How much feedback counts, from 0 to 1. `covered` is the part of the query that each of the best
// hits has (0 to 1), the best hit first.
double trust_in_hits(const std::vector<double>& covered);

}  // namespace newsindex
