// SPDX-License-Identifier: GPL-3.0-or-later
// What --help says of each command, beside its options.
#pragma once

#include <span>

namespace newsindex {

struct CommandText {
  const char* name;
  const char* summary;
  const char* footer;  // exit codes and examples
};

std::span<const CommandText> command_texts();

// What newsindex --help says.
const char* overview();

}  // namespace newsindex
