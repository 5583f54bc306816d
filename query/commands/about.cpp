// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/about.h"

#include <algorithm>
#include <ostream>

#include "query/commands/newsquery_table.h"
#include "query/commands/request.h"
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

}  // namespace

Answer settings_answer(const CommandLine& line, const Environment& environment) {
  Answer answer;
  answer.table.rows_name = "settings";
  answer.table.columns = {{"name", kAnywhere, Place::title, "setting"},
                          {"value", kAnywhere, Place::cell, "value"},
                          {"origin", kAnywhere, Place::quiet, "from"}};
  Group& rows = answer.table.groups.emplace_back();
  const std::vector<Setting> settings = read_settings(newsquery_table(), environment);
  std::vector<std::string_view> told;
  for (const OptionRow& option : newsquery_table().options) {
    if (!option.is_setting || std::find(told.begin(), told.end(), option.name) != told.end())
      continue;
    told.push_back(option.name);
    const std::string name(option.name);
    Setting setting{name, std::string(option.otherwise), "default"};
    for (const Setting& each : settings)
      if (each.name == option.name) setting = each;
    if (line.has(name)) setting = {name, line.text(name), "command line"};
    rows.rows.push_back({setting.name, setting.value, setting.origin});
  }
  return answer;
}

bool run_about(const CommandLine& line, const Environment& environment, std::ostream& out,
               const Style& style) {
  if (line.command == "man")
    out << page_named(line.words.empty() ? "" : line.words.front());
  else if (line.command == "completions")
    out << completions(newsquery_table(), line.words.front());
  else if (line.command == "config")
    render(out, settings_answer(line, environment), format_of(line), style);
  else
    return false;
  return true;
}

}  // namespace newsindex
