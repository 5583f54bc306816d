// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of newsquery, a function and a file each: a command line in, an answer to
// `around.out`, an exit code back. An answer is complete before the first byte of it is written.
//
// A new command is a row in newsquery_table.cpp, its function here and in handlers.cpp, and a file.
#pragma once

#include <string_view>

#include "query/commands/surroundings.h"
#include "schema/command_line/command_line.h"
#include "schema/error.h"

namespace newsindex {

using RunCommand = ExitCode(const CommandLine& line, const Surroundings& around);

// The function of this command; none when there is no such command.
RunCommand* handler_of(std::string_view command);

// All of them throw Error: usage that names the option or shows the place in the query, config for
// a configuration file that cannot be read. Those that ask an archive give no_match when nothing
// was found, and some_rejected when a damaged segment had to be left out, which `around.messages`
// names, whatever was found elsewhere.
RunCommand run_search;
RunCommand run_count;
RunCommand run_facets;
RunCommand run_timeline;
RunCommand run_entities;
RunCommand run_topics;
RunCommand run_related;

// With -, a text is read from `around.in`.
RunCommand run_similar;

// The values of a field that begin so.
RunCommand run_complete;

// Ids that are not in the archive are named in `around.messages`.
RunCommand run_show;

// Runs the queries of a file on one state of the archive. A line that is no `id<TAB>query`, or
// whose query is wrong, is named in `around.messages` and left out; the result is then
// some_rejected.
RunCommand run_batch;

// What entered the archive since a watch was run last. Its state is written once the answer is out.
RunCommand run_watch;
// Keeps queries by name.
RunCommand run_save;
// What is wrong with queries of files, or with saved ones: no_match for what may not be meant,
// usage for errors.
RunCommand run_lint;
// All matches, whole.
RunCommand run_export;
// How good the ranking is by what people have judged.
RunCommand run_evaluate;

// What tells of newsquery itself and opens no archive.
RunCommand run_config;
RunCommand run_man;
RunCommand run_completions;

}  // namespace newsindex
