// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/about.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "indexer/commands/archive_page.h"
#include "indexer/commands/newsindex_table.h"
#include "schema/command_line/completions.h"
#include "schema/command_line/configuration.h"
#include "schema/command_line/man.h"
#include "schema/error.h"
#include "schema/shown.h"

namespace newsindex {
namespace {

constexpr std::string_view kArchivePage = "newsindex-archive";

std::string page_named(const std::string& page) {
  if (page.empty() || page == newsindex_table().name) return manual_page(newsindex_table());
  if (page == kArchivePage || page == "archive")
    return manual_page(kArchivePage, "5", "the files of a news archive", archive_page_text());
  throw Error(ExitCode::usage, "there is no page '" + page + "'; the pages are newsindex and " +
                                   std::string(kArchivePage));
}

std::string settings_json(const std::vector<Setting>& settings) {
  nlohmann::ordered_json json{{"version", 1}, {"settings", nlohmann::ordered_json::array()}};
  for (const Setting& each : settings)
    json["settings"].push_back(
        {{"name", each.name}, {"value", each.value}, {"origin", each.origin}});
  constexpr auto kReplace = nlohmann::ordered_json::error_handler_t::replace;
  return json.dump(-1, ' ', false, kReplace) + "\n";
}

// The settings in aligned columns.
std::string settings_text(const std::vector<Setting>& settings) {
  std::size_t names = 0;
  std::size_t values = 0;
  for (const Setting& each : settings) {
    names = std::max(names, each.name.size());
    values = std::max(values, shown(each.value).size());
  }
  std::string text;
  for (const Setting& each : settings) {
    const std::string value = shown(each.value);
    text += each.name + std::string(names + 2 - each.name.size(), ' ') + value +
            std::string(values + 2 - value.size(), ' ') + shown(each.origin) + "\n";
  }
  return text;
}

}  // namespace

std::optional<std::string> about_newsindex(const CommandLine& line,
                                           const Environment& environment) {
  if (line.answer) return line.answer;
  if (line.command == "config") {
    const auto settings = settings_in_force(newsindex_table(), line, environment);
    return line.text("format") == "json" ? settings_json(settings) : settings_text(settings);
  }
  if (line.command == "man") return page_named(line.words.empty() ? "" : line.words.front());
  if (line.command == "completions") return completions(newsindex_table(), line.words.front());
  return std::nullopt;
}

}  // namespace newsindex
