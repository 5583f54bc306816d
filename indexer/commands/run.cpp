// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <ostream>

#include "indexer/commands/commands.h"
#include "schema/archive/archive.h"

namespace newsindex {
namespace {

ExitCode run_command(const Flags& flags, const Environment& environment, const Streams& streams) {
  const std::string& command = flags.command;
  if (command == "update") return run_update(flags, environment, streams);
  if (command == "inspect") return run_inspect(flags, environment, streams);
  if (command == "retag") return run_retag(flags, environment, streams);
  if (command == "redate") return run_redate(flags, environment, streams);
  if (command == "rebuild") return run_rebuild(flags, environment, streams);
  if (command == "remove") return run_remove(flags, environment, streams);
  if (command == "info") return run_info(flags, environment, streams);
  if (command == "check") return run_check(flags, environment, streams);
  if (command == "backup") return run_backup(flags, environment, streams);
  if (command == "restore") return run_restore(flags, environment, streams);
  if (command == "compact") return run_compact(flags, environment, streams);
  return run_export(flags, environment, streams);
}

}  // namespace

bool tell(const std::vector<LeftOut>& left_out, const std::filesystem::path& archive,
          const Streams& streams) {
  for (const LeftOut& each : left_out)
    streams.messages << "newsindex: " << to_text(each, archive) << '\n';
  return !left_out.empty();
}

ExitCode run_newsindex(const std::vector<std::string>& arguments, const Environment& environment,
                       const Streams& streams) {
  const auto failed = [&streams](ExitCode code, const std::string& sentence) {
    streams.messages << "newsindex: " << sentence << '\n';
    return code;
  };
  try {
    const Reading reading = read_flags(arguments);
    if (reading.is_answered) {
      streams.out << reading.answer;
      return ExitCode::ok;
    }
    return run_command(reading.flags, environment, streams);
  } catch (const Error& error) {
    return failed(error.code(), error.what());
  } catch (const Xapian::Error& error) {
    const Error described = describe(error, "the archive");
    return failed(described.code(), described.what());
  } catch (const std::filesystem::filesystem_error& error) {
    return failed(ExitCode::io, "cannot read or write '" + error.path1().string() +
                                    "': " + error.code().message());
  } catch (const std::bad_alloc&) {
    return failed(ExitCode::internal, "out of memory");
  } catch (const std::exception& error) {
    return failed(ExitCode::internal,
                  std::string("internal error, please report it: ") + error.what());
  }
}

}  // namespace newsindex
