// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include "query/commands/commands.h"
#include "query/commands/newsquery_table.h"
#include "schema/command_line/completions.h"
#include "schema/command_line/configuration.h"
#include "schema/command_line/man.h"
#include "schema/error.h"
#include "schema/query_language/help.h"

namespace newsindex {
namespace {

constexpr std::string_view kQueryPage = "newsquery-query";

std::string page_named(const std::string& page) {
  if (page.empty() || page == newsquery_table().name) return manual_page(newsquery_table());
  if (page == kQueryPage || page == "query")
    return manual_page(kQueryPage, "7", "how to write a query for newsquery", query_help());
  throw Error(ExitCode::usage, "there is no page '" + page + "'; the pages are newsquery and " +
                                   std::string(kQueryPage));
}

// Every setting with its value and its origin.
Answer settings_answer(const CommandLine& line, const Environment& environment) {
  Answer answer;
  answer.table.rows_name = "settings";
  answer.table.columns = {{"name", kAnywhere, Place::title, "setting"},
                          {"value", kAnywhere, Place::cell, "value"},
                          {"origin", kAnywhere, Place::quiet, "from"}};
  Group& rows = answer.table.groups.emplace_back();
  for (const Setting& each : settings_in_force(newsquery_table(), line, environment))
    rows.rows.push_back({each.name, each.value, each.origin});
  return answer;
}

}  // namespace

ExitCode run_config(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  print(around.out, output, settings_answer(line, around.environment), around.style(output.color));
  return ExitCode::ok;
}

ExitCode run_man(const CommandLine& line, const Surroundings& around) {
  around.out << page_named(line.words.empty() ? "" : line.words.front());
  return ExitCode::ok;
}

ExitCode run_completions(const CommandLine& line, const Surroundings& around) {
  around.out << completions(newsquery_table(), line.words.front());
  return ExitCode::ok;
}

}  // namespace newsindex
