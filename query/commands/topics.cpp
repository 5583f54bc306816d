// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/commands/option_values.h"
#include "query/search/search.h"

namespace newsindex {

ExitCode run_topics(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  const std::string beginning = joined_words(line.words);
  const auto asked =
      ask(line, around, {}, [&](Archive& archive) { return topics(archive, beginning); });
  print(around.out, output, to_answer(asked.found), around.style(output.color));
  return conclude(asked, line, around, asked.found.total > 0);
}

}  // namespace newsindex
