// SPDX-License-Identifier: GPL-3.0-or-later
// The command status, for monitoring.
#include <array>
#include <charconv>
#include <ostream>
#include <utility>

#include "indexer/commands/commands.h"
#include "indexer/write/archive_status.h"
#include "schema/utc_time.h"

namespace newsindex {
namespace {

// Parses "26h", "90m" or "2d".
std::optional<std::chrono::seconds> max_age(const std::string& text) {
  if (text.empty()) return std::nullopt;
  constexpr std::array kUnits{std::pair{'m', 60}, std::pair{'h', 3600}, std::pair{'d', 86'400}};
  unsigned number = 0;
  const char* const unit = text.data() + text.size() - 1;
  const auto [end, error] = std::from_chars(text.data(), unit, number);
  for (const auto& [name, seconds] : kUnits)
    if (error == std::errc() && end == unit && name == *unit)
      return std::chrono::seconds(static_cast<std::int64_t>(number) * seconds);
  throw Error(ExitCode::usage, "--max-age '" + text + "' is no time; write 90m, 26h or 2d");
}

}  // namespace

ExitCode run_status(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest&) {
  const auto age = max_age(flags.max_age);
  const ArchiveStatus status =
      archive_status(resolve_archive(flags.archive, environment), utc_now(), age);
  streams.out << (flags.format == "json" ? to_json(status) : to_text(status));
  return status.code();
}

}  // namespace newsindex
