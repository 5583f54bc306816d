// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/search.h"

#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/commands/option_values.h"

namespace newsindex {

ExitCode run_search(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  SearchRequest request = search_request(line, around, detail_for(output), kDefaultLimit);
  // A limit in the settings is how much a person wants to see; ids are for programs.
  if (output.format == Format::ids && !line.has("limit")) request.limit = kNoLimit;
  if (request.query.kind == Node::Kind::all && is_blank(request.query_text))
    throw Error(ExitCode::usage, "say what to search for, as in: newsquery search oil spill");
  const auto asked = ask_with_notes(line, around, request,
                                    [&](Archive& archive) { return search(archive, request); });
  print(around.out, output, to_answer(asked.found, shown_for(output)), around.style(output.color));
  return conclude(asked, line, around, asked.found.total > 0);
}

}  // namespace newsindex
