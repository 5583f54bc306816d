// SPDX-License-Identifier: GPL-3.0-or-later
// The command lint: reports what is wrong with queries, for those that are run again and again.
#include "query/advice/lint.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "query/answer/answer.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/commands/option_values.h"
#include "query/saved/query_file.h"
#include "query/saved/saved_queries.h"

namespace newsindex {
namespace {

using Kind = QueryProblem::Kind;

constexpr std::array<std::string_view, 3> kKinds{"error", "nothing", "note"};  // by Kind

// The queries of one source: a file, or the saved queries.
struct Source {
  std::string name;
  std::vector<QueryLine> queries;
  std::vector<SavedFault> faults;  // faults of its lines
};

struct Finding {
  std::string source;
  QueryLine query;
  QueryProblem problem;
};

Source read_file(const std::string& path, std::istream& in) {
  Source source{path, {}, {}};
  std::map<std::string, std::size_t> lines;  // the line of each name
  read_query_file(in, [&](QueryLine line) {
    const auto [first, is_new] = lines.try_emplace(line.name, line.number);
    if (!is_new) source.faults.push_back({line, name_used_before(line.name, first->second)});
    source.queries.push_back(std::move(line));
  });
  if (in.bad()) throw Error(ExitCode::io, "cannot read '" + path + "'");
  return source;
}

Source saved_source(const SavedQueries& saved, const std::string& only) {
  Source source{saved.path().string(), {}, {}};
  for (const SavedFault& fault : saved.faults())
    if (only.empty() || fault.line.name == only) source.faults.push_back(fault);
  for (const auto& [name, query] : saved.by_name())
    if (only.empty() || name == only) source.queries.push_back(query);
  if (source.queries.empty() && source.faults.empty() && !only.empty())
    throw Error(ExitCode::usage, "there is no saved query '@" + only + "'");
  return source;
}

// The sources that the words of the command line name: files, - and @NAME; without words, all saved
// queries.
std::vector<Source> sources_of(const CommandLine& line, const Surroundings& around,
                               const SavedQueries& saved) {
  if (line.words.empty()) return {saved_source(saved, "")};
  std::vector<Source> sources;
  for (const std::string& word : line.words) {
    if (word.starts_with('@')) {
      sources.push_back(saved_source(saved, word.substr(1)));
    } else if (word == "-") {
      sources.push_back(read_file(word, around.in));
    } else {
      std::ifstream in = open_query_file(word);
      sources.push_back(read_file(word, in));
    }
  }
  return sources;
}

std::vector<Finding> look_at(Archive& archive, const Source& source, const SavedQueries& saved,
                             const LintOptions& options) {
  std::vector<Finding> findings;
  const auto add = [&](const QueryLine& query, QueryProblem problem) {
    findings.push_back({source.name, query, std::move(problem)});
  };
  for (const SavedFault& fault : source.faults)
    add(fault.line, {Kind::error, 1, {}, fault.sentence});
  for (const QueryLine& query : source.queries) {
    if (query.query.empty()) add(query, {Kind::error, 1, {}, "there is no query"});
    try {
      for (QueryProblem& problem : lint(archive, saved.replaced(query.query), options))
        add(query, std::move(problem));
    } catch (const Error& error) {
      if (error.code() != ExitCode::usage) throw;
      add(query, {Kind::error, 1, {}, error.what()});
    }
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return a.query.number < b.query.number;
  });
  return findings;
}

Answer to_answer(const std::vector<Finding>& findings, std::size_t queries) {
  Answer answer;
  answer.members = {{"queries", std::uint64_t{queries}},
                    {"problems", std::uint64_t{findings.size()}, true}};
  answer.table.rows_name = "findings";
  answer.table.columns = {{"source", kAnywhere, Place::quiet, "source"},
                          {"line", kAnywhere, Place::cell, "line"},
                          {"name", kAnywhere, Place::title, "query"},
                          {"column", kAnywhere, Place::cell, "column"},
                          {"kind", kAnywhere, Place::cell, "kind"},
                          {"problem", kAnywhere, Place::cell, "problem"},
                          {"suggestion", kAnywhere, Place::cell, "write"}};
  Group& all = answer.table.groups.emplace_back();
  for (const auto& [source, query, problem] : findings)
    all.rows.push_back({source, query.number == 0 ? Cell() : Cell(std::uint64_t{query.number}),
                        query.name, std::uint64_t{problem.span.start + 1},
                        std::string(kKinds[static_cast<std::size_t>(problem.kind)]),
                        problem.sentence,
                        problem.suggestion.empty() ? Cell() : Cell(problem.suggestion)});
  if (findings.empty()) answer.above.push_back("nothing is wrong");
  return answer;
}

}  // namespace

ExitCode run_lint(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  const SavedQueries saved = SavedQueries::read(saved_queries_path(around.environment));
  const std::vector<Source> sources = sources_of(line, around, saved);
  const LintOptions options{parse_options(line, around), synonyms_of(line), language_of(line)};
  std::size_t queries = 0;
  for (const Source& source : sources) queries += source.queries.size();
  const auto asked = ask(line, around, QueryChoice(), [&](Archive& archive) {
    std::vector<Finding> findings;
    for (const Source& source : sources) {
      std::vector<Finding> more = look_at(archive, source, saved, options);
      std::move(more.begin(), more.end(), std::back_inserter(findings));
    }
    return findings;
  });
  print(around.out, output, to_answer(asked.found, queries), around.style(output.color));
  const bool has_errors =
      std::any_of(asked.found.begin(), asked.found.end(),
                  [](const Finding& finding) { return finding.problem.kind == Kind::error; });
  if (has_errors) return ExitCode::usage;
  return conclude(asked, line, around, asked.found.empty());
}

}  // namespace newsindex
