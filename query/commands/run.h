// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of newsquery, one function each: request in, answer to a stream, exit code back. An
// answer is complete before the first byte of it is written.
#pragma once

#include <iosfwd>

#include "query/commands/request.h"
#include "query/render/render.h"
#include "schema/error.h"

namespace newsindex {

// All of them throw Error; a query that does not fit the archive (an unknown topic) is Error(usage)
// that shows the place. They give no_match when nothing was found; some_rejected when a damaged
// segment had to be left out, which `messages` names, whatever was found elsewhere.
ExitCode run_search(const Request& request, std::ostream& out, std::ostream& messages,
                    const Style& style);
ExitCode run_count(const Request& request, std::ostream& out, std::ostream& messages,
                   const Style& style);
ExitCode run_facets(const Request& request, std::ostream& out, std::ostream& messages,
                    const Style& style);
ExitCode run_timeline(const Request& request, std::ostream& out, std::ostream& messages,
                      const Style& style);

ExitCode run_entities(const Request& request, std::ostream& out, std::ostream& messages,
                      const Style& style);
ExitCode run_related(const Request& request, std::ostream& out, std::ostream& messages,
                     const Style& style);

// The values of request.by that begin with request.prefix.
ExitCode run_complete(const Request& request, std::ostream& out, std::ostream& messages,
                      const Style& style);

// Ids that are not in the archive are named in `messages`.
ExitCode run_show(const Request& request, std::ostream& out, std::ostream& messages,
                  const Style& style);

// Runs the queries of `queries` (the file request.queries, opened) on one state of the archive. A
// line that is no `id<TAB>query`, or whose query is wrong, is named in `messages` and left out; the
// result is then some_rejected.
ExitCode run_batch(const Request& request, std::istream& queries, std::ostream& out,
                   std::ostream& messages);

}  // namespace newsindex
