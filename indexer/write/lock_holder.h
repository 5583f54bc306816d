// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out which process is writing an archive, without touching its lock.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace newsindex {

struct LockHolder {
  std::string process;             // its number, from the lock file
  std::chrono::sys_seconds since;  // when it took the lock
};

// Empty if nobody holds the lock, or if /proc/locks does not show it.
std::optional<LockHolder> lock_holder(const std::filesystem::path& archive);

}  // namespace newsindex
