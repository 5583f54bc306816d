// SPDX-License-Identifier: GPL-3.0-or-later
// The one way by which errors and notes come to propose another query: it is parsed first.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "schema/query_language/parser.h"

namespace newsindex {

// Where a query is wrong; empty when it is right.
using FirstFault = std::function<std::optional<Span>(std::string_view query)>;

// The query with the proposal in its place.
std::string with_proposal(std::string_view query, const Proposal& proposal);

// The error with the first of its proposals that is right, in its sentence; without one where none
// is. A proposal is right when the query with it has no fault in what was proposed: there may be
// another one elsewhere.
QueryError with_hint(const QueryError& error, std::string_view query, const FirstFault& fault);

// before + text + after where the text parses as a query of its own, else "".
std::string hint(std::string_view before, std::string_view text, std::string_view after = {});

// A clause as a user writes it: topic:politics, person:"Qin Gang".
std::string clause_text(std::string_view field, std::string_view value);

// The clause for a whole value, whatever signs are in it: person:="Qin Gang".
std::string whole_clause_text(std::string_view field, std::string_view value);

}  // namespace newsindex
