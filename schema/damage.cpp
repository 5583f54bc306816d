// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/damage.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace newsindex {
namespace {

// File systems return the last two when their own checks fail.
constexpr std::array kDamage{ENOENT, ENOTDIR, EISDIR, EIO, EUCLEAN, EBADMSG};

}  // namespace

bool is_damage(int reason) {
  return std::find(kDamage.begin(), kDamage.end(), reason) != kDamage.end();
}

bool is_damage(const Error& error) {
  if (error.code() == ExitCode::io) return is_damage(error.reason());
  return error.code() == ExitCode::internal || error.code() == ExitCode::no_input;
}

Error cannot_read(const std::filesystem::path& path, int reason) {
  if (reason == ENOMEM)
    return Error(ExitCode::no_memory, "no memory to read '" + path.string() + "'");
  const bool is_missing = reason == ENOENT || reason == ENOTDIR;
  return Error(is_missing ? ExitCode::no_input : ExitCode::io,
               "cannot read '" + path.string() + "': " + std::strerror(reason), reason);
}

}  // namespace newsindex
