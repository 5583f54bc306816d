// SPDX-License-Identifier: GPL-3.0-or-later
// The command evaluate: measures how good the ranking of an archive is by people's judgements, and
// whether other options are better.
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "query/answer/answer.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/commands/newsquery_table.h"
#include "query/evaluate/measures.h"
#include "query/saved/query_file.h"
#include "query/saved/saved_queries.h"
#include "query/search/search.h"

namespace newsindex {
namespace {

constexpr std::size_t kJudgedHits = 1000;  // hits per query that are measured

// The judged queries of a file, and the judgements of each.
struct Task {
  std::vector<QueryLine> queries;
  std::vector<const Relevances*> relevances;
  std::size_t without = 0;  // queries without relevant articles
};

std::ifstream opened(const CommandLine& line, const char* option) {
  const std::string path = line.text(option);
  if (path.empty())
    throw Error(ExitCode::usage,
                "say what is judged, as in: newsquery evaluate --queries FILE --qrels FILE");
  return open_query_file(path);
}

Task task_of(const CommandLine& line, const Judgements& judgements) {
  Task task;
  std::ifstream in = opened(line, "queries");
  read_query_file(in, [&](QueryLine query) {
    const auto judged = judgements.find(query.name);
    if (judged == judgements.end()) {
      ++task.without;
      return;
    }
    task.queries.push_back(std::move(query));
    task.relevances.push_back(&judged->second);
  });
  if (task.queries.empty())
    throw Error(ExitCode::usage, "nothing is judged of any query of '" + line.text("queries") +
                                     "'; the names of the queries have to be those of '" +
                                     line.text("qrels") + "'");
  return task;
}

// The measures of each query, ranked with these options.
std::vector<Measures> measured(Archive& archive, const Task& task, const SearchRequest& settings,
                               const CommandLine& line, const Surroundings& around) {
  const Synonyms synonyms = synonyms_of(line);
  const SavedQueries saved = SavedQueries::read(saved_queries_path(around.environment));
  std::vector<Measures> all;
  for (std::size_t i = 0; i < task.queries.size(); ++i) {
    const QueryLine& query = task.queries[i];
    try {
      SearchRequest request = with_query(settings, saved.replaced(query.query));
      request.query = synonyms.applied(std::move(request.query));
      const SearchAnswer answer = search(archive, request);
      std::vector<std::string> ids;
      for (const Hit& hit : answer.hits) ids.push_back(hit.article.id);
      all.push_back(measures_of(ids, *task.relevances[i]));
    } catch (const QueryError& error) {
      throw Error(ExitCode::usage, "query '" + query.name + "': " + error.what(),
                  place_in_query(error, query.query));
    }
  }
  return all;
}

// The request with the options of --against, parsed as if they had been typed.
std::optional<SearchRequest> other_settings(const CommandLine& line, const Surroundings& around) {
  if (!line.has("against")) return std::nullopt;
  std::vector<std::string> arguments{line.command};
  std::istringstream words(line.text("against"));
  for (std::string word; words >> word;) arguments.push_back(word);
  return search_request(read_command_line(newsquery_table(), arguments), around, HitDetail::id,
                        kJudgedHits);
}

struct Evaluation {
  std::vector<Measures> first;
  std::vector<Measures> other;  // of --against; empty without it
};

std::vector<double> column(const std::vector<Measures>& rows, std::size_t measure) {
  std::vector<double> values;
  for (const Measures& row : rows) values.push_back(row[measure]);
  return values;
}

Answer means_answer(const Evaluation& evaluation) {
  Answer answer;
  answer.table.rows_name = "measures";
  answer.table.columns = {{"measure", kAnywhere, Place::title, "measure"},
                          {"value", kAnywhere, Place::cell, "value"},
                          {"against", kAnywhere, Place::cell, "against"},
                          {"difference", kAnywhere, Place::cell, "difference"},
                          {"p", kAnywhere, Place::cell, "p"}};
  Group& all = answer.table.groups.emplace_back();
  const Measures first = mean_of(evaluation.first);
  const Measures other = mean_of(evaluation.other);
  for (std::size_t i = 0; i < kMeasures.size(); ++i) {
    Row row{std::string(kMeasures[i]), first[i], {}, {}, {}};
    if (!evaluation.other.empty()) {
      row[2] = other[i];
      row[3] = first[i] - other[i];
      row[4] = randomisation_test(column(evaluation.first, i), column(evaluation.other, i));
    }
    all.rows.push_back(std::move(row));
  }
  if (!evaluation.other.empty())
    answer.below.push_back("p: two-sided randomisation test (Fisher) over the queries");
  return answer;
}

Answer queries_answer(const Evaluation& evaluation, const Task& task) {
  Answer answer;
  answer.table.rows_name = "queries";
  answer.table.columns = {{"query", kAnywhere, Place::title, "query"}};
  for (const std::string_view measure : kMeasures)
    answer.table.columns.push_back(
        {std::string(measure), kAnywhere, Place::cell, std::string(measure)});
  if (!evaluation.other.empty())
    answer.table.columns.push_back({"MAP against", kAnywhere, Place::cell, "MAP against"});
  Group& all = answer.table.groups.emplace_back();
  for (std::size_t i = 0; i < task.queries.size(); ++i) {
    Row row{task.queries[i].name};
    for (const double value : evaluation.first[i]) row.push_back(value);
    if (!evaluation.other.empty()) row.push_back(evaluation.other[i][0]);
    all.rows.push_back(std::move(row));
  }
  return answer;
}

}  // namespace

ExitCode run_evaluate(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  std::ifstream qrels = opened(line, "qrels");
  const Judgements judgements = read_judgements(qrels, line.text("qrels"));
  const Task task = task_of(line, judgements);
  const SearchRequest settings = search_request(line, around, HitDetail::id, kJudgedHits);
  const std::optional<SearchRequest> others = other_settings(line, around);
  const auto asked = ask(line, around, settings, [&](Archive& archive) {
    Evaluation evaluation{measured(archive, task, settings, line, around), {}};
    if (others) evaluation.other = measured(archive, task, *others, line, around);
    return evaluation;
  });
  Answer answer =
      line.has("per-query") ? queries_answer(asked.found, task) : means_answer(asked.found);
  answer.members = {{"queries", std::uint64_t{task.queries.size()}},
                    {"without", std::uint64_t{task.without}}};
  if (task.without > 0)
    around.messages << "newsquery: note: nothing is relevant for " << std::to_string(task.without)
                    << " of the queries; they do not count\n";
  print(around.out, output, answer, around.style(output.color));
  return conclude(asked, line, around, true);
}

}  // namespace newsindex
