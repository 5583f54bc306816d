// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that write articles: update, retag, redate and rebuild.
#include <ostream>

#include "indexer/commands/commands.h"
#include "indexer/commands/progress_bar.h"
#include "indexer/commands/requests.h"
#include "indexer/write/rebuild.h"
#include "schema/archive/durable.h"

namespace newsindex {
namespace {

constexpr int kBarWidth = 79;

// Runs with a progress bar until a signal stops it, and prints the report.
template <class Run>
ExitCode report_run(const Flags& flags, const Streams& streams, const StopRequest& stop, Run run) {
  RunReport report;
  {
    ProgressBar bar(streams.messages, streams.messages_on_terminal && !flags.quiet, kBarWidth);
    report = run([&bar, &stop](const Progress& progress) {
      bar.show(progress);
      return !stop.is_asked();
    });
  }
  if (!flags.quiet || report.rejected > 0) streams.messages << to_text(report);
  if (!flags.report.empty()) replace_file(flags.report, to_json(report));
  return report.rejected > 0 ? ExitCode::some_rejected : ExitCode::ok;
}

}  // namespace

ExitCode run_update(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop) {
  const UpdateRequest request = update_request(flags, environment, stop);
  if (!flags.quiet)
    for (const std::string& warning : warnings_of(request.understand))
      streams.messages << "newsindex: " << warning << '\n';
  return report_run(flags, streams, stop, [&request](const OnProgress& on_progress) {
    return update_archive(request, on_progress);
  });
}

ExitCode run_redate(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop) {
  const RewriteRequest request = rewrite_request(flags, environment, stop);
  return report_run(flags, streams, stop, [&request](const OnProgress& on_progress) {
    return redate_archive(request, on_progress);
  });
}

ExitCode run_retag(const Flags& flags, const Environment& environment, const Streams& streams,
                   StopRequest& stop) {
  const RetagRequest request = retag_request(flags, environment, stop);
  return report_run(flags, streams, stop, [&request](const OnProgress& on_progress) {
    return retag_archive(request, on_progress);
  });
}

ExitCode run_rebuild(const Flags& flags, const Environment& environment, const Streams& streams,
                     StopRequest& stop) {
  const auto archive = resolve_archive(flags.archive, environment);
  return report_run(flags, streams, stop, [&](const OnProgress& on_progress) {
    return rebuild_archive(archive, run_limits(flags, stop), on_progress);
  });
}

}  // namespace newsindex
