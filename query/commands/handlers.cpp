// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "query/commands/choices.h"
#include "query/commands/commands.h"

namespace newsindex {
namespace {

// The first row is for unknown commands.
constexpr std::array kHandlers{
    Named<RunCommand*>{"", nullptr},
    Named<RunCommand*>{"search", run_search},
    Named<RunCommand*>{"count", run_count},
    Named<RunCommand*>{"show", run_show},
    Named<RunCommand*>{"facets", run_facets},
    Named<RunCommand*>{"timeline", run_timeline},
    Named<RunCommand*>{"entities", run_entities},
    Named<RunCommand*>{"topics", run_topics},
    Named<RunCommand*>{"related", run_related},
    Named<RunCommand*>{"similar", run_similar},
    Named<RunCommand*>{"batch", run_batch},
    Named<RunCommand*>{"watch", run_watch},
    Named<RunCommand*>{"save", run_save},
    Named<RunCommand*>{"lint", run_lint},
    Named<RunCommand*>{"export", run_export},
    Named<RunCommand*>{"evaluate", run_evaluate},
    Named<RunCommand*>{"complete", run_complete},
    Named<RunCommand*>{"config", run_config},
    Named<RunCommand*>{"man", run_man},
    Named<RunCommand*>{"completions", run_completions},
};

}  // namespace

RunCommand* handler_of(std::string_view command) { return choice(command, kHandlers); }

}  // namespace newsindex
