// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <istream>
#include <map>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/saved/query_file.h"
#include "query/saved/saved_queries.h"
#include "query/search/search.h"
#include "schema/archive/archive.h"
#include "schema/query_language/parser.h"
#include "schema/shown.h"

namespace newsindex {
namespace {

struct BatchRequest {
  std::filesystem::path queries;  // see query_file.h; "-" is the standard input
  OutputChoice output;
  SearchRequest search;  // everything but the query
};

struct NumberedQuery {
  QueryLine line;
  SearchRequest request;
};

// The results of all queries.
struct Outcome {
  std::string text;
  std::string messages;
  std::vector<std::string> without;  // names of queries that no article matches
  std::vector<std::string> cut;      // names of queries that were cut short by the deadline
};

std::string place(const BatchRequest& request, std::size_t line) {
  return "newsquery: " + shown(request.queries.string()) + ":" + std::to_string(line) + ": ";
}

// Reports wrong queries, and those whose name was used before, and leaves them out.
std::vector<NumberedQuery> read_queries(const BatchRequest& request, std::istream& in,
                                        const CommandLine& typed, const Surroundings& around,
                                        std::string& messages) {
  const Synonyms synonyms = synonyms_of(typed);
  const SavedQueries saved = SavedQueries::read(saved_queries_path(around.environment));
  std::vector<NumberedQuery> queries;
  std::map<std::string, std::size_t> lines;  // by name
  read_query_file(in, [&](const QueryLine& line) {
    const auto [first, is_new] = lines.emplace(line.name, line.number);
    if (!is_new) {
      messages +=
          place(request, line.number) + shown(name_used_before(line.name, first->second)) + "\n";
      return;
    }
    try {
      const std::string query = saved.replaced(line.query);
      queries.push_back({line, with_query(request.search, query)});
      Node& tree = queries.back().request.query;
      tree = synonyms.applied(std::move(tree));
    } catch (const QueryError& error) {
      messages += place(request, line.number) + describe(error, line.query) + "\n";
    } catch (const Error& error) {
      if (error.code() != ExitCode::usage) throw;
      messages += place(request, line.number) + shown(error) + "\n";
    }
  });
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
      SearchAnswer answer = search(archive, query.request);
      answer.archive.out_of_time = archive.deadline().stopped_work();
      if (answer.archive.out_of_time)
        outcome.cut.push_back(query.line.name);
      else if (answer.total == 0)
        outcome.without.push_back(query.line.name);
      if (!style.begins && request.output.format == Format::text) out << '\n';
      print(out, request.output, to_answer(query.line.name, answer), style);
      style.begins = false;  // one header for all queries
    } catch (const QueryError& error) {
      outcome.messages +=
          place(request, query.line.number) + describe(error, query.request.typed) + "\n";
    }
  }
  outcome.text = out.str();
  for (const LeftOut& each : archive.left_out())
    outcome.messages += "newsquery: " + to_text(each, archive.path()) + "\n";
  return outcome;
}

// "2 of 5 queries have no hits: floods, oil".
std::string told_of(const std::vector<std::string>& names, std::size_t queries,
                    const std::string& what) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + shown(name);
  return std::to_string(names.size()) + " of " + std::to_string(queries) +
         (queries == 1 ? " query has " : " queries have ") + what + ": " + all + "\n";
}

BatchRequest batch_request(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  BatchRequest request{line.text("queries"), output,
                       search_request(line, around, detail_for(output))};
  if (!line.has("queries"))
    throw Error(ExitCode::usage,
                "say where the queries are, as in: newsquery batch --queries FILE");
  return request;
}

std::vector<NumberedQuery> read_queries_of(const BatchRequest& request, const CommandLine& typed,
                                           const Surroundings& around, std::string& messages) {
  if (request.queries == "-") return read_queries(request, around.in, typed, around, messages);
  std::ifstream file = open_query_file(request.queries);
  return read_queries(request, file, typed, around, messages);
}

}  // namespace

ExitCode run_batch(const CommandLine& line, const Surroundings& around) {
  const BatchRequest request = batch_request(line, around);
  const std::filesystem::path path = resolve_archive(line.text("archive"), around.environment);
  std::string rejected;
  const std::vector<NumberedQuery> all = read_queries_of(request, line, around, rejected);
  const auto deadline = deadline_of(line);
  const Outcome outcome = with_archive(path, [&](Archive& archive) {
    if (deadline) archive.deadline().set(*deadline);
    return search_all(archive, request, all);
  });
  rejected += outcome.messages;
  around.out << outcome.text;
  around.messages << rejected;
  if (!outcome.without.empty())
    around.messages << "newsquery: note: " << told_of(outcome.without, all.size(), "no hits");
  if (!outcome.cut.empty()) {
    tell_out_of_time(line, around.messages);
    around.messages << "newsquery: " << told_of(outcome.cut, all.size(), "no whole answer");
  }
  if (!rejected.empty()) return ExitCode::some_rejected;
  if (!outcome.cut.empty()) return ExitCode::out_of_time;
  return outcome.without.size() < all.size() ? ExitCode::ok : ExitCode::no_match;
}

}  // namespace newsindex
