// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a query or a QueryError, and describing either never fails. The query that a note
// proposes parses; what an error proposes changes the query.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"
#include "schema/query_language/proposal.h"

namespace {

using namespace newsindex;
using namespace std::chrono_literals;

bool parses(std::string_view query, Match match) {
  try {
    parse_query(query, {match, 2023y / 4 / 7});
    return true;
  } catch (const QueryError&) {
    return false;
  }
}

void parse(std::string_view query, Match match) {
  try {
    const auto [tree, notes] = read_query(query, {match, 2023y / 4 / 7});
    if (to_string(tree).empty() || tree.span.end > query.size()) std::abort();
    for (const QueryNote& note : notes)
      if (to_text(note).empty() || (!note.suggestion.empty() && !parses(note.suggestion, match)))
        std::abort();
  } catch (const QueryError& error) {
    if (error.span().start > error.span().end || error.span().end > query.size()) std::abort();
    if (describe(error, query).empty() || error.proposals().size() > 1) std::abort();
    for (const Proposal& proposal : error.proposals())
      if (proposal.span.end > query.size() || with_proposal(query, proposal) == query) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(bytes), size);
  parse(query, Match::all);
  parse(query, Match::any);
  return 0;
}
