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
  if (line.has("cross") && by.size() != 2)
    throw Error(ExitCode::usage, "--cross takes two fields, as in --by source,topic --cross");
  return {query_choice(line, around), std::move(by), line.whole_number("limit", kDefaultLimit),
          line.has("count-stories"), static_cast<int>(line.whole_number("min-confidence", 0))};
}

template <class Count>
ExitCode run(const CommandLine& line, const Surroundings& around, const FacetRequest& request,
             const Count& count_values) {
  const OutputChoice output = output_choice(line);
  const auto asked =
      ask(line, around, request, [&](Archive& archive) { return count_values(archive, request); });
  print(around.out, output, to_answer(asked.found), around.style(output.color));
  return conclude(asked, line, around, asked.found.total > 0);
}

}  // namespace

ExitCode run_facets(const CommandLine& line, const Surroundings& around) {
  const FacetRequest request = facet_request(line, around);
  return line.has("cross") ? run(line, around, request, cross_table)
                           : run(line, around, request, facets);
}

}  // namespace newsindex
