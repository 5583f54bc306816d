// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/command_line/configuration.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "schema/error.h"
#include "schema/query_language/did_you_mean.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kShared = "archive";  // the only key that is allowed above the sections
constexpr std::array<std::string_view, 2> kSections{"newsindex", "newsquery"};
constexpr const char* kFileName = "newsindex/config.ini";

std::string variable(const Environment& environment, const std::string& name) {
  return environment(name).value_or("");
}

std::vector<fs::path> files(const Environment& environment) {
  std::vector<fs::path> found;
  const std::string named = variable(environment, "NEWSINDEX_CONFIG");
  const std::string user = variable(environment, "XDG_CONFIG_HOME");
  const std::string home = variable(environment, "HOME");
  if (!named.empty())
    found.emplace_back(named);
  else if (!user.empty())
    found.push_back(fs::path(user) / kFileName);
  else if (!home.empty())
    found.push_back(fs::path(home) / ".config" / kFileName);
  std::string folders = variable(environment, "XDG_CONFIG_DIRS");
  if (folders.empty()) folders = "/etc/xdg";
  for (std::size_t at = 0; at < folders.size();) {
    const std::size_t end = std::min(folders.find(':', at), folders.size());
    if (end > at) found.push_back(fs::path(folders.substr(at, end - at)) / kFileName);
    at = end + 1;
  }
  found.emplace_back("/etc/newsindex/config");
  return found;
}

std::vector<const OptionRow*> rows_named(const ToolTable& tool, std::string_view name) {
  std::vector<const OptionRow*> rows;
  for (const OptionRow& row : tool.options)
    if (row.is_setting && row.name == name) rows.push_back(&row);
  return rows;
}

std::vector<std::string> setting_names(const ToolTable& tool) {
  std::vector<std::string> names;
  for (const OptionRow& row : tool.options)
    if (row.is_setting && std::find(names.begin(), names.end(), row.name) == names.end())
      names.emplace_back(row.name);
  return names;
}

bool is_path(const OptionRow& row) { return row.value == "DIR" || row.value == "FILE"; }

// Reads from one file the lines for one tool.
class ConfigurationFile {
 public:
  ConfigurationFile(const ToolTable& tool, fs::path path, std::string home)
      : tool_(tool), path_(std::move(path)), home_(std::move(home)) {}

  // False if the file cannot be read.
  bool read(std::vector<Setting>& settings) {
    std::ifstream in(path_);
    if (!in) return false;
    std::string line;
    for (number_ = 1; std::getline(in, line); ++number_) take(std::string(trimmed(line)), settings);
    return true;
  }

 private:
  void take(const std::string& line, std::vector<Setting>& settings) {
    if (line.empty() || line[0] == '#' || line[0] == ';') return;
    if (line[0] == '[') return begin_section(line);
    const std::size_t equals = line.find('=');
    if (equals == std::string::npos) refuse("is not 'key = value'");
    if (!section_.empty() && section_ != tool_.name) return;
    const std::string key(trimmed(std::string_view(line).substr(0, equals)));
    const std::string value(trimmed(std::string_view(line).substr(equals + 1)));
    const auto rows = rows_of(key);
    const bool fits = std::any_of(rows.begin(), rows.end(), [&](const OptionRow* row) {
      return fault_of_value(*row, value).empty();
    });
    if (!fits) refuse("has " + key + " '" + value + "', which " + fault_of_value(*rows[0], value));
    settings.push_back({key, is_path(*rows[0]) ? path_of(value) : value,
                        path_.string() + ":" + std::to_string(number_)});
  }

  void begin_section(const std::string& line) {
    section_ = line.ends_with(']')
                   ? std::string(trimmed(std::string_view(line).substr(1, line.size() - 2)))
                   : line;
    if (std::find(kSections.begin(), kSections.end(), section_) != kSections.end()) return;
    refuse("has the section '" + section_ + "', which is neither newsindex nor newsquery" +
           did_you_mean(section_, {kSections.begin(), kSections.end()}));
  }

  std::vector<const OptionRow*> rows_of(const std::string& key) const {
    const auto rows = rows_named(tool_, key);
    const std::vector<std::string> names = setting_names(tool_);
    if (section_.empty() && key != kShared) {
      if (!rows.empty())
        refuse("has '" + key + "', which belongs below [" + std::string(tool_.name) + "]");
      refuse("has the unknown key '" + key + "'" + did_you_mean(key, {std::string(kShared)}) +
             "; above [newsindex] and [newsquery] only 'archive' may stand");
    }
    if (!rows.empty()) return rows;
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    refuse("has the unknown key '" + key + "'" + did_you_mean(key, names) + "; the keys of " +
           std::string(tool_.name) + " are " + list);
  }

  std::string path_of(const std::string& value) const {
    if (value == "~" || value.starts_with("~/")) return home_ + value.substr(1);
    return (path_.parent_path() / value).string();
  }

  [[noreturn]] void refuse(const std::string& what) const {
    throw Error(ExitCode::config, "configuration file '" + path_.string() + "' line " +
                                      std::to_string(number_) + " " + what);
  }

  const ToolTable& tool_;
  fs::path path_;
  std::string home_;
  std::string section_;
  std::size_t number_ = 0;
};

}  // namespace

std::vector<Setting> read_settings(const ToolTable& tool, const Environment& environment) {
  std::vector<Setting> all;
  for (const OptionRow& row : tool.options) {
    const std::string name(row.environment);
    const std::string value = name.empty() ? "" : variable(environment, name);
    if (!value.empty()) all.push_back({std::string(row.name), value, "$" + name});
  }
  const std::string named = variable(environment, "NEWSINDEX_CONFIG");
  for (const fs::path& path : files(environment)) {
    const bool is_read = ConfigurationFile(tool, path, variable(environment, "HOME")).read(all);
    if (!is_read && path == named)
      throw Error(ExitCode::config, "cannot read the configuration file '" + named + "'");
  }
  std::vector<Setting> first;
  for (Setting& each : all) {
    const auto same = [&](const Setting& other) { return other.name == each.name; };
    if (std::none_of(first.begin(), first.end(), same)) first.push_back(std::move(each));
  }
  return first;
}

std::vector<Setting> settings_in_force(const ToolTable& tool, const CommandLine& line,
                                       const Environment& environment) {
  const std::vector<Setting> set = read_settings(tool, environment);
  std::vector<Setting> all;
  for (const std::string& name : setting_names(tool)) {
    Setting setting{name, std::string(rows_named(tool, name).front()->default_value), "default"};
    for (const Setting& each : set)
      if (each.name == name) setting = each;
    if (line.has(name)) setting = {name, line.text(name), "command line"};
    all.push_back(std::move(setting));
  }
  return all;
}

void add_settings(CommandLine& line, const ToolTable& tool, const Environment& environment) {
  const CommandRow* command = find_command(tool, line.command);
  if (line.answer || command == nullptr) return;
  const std::vector<const OptionRow*> options = options_of(tool, *command);
  for (const Setting& setting : read_settings(tool, environment)) {
    for (const OptionRow* row : options)
      if (row->is_setting && row->name == setting.name &&
          fault_of_value(*row, setting.value).empty())
        line.settings[setting.name] = setting.value;
  }
}

}  // namespace newsindex
