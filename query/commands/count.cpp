// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/search/search.h"

namespace newsindex {

ExitCode run_count(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  const QueryChoice request = query_choice(line, around);
  const auto asked = ask_with_notes(line, around, request,
                                    [&](Archive& archive) { return count(archive, request); });
  print(around.out, output, to_answer(asked.found), around.style(output.color));
  return conclude(asked, line, around, asked.found.total > 0);
}

}  // namespace newsindex
