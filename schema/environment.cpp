// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/environment.h"

#include <cstdlib>

namespace newsindex {

std::optional<std::string> process_environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

}  // namespace newsindex
