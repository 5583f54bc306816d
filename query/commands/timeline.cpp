// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/choices.h"
#include "query/commands/commands.h"
#include "query/commands/option_values.h"
#include "query/search/search.h"

namespace newsindex {
namespace {

constexpr std::array kSteps{Named{"month", Step::month}, Named{"day", Step::day},
                            Named{"week", Step::week}, Named{"quarter", Step::quarter},
                            Named{"year", Step::year}};

void refuse_together(const CommandLine& line, std::string_view one, std::string_view other,
                     const std::string& reason) {
  if (line.has(one) && line.has(other))
    throw Error(ExitCode::usage, "--" + std::string(one) + " does not go with --" +
                                     std::string(other) + ": " + reason);
}

TimelineRequest timeline_request(const CommandLine& line, const Surroundings& around) {
  refuse_together(line, "split", "against", "each of them makes the columns");
  refuse_together(line, "share", "count-stories", "shares are of articles");
  TimelineRequest request{query_choice(line, around)};
  request.name = joined_words(line.words);
  request.step = choice(line.text("by"), kSteps);
  request.count_stories = line.has("count-stories");
  if (line.has("split")) request.split = facet_named(line.text("split"), "--split");
  request.limit = line.whole_number("limit", kDefaultSplit);
  for (const std::string& text : line.texts("against"))
    request.against.push_back({text, further_query(request, line, "against", text)});
  request.share = line.has("share");
  request.bursts = line.has("bursts");
  request.scope = scope_of(line);
  return request;
}

}  // namespace

ExitCode run_timeline(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  const TimelineRequest request = timeline_request(line, around);
  const auto asked =
      ask(line, around, request, [&](Archive& archive) { return timeline(archive, request); });
  print(around.out, output, to_answer(asked.found), around.style(output.color));
  return conclude(asked, line, around, asked.found.total > 0);
}

}  // namespace newsindex
