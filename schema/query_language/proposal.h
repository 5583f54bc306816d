// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the proposals in errors and notes. Every proposal is parsed before a user sees it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "schema/query_language/parser.h"

namespace newsindex {

// Returns where a query is wrong; nullopt when it is right.
using FirstFault = std::function<std::optional<Span>(std::string_view query)>;

// The query with the proposal applied.
std::string with_proposal(std::string_view query, const Proposal& proposal);

// The error with its first right proposal in the sentence, or without a proposal when none is
// right. A proposal is right when the changed query has no error inside the proposed text; it may
// have errors elsewhere.
QueryError with_hint(const QueryError& error, std::string_view query, const FirstFault& fault);

// before + text + after if `text` parses as a query, else "".
std::string hint(std::string_view before, std::string_view text, std::string_view after = {});

// A clause as a user would write it: topic:politics, person:"Qin Gang".
std::string clause_text(std::string_view field, std::string_view value);

// The clause for a whole value, which may contain any signs: person:="Qin Gang".
std::string whole_clause_text(std::string_view field, std::string_view value);

}  // namespace newsindex
