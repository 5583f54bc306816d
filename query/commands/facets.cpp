// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/commands/option_values.h"
#include "query/search/search.h"

namespace newsindex {
namespace {

FacetRequest facet_request(const CommandLine& line, const Surroundings& around) {
  if (!line.has("by"))
    throw Error(ExitCode::usage,
                "say what to count by, as in: newsquery facets --by source; the fields are " +
                    facet_names_text());
  std::vector<std::string> by = facets_named(line.text("by"));
  return {query_choice(line, around), std::move(by), line.whole_number("limit", kDefaultLimit),
          line.has("count-stories")};
}

}  // namespace

ExitCode run_facets(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  const FacetRequest request = facet_request(line, around);
  const auto asked =
      ask(line, around, request, [&](Archive& archive) { return facets(archive, request); });
  print(around.out, output, to_answer(asked.found), around.style(output.color));
  return conclude(asked, around, asked.found.total > 0);
}

}  // namespace newsindex
