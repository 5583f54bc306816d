// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/choices.h"
#include "query/commands/commands.h"
#include "query/search/search.h"

namespace newsindex {
namespace {

constexpr std::array kSteps{Named{"month", Step::month}, Named{"day", Step::day},
                            Named{"year", Step::year}};

}  // namespace

ExitCode run_timeline(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  const TimelineRequest request{query_choice(line, around), choice(line.text("by"), kSteps),
                                line.has("count-stories")};
  const auto asked =
      ask(line, around, request, [&](Archive& archive) { return timeline(archive, request); });
  print(around.out, output, to_answer(asked.found), around.style(output.color));
  return conclude(asked, around, asked.found.total > 0);
}

}  // namespace newsindex
