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

constexpr std::array kByName{Named{"count", false}, Named{"name", true}};

}  // namespace

ExitCode run_entities(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  const EntitiesRequest request{
      joined_words(line.words), type_of(line), choice(line.text("sort"), kByName),
      line.whole_number("limit", kDefaultLimit), line.whole_number("offset", 0)};
  const auto asked =
      ask(line, around, {}, [&](Archive& archive) { return entities(archive, request); });
  print(around.out, output, to_answer(asked.found), around.style(output.color));
  return conclude(asked, line, around, asked.found.total > 0);
}

}  // namespace newsindex
