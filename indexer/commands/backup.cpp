// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that copy archives: backup and restore.
#include "indexer/care/backup.h"

#include <string>

#include "indexer/commands/commands.h"

namespace newsindex {
namespace {

std::string counted_segments(std::uint64_t number) {
  return std::to_string(number) + (number == 1 ? " segment" : " segments");
}

void print_report(const std::string& what, const BackupReport& report, const BackupRequest& request,
                  const Streams& streams) {
  std::string sentence = what + " '" + request.to.string() + "': revision " +
                         std::to_string(report.revision) + " with " +
                         std::to_string(report.articles) + " articles, " +
                         counted_segments(report.copied) + (request.link ? " linked" : " copied");
  if (report.present > 0) sentence += ", " + std::to_string(report.present) + " there already";
  streams.messages.info(sentence);
}

BackupRequest request_of(const Flags& flags, StopRequest& stop) {
  BackupRequest request;
  request.link = flags.link;
  request.lock_timeout = std::chrono::seconds(flags.lock_timeout);
  request.stop = &stop;
  return request;
}

}  // namespace

ExitCode run_backup(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop) {
  BackupRequest request = request_of(flags, stop);
  request.from = resolve_archive(flags.archive, environment);
  request.to = flags.arguments.front();
  print_report("backup in", back_up(request), request, streams);
  return ExitCode::ok;
}

ExitCode run_restore(const Flags& flags, const Environment& environment, const Streams& streams,
                     StopRequest& stop) {
  BackupRequest request = request_of(flags, stop);
  request.from = flags.arguments.front();
  request.to = resolve_archive(flags.archive, environment);
  print_report("restored in", restore_backup(request), request, streams);
  return ExitCode::ok;
}

}  // namespace newsindex
