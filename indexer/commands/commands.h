// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of newsindex. Each does what its flags say, prints, and returns the exit code. All
// throw Error; on a stop request, Error(interrupted).
#pragma once

#include <iosfwd>

#include "indexer/commands/flags.h"
#include "indexer/commands/messages.h"
#include "indexer/write/stop_request.h"
#include "schema/archive/archive.h"
#include "schema/archive/location.h"
#include "schema/error.h"

namespace newsindex {

struct RunRecord;

// Where a command prints.
struct Streams {
  std::ostream& out;
  Messages messages;
  bool messages_on_terminal = false;
  RunRecord* run = nullptr;  // where a writing run records what it did; may be null
};

// Prints an error for each damaged segment that a command left out; false if there are none.
bool tell(const std::vector<LeftOut>& left_out, const std::filesystem::path& archive,
          const Streams& streams);

ExitCode run_update(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop);
ExitCode run_inspect(const Flags& flags, const Environment& environment, const Streams& streams,
                     StopRequest& stop);
ExitCode run_redate(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop);
ExitCode run_retag(const Flags& flags, const Environment& environment, const Streams& streams,
                   StopRequest& stop);
ExitCode run_rebuild(const Flags& flags, const Environment& environment, const Streams& streams,
                     StopRequest& stop);
ExitCode run_remove(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop);
ExitCode run_rejects(const Flags& flags, const Environment& environment, const Streams& streams,
                     StopRequest& stop);
ExitCode run_info(const Flags& flags, const Environment& environment, const Streams& streams,
                  StopRequest& stop);
ExitCode run_status(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop);
ExitCode run_check(const Flags& flags, const Environment& environment, const Streams& streams,
                   StopRequest& stop);
ExitCode run_compact(const Flags& flags, const Environment& environment, const Streams& streams,
                     StopRequest& stop);
ExitCode run_backup(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop);
ExitCode run_restore(const Flags& flags, const Environment& environment, const Streams& streams,
                     StopRequest& stop);
ExitCode run_export(const Flags& flags, const Environment& environment, const Streams& streams,
                    StopRequest& stop);

// Reads the arguments, runs the command, and prints its error, if any. Throws nothing.
ExitCode run_newsindex(const std::vector<std::string>& arguments, const Environment& environment,
                       const Streams& streams, StopRequest& stop);

}  // namespace newsindex
