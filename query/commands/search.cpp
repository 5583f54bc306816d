// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/search.h"

#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/commands/option_values.h"

namespace newsindex {

ExitCode run_search(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  const SearchRequest request = search_request(
      line, around, detail_for(output), output.format == Format::ids ? kNoLimit : kDefaultLimit);
  if (request.query.kind == Node::Kind::all && is_blank(request.query_text))
    throw Error(ExitCode::usage, "say what to search for, as in: newsquery search oil spill");
  const auto asked = ask_with_notes(line, around, request,
                                    [&](Archive& archive) { return search(archive, request); });
  print(around.out, output, to_answer(asked.found, shown_for(output)), around.style(output.color));
  return conclude(asked, line, around, asked.found.total > 0);
}

}  // namespace newsindex
