// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of newsquery, one row each: names, help and the options they take.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "query/commands/request.h"

namespace newsindex {

struct CommandRow {
  Command command;
  std::string_view name;
  std::string_view words;     // what stands behind it, for help; "" when nothing may
  std::string_view summary;   // one line
  std::string_view examples;  // lines
};

inline constexpr std::array kCommands{
    CommandRow{Command::search, "search", "QUERY", "Find articles, the best first.",
               "  newsquery search oil spill -gulf\n"
               "  newsquery search 'topic:politics>=60 date:last-7-days' --sort newest\n"
               "  newsquery search 'person:\"Qin Gang\"' --prefer topic:diplomacy --recent 3m"},
    CommandRow{Command::count, "count", "QUERY", "Print how many articles match.",
               "  newsquery count 'title:flood after:2023'"},
    CommandRow{Command::show, "show", "ID", "Print articles as they are stored.",
               "  newsquery show 20230402-17 --format json"},
    CommandRow{Command::facets, "facets", "QUERY",
               "Count matching articles by the values of fields.",
               "  newsquery facets --by source,section oil\n"
               "  newsquery facets --by topic date:2023-04 --limit 20"},
    CommandRow{Command::timeline, "timeline", "QUERY",
               "Count matching articles by day, month or year.",
               "  newsquery timeline --by day 'oil spill date:2023-04'"},
    CommandRow{
        Command::entities, "entities", "PREFIX",
        "List persons, organisations and places; with PREFIX, those of which a word begins so.",
        "  newsquery entities --type person hay\n"
        "  newsquery entities --sort name --limit 1000 --format tsv"},
    CommandRow{Command::related, "related", "ENTITY",
               "List what goes with an entity beyond chance (log-likelihood ratio, Dunning 1993).",
               "  newsquery related Qin Gang\n"
               "  newsquery related 'org:\"Bank of Japan\"' --type person"},
    CommandRow{Command::batch, "batch", "", "Run a file of queries, one a line: id<TAB>query.",
               "  newsquery batch --queries topics.tsv --match any --limit 1000 > run.txt"},
};

// The row of a command, or nullptr.
const CommandRow* find_command(std::string_view name);

const CommandRow& row_of(Command command);

// What `newsquery help` prints: what newsquery is for and its commands.
std::string overview();

}  // namespace newsindex
