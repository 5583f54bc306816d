// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the results of searches into answers that can be printed: one function for each kind of
// result.
#pragma once

#include "query/answer/answer.h"
#include "query/answer/article_cells.h"

namespace newsindex {

Answer to_answer(const SearchAnswer& found, Shown shown = Shown::hit);
Answer to_answer(const NewsAnswer& found);
Answer to_answer(const CountAnswer& found);
// Whole articles, for an export.
Answer to_export(const SearchAnswer& found);
Answer to_answer(const FacetAnswer& found);
Answer to_answer(const CrossAnswer& found);
Answer to_answer(const TimelineAnswer& found);
Answer to_answer(const EntitiesAnswer& found);
Answer to_answer(const TopicsAnswer& found);
Answer to_answer(const RelatedAnswer& found);
Answer to_answer(const ShowAnswer& found);

// The values of one field, for completing what a user types.
Answer to_answer(const Facet& found);

// The hits of one of several queries: each row has the id of the query.
Answer to_answer(const std::string& query_id, const SearchAnswer& found);

}  // namespace newsindex
