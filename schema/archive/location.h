// SPDX-License-Identifier: GPL-3.0-or-later
// Which archive a tool works on: what the user says, else the environment, else the configuration
// file.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace newsindex {

// Looks up an environment variable; empty when it is not set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

// The environment of this process.
std::optional<std::string> process_environment(const std::string& name);

// `flag` when it is not empty; else $NEWSINDEX_ARCHIVE; else the line `archive = DIR` of the
// configuration file, which is $NEWSINDEX_CONFIG or newsindex/config.ini in $XDG_CONFIG_HOME or
// ~/.config. A relative DIR in that file counts from the file's folder. Throws Error: usage when
// none of them names an archive, config when $NEWSINDEX_CONFIG cannot be read or a line of the file
// is not `key = value`.
std::filesystem::path resolve_archive(const std::string& flag, const Environment& environment);

}  // namespace newsindex
