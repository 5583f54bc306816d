// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/record_run.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string_view>

#include "indexer/write/run_metrics.h"
#include "schema/archive/durable.h"
#include "schema/archive/failure.h"
#include "schema/utc_time.h"

namespace newsindex {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::array<std::string_view, 6> kWriting{"update",  "retag",  "redate",
                                                   "rebuild", "remove", "compact"};

bool writes(const Flags& flags) {
  return !flags.dry_run && !flags.lists_removed &&
         std::find(kWriting.begin(), kWriting.end(), flags.command) != kWriting.end();
}

class Recording {
 public:
  Recording(const Flags& flags, std::filesystem::path archive, const Streams& streams)
      : flags_(flags), archive_(std::move(archive)), streams_(streams) {
    run_.command = flags.command;
    run_.started = utc_text(utc_now());
    streams_.run = &run_;
  }

  const Streams& streams() const { return streams_; }

  void end(ExitCode code, const std::string& error) {
    const double seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
    run_.seconds = std::round(seconds * 1000) / 1000;
    run_.ended = utc_text(utc_now());
    run_.exit_code = static_cast<int>(code);
    if (!error.empty()) run_.error = error;
    // If the run failed, its own error is enough for the user.
    if (const auto why = append_run(archive_, run_); why && run_.is_success())
      streams_.messages.error("this run is not remembered: " + *why);
    if (!flags_.metrics.empty())
      replace_file(flags_.metrics, metrics_text(run_, archive_facts(archive_, run_)));
  }

  // Throws nothing: the caller rethrows the first error.
  void end_failed(const Error& error) noexcept {
    try {
      end(error.code(), error.what());
    } catch (const std::exception& also) {
      streams_.messages.error(also.what());
    }
  }

 private:
  const Flags& flags_;
  std::filesystem::path archive_;
  Streams streams_;
  RunRecord run_;
  Clock::time_point begin_ = Clock::now();
};

}  // namespace

ExitCode record_run(const Flags& flags, const Environment& environment, const Streams& streams,
                    const std::function<ExitCode(const Streams&)>& command) {
  if (!writes(flags)) return command(streams);
  Recording recording(flags, resolve_archive(flags.archive, environment), streams);
  ExitCode code = ExitCode::ok;
  try {
    code = command(recording.streams());
  } catch (...) {
    recording.end_failed(error_of_exception("the archive"));
    throw;
  }
  recording.end(code, "");
  return code;
}

}  // namespace newsindex
