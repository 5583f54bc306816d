// SPDX-License-Identifier: GPL-3.0-or-later
// The query of a command line, parsed.
#pragma once

#include <string>

#include "query/commands/surroundings.h"
#include "query/saved/synonyms.h"
#include "query/search/requests.h"
#include "schema/command_line/command_line.h"
#include "schema/error.h"

namespace newsindex {

// The words as a query, by --match and --today, with the values of --where and --without (see
// schema/query_language/filters.h); @NAME stands for a saved query. Throws Error: usage
// that shows the query with a caret under what is wrong, config for a file of saved queries that
// cannot be read.
QueryChoice query_choice(const CommandLine& line, const Surroundings& around);

// The same of another text than the words.
QueryChoice query_choice(const std::string& text, const CommandLine& line,
                         const Surroundings& around);

// How queries are parsed.
ParseOptions parse_options(const CommandLine& line, const Surroundings& around);

// All articles that --where and --without leave.
Node scope_of(const CommandLine& line);

// Another query that an option of the line gives, with the same filters; `chosen` gets its text for
// messages.
Node further_query(QueryChoice& chosen, const CommandLine& line, std::string_view option,
                   const std::string& text);

// The same for a search: with --prefer, --recent and what else ranks and cuts the hits; `detail`
// and `limit` (where none is given) are what the output needs.
SearchRequest search_request(const CommandLine& line, const Surroundings& around, HitDetail detail,
                             std::size_t limit = kDefaultLimit);

// The same request with another query, as in a file of queries. Throws QueryError.
SearchRequest with_query(const SearchRequest& request, const std::string& query);

// Those of --synonyms; none without it.
Synonyms synonyms_of(const CommandLine& line);

// What is said of a wrong query: `typed` is what the spans of its nodes point into.
Error refusal(const QueryError& error, const std::string& typed);

}  // namespace newsindex
