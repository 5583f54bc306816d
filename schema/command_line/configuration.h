// SPDX-License-Identifier: GPL-3.0-or-later
// What holds where the command line says nothing: the environment, then the user's configuration
// file, then those of the system.
//
//   archive = ~/news          above the first section: for both tools
//   [newsquery]
//   limit = 20                an option of the tool that is a setting, by its name
#pragma once

#include <string>
#include <vector>

#include "schema/command_line/command_line.h"
#include "schema/command_line/tool_table.h"
#include "schema/environment.h"

namespace newsindex {

struct Setting {
  std::string name;
  std::string value;
  std::string origin;  // "$NEWSINDEX_ARCHIVE", or "FILE:LINE"
};

// Everything that is set for a tool outside its command line; of a name the first one counts. Files
// are $NEWSINDEX_CONFIG, else newsindex/config.ini in $XDG_CONFIG_HOME or ~/.config; then the same
// in $XDG_CONFIG_DIRS (/etc/xdg), then /etc/newsindex/config. A relative path counts from the
// folder of the file, "~/" is the user's. Throws Error(config) with file and line for what is not
// `key = value`, an unknown section or key (with the nearest) or a wrong value, and where
// $NEWSINDEX_CONFIG cannot be read.
std::vector<Setting> read_settings(const ToolTable& tool, const Environment& environment);

// Every setting of a tool in the order of its table, with what holds for this command line: what
// was typed, else what was set, else the default, of origin "command line" or "default".
std::vector<Setting> settings_in_force(const ToolTable& tool, const CommandLine& line,
                                       const Environment& environment);

// Adds the settings that the command takes to what was typed.
void add_settings(CommandLine& line, const ToolTable& tool, const Environment& environment);

}  // namespace newsindex
