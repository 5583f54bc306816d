// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that write articles: update, retag, redate and rebuild.
#include <utility>

#include "indexer/commands/commands.h"
#include "indexer/commands/confine.h"
#include "indexer/commands/progress_bar.h"
#include "indexer/commands/report_file.h"
#include "indexer/commands/requests.h"
#include "indexer/write/rebuild.h"
#include "indexer/write/run_journal.h"
#include "schema/archive/failure.h"
#include "schema/utc_time.h"

namespace newsindex {
namespace {

constexpr int kBarWidth = 79;

// A run with a progress bar and a report, also when it fails or is left in the middle.
class ReportedRun {
 public:
  ReportedRun(const Flags& flags, const Environment& environment, const Streams& streams,
              StopRequest& stop)
      : streams_(streams),
        stop_(stop),
        file_(flags.report),
        exit_action_(&stop, [this](ExitCode code, const std::string& sentence) {
          write_failed(code, sentence);
        }) {
    failed_.archive = resolve_archive(flags.archive, environment).string();
    failed_.started = utc_text(utc_now());
  }

  // `run` takes the function that it tells its progress to, and gives its report.
  template <class Run>
  ExitCode carry_out(Run run) {
    RunReport report;
    try {
      report = with_bar(run);
    } catch (...) {
      const Error error = error_of_exception("archive '" + failed_.archive + "'");
      const auto held = exit_action_.take_over();
      write_failed(error.code(), error.what());
      throw error;
    }
    finish(report);
    // The report comes first: a signal may end the process while the messages wait for a reader.
    try {
      const auto held = exit_action_.take_over();
      file_.write(to_json(report));
    } catch (const Error&) {
      tell(report);
      throw;
    }
    tell(report);
    return report.exit_code;
  }

 private:
  template <class Run>
  RunReport with_bar(Run run) {
    // Lines of a debug level would stand behind it.
    const bool has_bar = streams_.messages_on_terminal && streams_.messages.level() == Level::info;
    ProgressBar bar(streams_.messages.out(), has_bar, kBarWidth);
    return run([&](const Progress& progress) {
      bar.show(progress);
      return !stop_.is_asked();
    });
  }

  void write_failed(ExitCode code, const std::string& sentence) {
    failed_.ended = utc_text(utc_now());
    failed_.exit_code = code;
    failed_.error = sentence;
    file_.write(to_json(failed_));
  }

  void finish(RunReport& report) const {
    report.started = failed_.started;
    report.ended = utc_text(utc_now());
    if (report.exit_code == ExitCode::ok && needs_attention(report))
      report.exit_code = ExitCode::some_rejected;
    if (streams_.run != nullptr) streams_.run->take(report);
  }

  void tell(const RunReport& report) const {
    print(report);
    newsindex::tell(report.left_out, report.archive, streams_);
  }

  // One that needs attention is told as a whole, whatever the level.
  void print(const RunReport& report) const {
    const Messages messages =
        needs_attention(report) ? streams_.messages.at_least(Level::info) : streams_.messages;
    messages.lines(Level::warning, warnings_text(report));
    messages.lines(Level::info, summary_text(report));
    if (!report.error.empty()) messages.error(report.error);
  }

  const Streams& streams_;
  StopRequest& stop_;
  const ReportFile file_;
  RunReport failed_;
  ExitAction exit_action_;
};

}  // namespace

ExitCode run_update(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop) {
  ReportedRun run(flags, environment, streams, stop);
  return run.carry_out([&](const OnProgress& on_progress) {
    UpdateRequest request = update_request(flags, environment, stop);
    request.on_note = [&streams](const std::string& note) { streams.messages.debug(note); };
    for (const std::string& warning : warnings_of(request.understand))
      streams.messages.warning(warning);
    confine_if_asked(flags, folders_of_update(flags, request.archive), streams);
    return update_archive(request, on_progress);
  });
}

ExitCode run_redate(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop) {
  ReportedRun run(flags, environment, streams, stop);
  return run.carry_out([&](const OnProgress& on_progress) {
    return redate_archive(rewrite_request(flags, environment, stop), on_progress);
  });
}

ExitCode run_retag(const Flags& flags, const Environment& environment, const Streams& streams,
                   StopRequest& stop) {
  ReportedRun run(flags, environment, streams, stop);
  return run.carry_out([&](const OnProgress& on_progress) {
    return retag_archive(retag_request(flags, environment, stop), on_progress);
  });
}

ExitCode run_rebuild(const Flags& flags, const Environment& environment, const Streams& streams,
                     StopRequest& stop) {
  ReportedRun run(flags, environment, streams, stop);
  return run.carry_out([&](const OnProgress& on_progress) {
    return rebuild_archive(resolve_archive(flags.archive, environment), run_limits(flags, stop),
                           on_progress);
  });
}

}  // namespace newsindex
