// SPDX-License-Identifier: GPL-3.0-or-later
// Which run writes an archive at the moment, found out without touching its lock.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace newsindex {

struct LockHolder {
  std::string process;             // its number; as the file of the lock says
  std::chrono::sys_seconds since;  // when it took the lock
};

// Empty when nobody holds the lock, or when the kernel does not tell (/proc/locks).
std::optional<LockHolder> lock_holder(const std::filesystem::path& archive);

}  // namespace newsindex
