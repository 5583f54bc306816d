// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <istream>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/search/search.h"
#include "schema/archive/archive.h"
#include "schema/query_language/parser.h"
#include "schema/shown.h"

namespace newsindex {
namespace {

struct BatchRequest {
  std::filesystem::path queries;  // `id<TAB>query` a line; "-" is the standard input
  OutputChoice output;
  SearchRequest search;  // but for the query
};

struct NumberedQuery {
  std::string id;
  std::size_t line;
  SearchRequest request;
};

// What came of all queries.
struct Outcome {
  std::string text;
  std::string messages;
  std::uint64_t matches = 0;
};

std::string place(const BatchRequest& request, std::size_t line) {
  return "newsquery: " + shown(request.queries.string()) + ":" + std::to_string(line) + ": ";
}

std::vector<NumberedQuery> read_queries(const BatchRequest& request, std::istream& in,
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
      queries.push_back({line.substr(0, tab), number, with_query(request.search, query)});
    } catch (const QueryError& error) {
      messages += place(request, number) + describe(error, query) + "\n";
    }
  }
  if (in.bad()) throw Error(ExitCode::io, "cannot read '" + request.queries.string() + "'");
  return queries;
}

Outcome search_all(Archive& archive, const BatchRequest& request,
                   const std::vector<NumberedQuery>& queries) {
  Outcome outcome;
  std::ostringstream out;
  Style style;
  for (const NumberedQuery& query : queries) {
    try {
      const SearchAnswer answer = search(archive, query.request);
      outcome.matches += answer.total;
      print(out, request.output, to_answer(query.id, answer), style);
      style.heading = false;  // one for all queries
    } catch (const QueryError& error) {
      outcome.messages += place(request, query.line) + describe(error, query.request.typed) + "\n";
    }
  }
  outcome.text = out.str();
  for (const LeftOut& each : archive.left_out())
    outcome.messages += "newsquery: " + to_text(each, archive.path()) + "\n";
  return outcome;
}

BatchRequest batch_request(const CommandLine& line, Day today) {
  const OutputChoice output = output_choice(line);
  BatchRequest request{line.text("queries"), output,
                       search_request(line, today, detail_for(output))};
  if (!line.has("queries"))
    throw Error(ExitCode::usage,
                "say where the queries are, as in: newsquery batch --queries FILE");
  return request;
}

std::vector<NumberedQuery> read_queries_of(const BatchRequest& request, std::istream& in,
                                           std::string& messages) {
  if (request.queries == "-") return read_queries(request, in, messages);
  std::ifstream file(request.queries);
  if (!file) throw Error(ExitCode::no_input, "cannot read '" + request.queries.string() + "'");
  return read_queries(request, file, messages);
}

}  // namespace

ExitCode run_batch(const CommandLine& line, const Surroundings& around) {
  const BatchRequest request = batch_request(line, around.today);
  const std::filesystem::path path = resolve_archive(line.text("archive"), around.environment);
  std::string rejected;
  const std::vector<NumberedQuery> all = read_queries_of(request, around.in, rejected);
  const Outcome outcome =
      with_archive(path, [&](Archive& archive) { return search_all(archive, request, all); });
  rejected += outcome.messages;
  around.out << outcome.text;
  around.messages << rejected;
  if (!rejected.empty()) return ExitCode::some_rejected;
  return outcome.matches > 0 ? ExitCode::ok : ExitCode::no_match;
}

}  // namespace newsindex
