// SPDX-License-Identifier: GPL-3.0-or-later
// The environment of a process, as a function, so that tests can pass their own.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace newsindex {

// Looks up an environment variable; nullopt when it is not set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

// The environment of this process.
std::optional<std::string> process_environment(const std::string& name);

}  // namespace newsindex
