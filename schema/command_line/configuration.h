// SPDX-License-Identifier: GPL-3.0-or-later
// Settings that apply when the command line does not give an option: from the environment, then the
// user's configuration file, then the system's files.
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

// All settings for a tool outside its command line. If a name is set several times, the first one
// counts, in this order: environment variables, then the user's file ($NEWSINDEX_CONFIG, else
// newsindex/config.ini in $XDG_CONFIG_HOME or ~/.config), then newsindex/config.ini in
// $XDG_CONFIG_DIRS (/etc/xdg), then /etc/newsindex/config. A relative path is relative to the
// folder of the file; "~/" is the user's home. Throws Error(config) with file and line for a line
// that is not `key = value`, an unknown section or key (naming the nearest) or a wrong value, and
// if $NEWSINDEX_CONFIG cannot be read.
std::vector<Setting> read_settings(const ToolTable& tool, const Environment& environment);

// Every setting of a tool, in the order of its table, with the value that applies to this command
// line: the typed one (origin "command line"), else the one that is set, else the default (origin
// "default").
std::vector<Setting> settings_in_force(const ToolTable& tool, const CommandLine& line,
                                       const Environment& environment);

// Adds to a command line the settings that its command accepts.
void add_settings(CommandLine& line, const ToolTable& tool, const Environment& environment);

}  // namespace newsindex
