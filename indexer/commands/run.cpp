// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include "indexer/commands/about.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/newsindex_table.h"
#include "indexer/commands/record_run.h"
#include "schema/archive/failure.h"
#include "schema/command_line/configuration.h"

namespace newsindex {
namespace {

ExitCode run_command(const Flags& flags, const Environment& environment, const Streams& streams,
                     StopRequest& stop) {
  const std::string& command = flags.command;
  stop.check();
  if (command == "update") return run_update(flags, environment, streams, stop);
  if (command == "inspect") return run_inspect(flags, environment, streams, stop);
  if (command == "retag") return run_retag(flags, environment, streams, stop);
  if (command == "redate") return run_redate(flags, environment, streams, stop);
  if (command == "rebuild") return run_rebuild(flags, environment, streams, stop);
  if (command == "remove") return run_remove(flags, environment, streams, stop);
  if (command == "rejects") return run_rejects(flags, environment, streams, stop);
  if (command == "info") return run_info(flags, environment, streams, stop);
  if (command == "status") return run_status(flags, environment, streams, stop);
  if (command == "check") return run_check(flags, environment, streams, stop);
  if (command == "backup") return run_backup(flags, environment, streams, stop);
  if (command == "restore") return run_restore(flags, environment, streams, stop);
  if (command == "compact") return run_compact(flags, environment, streams, stop);
  return run_export(flags, environment, streams, stop);
}

}  // namespace

bool tell(const std::vector<LeftOut>& left_out, const std::filesystem::path& archive,
          const Streams& streams) {
  for (const LeftOut& each : left_out) streams.messages.error(to_text(each, archive));
  return !left_out.empty();
}

ExitCode run_newsindex(const std::vector<std::string>& arguments, const Environment& environment,
                       const Streams& streams, StopRequest& stop) {
  Streams leveled = streams;
  try {
    CommandLine line = read_command_line(newsindex_table(), arguments);
    if (const auto text = about_newsindex(line, environment)) line.answer = text;
    add_settings(line, newsindex_table(), environment);
    const Flags flags = flags_of(line);
    leveled.messages =
        streams.messages.up_to(flags.quiet ? Level::error : level_of(flags.log_level));
    ExitCode code = ExitCode::ok;
    if (line.answer)
      streams.out << *line.answer;
    else
      code = record_run(flags, environment, leveled, [&](const Streams& recorded) {
        return run_command(flags, environment, recorded, stop);
      });
    if (!streams.out.flush()) throw Error(ExitCode::io, "cannot write to the standard output");
    return code;
  } catch (...) {
    const Error error = error_of_exception("the archive");
    leveled.messages.error(error);
    return error.code();
  }
}

}  // namespace newsindex
