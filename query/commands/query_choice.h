// SPDX-License-Identifier: GPL-3.0-or-later
// Parses the query of a command line.
#pragma once

#include <string>

#include "query/commands/surroundings.h"
#include "query/saved/synonyms.h"
#include "query/search/requests.h"
#include "schema/command_line/command_line.h"
#include "schema/error.h"

namespace newsindex {

// Parses the words as a query, using --match and --today, with the values of --where and --without
// added (see schema/query_language/filters.h); @NAME stands for a saved query. Throws Error: usage,
// which shows the query with a caret under the mistake; config if no place for saved queries is
// known; those of Synonyms::read.
QueryChoice query_choice(const CommandLine& line, const Surroundings& around);

// The same for another text than the words.
QueryChoice query_choice(const std::string& text, const CommandLine& line,
                         const Surroundings& around);

// How queries are parsed.
ParseOptions parse_options(const CommandLine& line, const Surroundings& around);

// All articles that --where and --without allow.
Node scope_of(const CommandLine& line);

// Parses another query, given by an option of the line, with the same filters. Its text is appended
// to `chosen.typed` for messages.
Node further_query(QueryChoice& chosen, const CommandLine& line, std::string_view option,
                   const std::string& text);

// A request for a search: the query, with --prefer, --recent and all other options that rank and
// limit the hits. `detail` and `limit` (used without --limit) are what the output needs.
SearchRequest search_request(const CommandLine& line, const Surroundings& around, HitDetail detail,
                             std::size_t limit = kDefaultLimit);

// The same request with another query, as for a file of queries. Throws QueryError.
SearchRequest with_query(const SearchRequest& request, const std::string& query);

// The synonyms of --synonyms; none without it.
Synonyms synonyms_of(const CommandLine& line);

// The error for a wrong query. The spans of the query's nodes point into `typed`.
Error refusal(const QueryError& error, const std::string& typed);

}  // namespace newsindex
