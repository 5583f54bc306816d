// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/location.h"

#include <cstdlib>
#include <fstream>

#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

struct Configuration {
  fs::path path;
  bool is_required = false;  // the user named it
};

std::optional<Configuration> find_configuration(const Environment& environment) {
  if (const auto named = environment("NEWSINDEX_CONFIG")) return Configuration{*named, true};
  if (const auto folder = environment("XDG_CONFIG_HOME"); folder && !folder->empty())
    return Configuration{fs::path(*folder) / "newsindex/config.ini", false};
  if (const auto home = environment("HOME"); home && !home->empty())
    return Configuration{fs::path(*home) / ".config/newsindex/config.ini", false};
  return std::nullopt;
}

std::optional<fs::path> archive_in(const Configuration& configuration) {
  std::ifstream in(configuration.path);
  if (!in) {
    if (!configuration.is_required) return std::nullopt;
    throw Error(ExitCode::config,
                "cannot read the configuration file '" + configuration.path.string() + "'");
  }
  std::optional<fs::path> archive;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    line = trimmed(line);
    if (line.empty() || line[0] == '#' || line[0] == ';' || line[0] == '[') continue;
    const std::size_t equals = line.find('=');
    if (equals == std::string::npos)
      throw Error(ExitCode::config, "configuration file '" + configuration.path.string() +
                                        "' line " + std::to_string(number) +
                                        " is not 'key = value'");
    if (trimmed(line.substr(0, equals)) == "archive")
      archive = configuration.path.parent_path() / trimmed(line.substr(equals + 1));
  }
  return archive;
}

}  // namespace

std::optional<std::string> process_environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

fs::path resolve_archive(const std::string& flag, const Environment& environment) {
  if (!flag.empty()) return flag;
  if (const auto named = environment("NEWSINDEX_ARCHIVE"); named && !named->empty()) return *named;
  if (const auto configuration = find_configuration(environment))
    if (const auto archive = archive_in(*configuration)) return *archive;
  throw Error(
      ExitCode::usage,
      "no archive named (give --archive DIR, set NEWSINDEX_ARCHIVE, or write 'archive = DIR' in "
      "~/.config/newsindex/config.ini)");
}

}  // namespace newsindex
