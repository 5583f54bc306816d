// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of newsquery, each a function in its own file. It takes a command line, writes an
// answer to `around.out` and returns an exit code. An answer is complete before its first byte is
// written; export and watch write theirs in parts.
//
// A new command needs a row in newsquery_commands.cpp, a function here and in handlers.cpp, and a
// file.
#pragma once

#include <string_view>

#include "query/commands/surroundings.h"
#include "schema/command_line/command_line.h"
#include "schema/error.h"

namespace newsindex {

using RunCommand = ExitCode(const CommandLine& line, const Surroundings& around);

// The function of a command; nullptr if there is no such command.
RunCommand* handler_of(std::string_view command);

// All commands throw Error: usage, which names the option or shows the place in the query; config
// for a configuration file that cannot be read. Commands that ask an archive return no_match if
// nothing was found. If a damaged segment was left out, they name it in `around.messages` and
// return some_rejected, whatever else was found.
RunCommand run_search;
RunCommand run_count;
RunCommand run_facets;
RunCommand run_timeline;
RunCommand run_entities;
RunCommand run_topics;
RunCommand run_related;

// With -, reads a text from `around.in`.
RunCommand run_similar;

// Lists the values of a field that start with a prefix.
RunCommand run_complete;

// Names ids that are not in the archive in `around.messages`.
RunCommand run_show;

// Runs the queries of a file on one state of the archive. A line that is not `id<TAB>query`, or
// whose query is wrong, is named in `around.messages` and left out; then the exit code is
// some_rejected.
RunCommand run_batch;

// Prints what entered the archive since the last run of a watch. The state of the watch is written
// after the answer.
RunCommand run_watch;
// Saves queries under names.
RunCommand run_save;
// Reports problems of queries in files, or of saved ones. Returns no_match for a query that is
// probably not meant so, usage for errors.
RunCommand run_lint;
// Prints all matches with their whole articles.
RunCommand run_export;
// Measures how good the ranking is, by people's judgements.
RunCommand run_evaluate;

// These describe newsquery itself and open no archive.
RunCommand run_config;
RunCommand run_man;
RunCommand run_completions;

}  // namespace newsindex
