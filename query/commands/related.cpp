// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/commands/option_values.h"
#include "query/search/search.h"
#include "schema/fields.h"

namespace newsindex {
namespace {

// True for a clause on an entity, as in person:Obama.
bool is_clause(const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos) return false;
  const Field* known = find_field(std::string_view(text).substr(0, colon));
  return known != nullptr && known->matching == Matching::entity;
}

// A query for any entity of this name.
QueryChoice entity_named(const std::string& name) {
  QueryChoice chosen;
  chosen.query_text = chosen.typed = name;
  chosen.query.kind = Node::Kind::label;
  chosen.query.field = "entity";
  chosen.query.text = name;
  chosen.query.span = {0, name.size()};
  return chosen;
}

// The query of the command related: a name or a clause.
QueryChoice entity_choice(const CommandLine& line, const Surroundings& around) {
  const std::string text = joined_words(line.words);
  const QueryChoice chosen = is_clause(text) ? query_choice(line, around) : entity_named(text);
  if (chosen.query.kind != Node::Kind::label)
    throw Error(ExitCode::usage, "related takes one name, as in person:\"Qin Gang\"");
  if (is_blank(chosen.query.text))
    throw Error(ExitCode::usage, "say whose company to look at, as in: newsquery related Qin Gang");
  return chosen;
}

}  // namespace

ExitCode run_related(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  const RelatedRequest request{entity_choice(line, around), type_of(line),
                               line.whole_number("limit", kDefaultLimit)};
  const auto asked = ask(
      line, around, request, [&](Archive& archive) { return related(archive, request); },
      [&](Archive& archive, const RelatedAnswer& found) {
        return notes_on_name(archive, request, found.total);
      });
  print(around.out, output, to_answer(asked.found), around.style(output.color));
  return conclude(asked, line, around, asked.found.total > 0);
}

}  // namespace newsindex
