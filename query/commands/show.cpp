// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/search/search.h"
#include "schema/shown.h"

namespace newsindex {

ExitCode run_show(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  if (line.words.empty())
    throw Error(ExitCode::usage,
                "say which articles to show, by their ids, as in: newsquery show 20230402-17");
  const ShowRequest request{line.words};
  const auto asked =
      ask(line, around, {}, [&](Archive& archive) { return show(archive, request); });
  print(around.out, output, to_answer(asked.found), around.style(output.color));
  for (const std::string& id : asked.found.missing)
    around.messages << "newsquery: no article '" << shown(id) << "' in archive '"
                    << shown(asked.archive.string()) << "'\n";
  return conclude(asked, line, around, asked.found.missing.empty());
}

}  // namespace newsindex
