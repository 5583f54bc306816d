// SPDX-License-Identifier: GPL-3.0-or-later
// The command save: saves queries under names.
#include <ostream>

#include "query/answer/answer.h"
#include "query/commands/commands.h"
#include "query/commands/option_values.h"
#include "query/commands/output_choice.h"
#include "query/commands/query_choice.h"
#include "query/saved/saved_queries.h"
#include "schema/error.h"
#include "schema/shown.h"

namespace newsindex {
namespace {

Answer saved_answer(const SavedQueries& saved) {
  Answer answer;
  answer.table.rows_name = "queries";
  answer.table.columns = {{"name", kAnywhere, Place::title, "name"},
                          {"query", kAnywhere, Place::cell, "query"}};
  Group& all = answer.table.groups.emplace_back();
  for (const auto& [name, query] : saved.by_name()) all.rows.push_back({name, query.query});
  return answer;
}

ExitCode list_saved(const CommandLine& line, const Surroundings& around,
                    const SavedQueries& saved) {
  const OutputChoice output = output_choice(line);
  for (const SavedFault& fault : saved.faults())
    around.messages << "newsquery: " << shown(saved.path().string()) << ":" << fault.line.number
                    << ": " << shown(fault.sentence) << '\n';
  print(around.out, output, saved_answer(saved), around.style(output.color));
  if (!saved.faults().empty()) return ExitCode::some_rejected;
  return saved.by_name().empty() ? ExitCode::no_match : ExitCode::ok;
}

}  // namespace

ExitCode run_save(const CommandLine& line, const Surroundings& around) {
  const auto path = saved_queries_path(around.environment);
  const SavedQueries saved = SavedQueries::read(path);
  if (line.words.empty() || line.has("list")) return list_saved(line, around, saved);
  std::string name = line.words.front();
  if (name.starts_with('@')) name.erase(0, 1);
  if (line.has("forget")) {
    if (!forget_query(path, name)) refuse("there is no saved query '" + shown(name) + "'");
    return ExitCode::ok;
  }
  const std::string query = joined_words({line.words.begin() + 1, line.words.end()});
  if (is_blank(query))
    refuse("say which query to save, as in: newsquery save floods 'flood OR dam'");
  query_choice(query, line, around);  // reports mistakes now, not when the query is used
  saved.with(name, query).replaced("@" + name);
  save_query(path, name, query);
  return ExitCode::ok;
}

}  // namespace newsindex
