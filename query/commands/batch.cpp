// SPDX-License-Identifier: GPL-3.0-or-later
#include <istream>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "query/answer/from_search.h"
#include "query/commands/run.h"
#include "query/search/search.h"
#include "schema/archive/archive.h"
#include "schema/query_language/parser.h"
#include "schema/shown.h"

namespace newsindex {
namespace {

struct NumberedQuery {
  std::string id;
  std::size_t line;
  Request request;
};

// What came of all queries.
struct Outcome {
  std::string text;
  std::string messages;
  std::uint64_t matches = 0;
};

std::string place(const Request& request, std::size_t line) {
  return "newsquery: " + shown(request.queries.string()) + ":" + std::to_string(line) + ": ";
}

std::vector<NumberedQuery> read_queries(const Request& request, std::istream& in,
                                        std::string& messages) {
  std::vector<NumberedQuery> queries;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || tab == 0) {
      messages += place(request, number) + "the line is not id<TAB>query\n";
      continue;
    }
    const std::string query = line.substr(tab + 1);
    try {
      queries.push_back({line.substr(0, tab), number, with_query(request, query)});
    } catch (const QueryError& error) {
      messages += place(request, number) + describe(error, query) + "\n";
    }
  }
  if (in.bad()) throw Error(ExitCode::io, "cannot read '" + request.queries.string() + "'");
  return queries;
}

void print(std::ostream& out, const NumberedQuery& query, const SearchAnswer& found, Style& style) {
  const Answer answer = to_answer(query.id, found);
  const std::vector<std::string>& fields = query.request.fields;
  render(out, fields.empty() ? answer : with_fields(answer, fields), query.request.format, style);
  style.heading = false;  // one for all queries
}

Outcome search_all(Archive& archive, const std::vector<NumberedQuery>& queries) {
  Outcome outcome;
  std::ostringstream out;
  Style style;
  for (const NumberedQuery& query : queries) {
    try {
      const SearchAnswer answer = search(archive, query.request);
      outcome.matches += answer.total;
      print(out, query, answer, style);
    } catch (const QueryError& error) {
      outcome.messages +=
          place(query.request, query.line) + describe(error, query.request.typed) + "\n";
    }
  }
  outcome.text = out.str();
  for (const LeftOut& each : archive.left_out())
    outcome.messages += "newsquery: " + to_text(each, archive.path()) + "\n";
  return outcome;
}

}  // namespace

ExitCode run_batch(const Request& request, std::istream& queries, std::ostream& out,
                   std::ostream& messages) {
  std::string rejected;
  const std::vector<NumberedQuery> all = read_queries(request, queries, rejected);
  const Outcome outcome =
      with_archive(request.archive, [&all](Archive& archive) { return search_all(archive, all); });
  rejected += outcome.messages;
  out << outcome.text;
  messages << rejected;
  if (!rejected.empty()) return ExitCode::some_rejected;
  return outcome.matches > 0 ? ExitCode::ok : ExitCode::no_match;
}

}  // namespace newsindex
