// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that write articles: update, retag, redate and rebuild.
#include <ostream>

#include "indexer/commands/commands.h"
#include "indexer/commands/progress_bar.h"
#include "indexer/commands/requests.h"
#include "indexer/commands/stop_signals.h"
#include "indexer/write/rebuild.h"
#include "schema/archive/durable.h"

namespace newsindex {
namespace {

constexpr int kBarWidth = 79;

// Runs with a progress bar until a signal stops it, and prints the report.
template <class Run>
ExitCode report_run(const Flags& flags, const Streams& streams, Run run) {
  RunReport report;
  {
    const StopSignals signals;
    ProgressBar bar(streams.messages, streams.messages_on_terminal && !flags.quiet, kBarWidth);
    report = run([&bar, &signals](const Progress& progress) {
      bar.show(progress);
      return !signals.has_come();
    });
  }
  if (!flags.quiet || report.rejected > 0) streams.messages << to_text(report);
  if (!flags.report.empty()) replace_file(flags.report, to_json(report));
  const bool is_incomplete = tell(report.left_out, report.archive, streams);
  return report.rejected > 0 || is_incomplete ? ExitCode::some_rejected : ExitCode::ok;
}

}  // namespace

ExitCode run_update(const Flags& flags, const Environment& environment, const Streams& streams) {
  const UpdateRequest request = update_request(flags, environment);
  if (!flags.quiet)
    for (const std::string& warning : warnings_of(request.understand))
      streams.messages << "newsindex: " << warning << '\n';
  return report_run(flags, streams, [&request](const OnProgress& on_progress) {
    return update_archive(request, on_progress);
  });
}

ExitCode run_redate(const Flags& flags, const Environment& environment, const Streams& streams) {
  const RewriteRequest request = rewrite_request(flags, environment);
  return report_run(flags, streams, [&request](const OnProgress& on_progress) {
    return redate_archive(request, on_progress);
  });
}

ExitCode run_retag(const Flags& flags, const Environment& environment, const Streams& streams) {
  const RetagRequest request = retag_request(flags, environment);
  return report_run(flags, streams, [&request](const OnProgress& on_progress) {
    return retag_archive(request, on_progress);
  });
}

ExitCode run_rebuild(const Flags& flags, const Environment& environment, const Streams& streams) {
  const auto archive = resolve_archive(flags.archive, environment);
  return report_run(flags, streams, [&](const OnProgress& on_progress) {
    return rebuild_archive(archive, run_limits(flags), on_progress);
  });
}

}  // namespace newsindex
