// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/location.h"

#include "schema/error.h"

namespace newsindex {

std::filesystem::path resolve_archive(const std::string& named, const Environment& environment) {
  if (!named.empty()) return named;
  if (const auto set = environment("NEWSINDEX_ARCHIVE"); set && !set->empty()) return *set;
  throw Error(
      ExitCode::usage,
      "no archive named (give --archive DIR, set NEWSINDEX_ARCHIVE, or write 'archive = DIR' in "
      "~/.config/newsindex/config.ini)");
}

}  // namespace newsindex
