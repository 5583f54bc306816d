// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/commands/option_values.h"
#include "query/search/search.h"
#include "schema/text/characters.h"

namespace newsindex {
namespace {

std::string folded(const std::string& text) {
  std::string in_small_letters;
  append_folded_word(in_small_letters, text);
  return in_small_letters;
}

// A request for all values of one field, in all articles.
FacetRequest values_request(const CommandLine& line) {
  FacetRequest request;
  request.by = {facet_named(line.words.front())};
  request.limit = kNoLimit;
  return request;
}

}  // namespace

ExitCode run_complete(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  const FacetRequest request = values_request(line);
  const std::string beginning = folded(joined_words({line.words.begin() + 1, line.words.end()}));
  auto asked =
      ask(line, around, request, [&](Archive& archive) { return facets(archive, request); });
  Facet& facet = asked.found.facets.front();
  std::erase_if(facet.values, [&](const FacetValue& value) {
    return !folded(value.name).starts_with(beginning);
  });
  print(around.out, output, to_answer(facet), around.style(output.color));
  return conclude(asked, line, around, !facet.values.empty());
}

}  // namespace newsindex
