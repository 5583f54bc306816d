// SPDX-License-Identifier: GPL-3.0-or-later
// The query of a command line, parsed.
#pragma once

#include "query/search/requests.h"
#include "schema/command_line/command_line.h"
#include "schema/error.h"

namespace newsindex {

// The words as a query, by --match and --today. `today` is the local day. Throws Error(usage) that
// shows the query with a caret under what is wrong.
QueryChoice query_choice(const CommandLine& line, Day today);

// The same for a search: with --prefer, --recent and what else ranks and cuts the hits; `detail`
// and `limit` (where none is given) are what the output needs.
SearchRequest search_request(const CommandLine& line, Day today, HitDetail detail,
                             std::size_t limit = kDefaultLimit);

// The same request with another query, as in a file of queries. Throws QueryError.
SearchRequest with_query(const SearchRequest& request, const std::string& query);

// What is said of a wrong query: `typed` is what the spans of its nodes point into.
Error refusal(const QueryError& error, const std::string& typed);

}  // namespace newsindex
