// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a query or a QueryError; describing either never fails.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"

namespace {

using namespace newsindex;
using namespace std::chrono_literals;

void parse(std::string_view query, Match match) {
  try {
    const Node node = parse_query(query, {match, 2023y / 4 / 7});
    if (to_string(node).empty() || node.span.end > query.size()) std::abort();
  } catch (const QueryError& error) {
    if (error.span().start > error.span().end || error.span().end > query.size()) std::abort();
    if (describe(error, query).empty()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(bytes), size);
  parse(query, Match::all);
  parse(query, Match::any);
  return 0;
}
