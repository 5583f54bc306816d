// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/run.h"

#include <ostream>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "query/answer/from_search.h"
#include "query/search/notes.h"
#include "query/search/search.h"
#include "schema/archive/archive.h"
#include "schema/query_language/parser.h"
#include "schema/shown.h"
#include "schema/text/characters.h"

namespace newsindex {
namespace {

// Names the damaged segments of which an answer has nothing.
bool tell(const std::vector<LeftOut>& left_out, const Request& request, std::ostream& messages) {
  for (const LeftOut& each : left_out)
    messages << "newsquery: " << to_text(each, request.archive) << '\n';
  return !left_out.empty();
}

template <class Found>
std::vector<QueryNote> notes_of(Archive& archive, const Request& request, const Found& found) {
  constexpr bool has_query =
      std::is_same_v<Found, SearchAnswer> || std::is_same_v<Found, CountAnswer>;
  if constexpr (has_query) return notes_on(archive, request, found.total);
  return {};
}

void tell(const std::vector<QueryNote>& notes, std::ostream& messages) {
  for (const QueryNote& note : notes)
    messages << "newsquery: note: " << shown(to_text(note)) << '\n';
}

// The answer, what it has nothing of, and the notes on the query.
template <class Ask>
auto ask(const Request& request, Ask&& question) {
  try {
    return with_archive(request.archive, [&](Archive& archive) {
      auto answer = question(archive, request);
      auto notes = notes_of(archive, request, answer);
      return std::tuple(std::move(answer), archive.left_out(), std::move(notes));
    });
  } catch (const QueryError& error) {
    throw Error(ExitCode::usage, error.what(), place_in_query(error, request.typed));
  }
}

void print(std::ostream& out, const Answer& answer, const Request& request, const Style& style) {
  render(out, request.fields.empty() ? answer : with_fields(answer, request.fields), request.format,
         style);
}

template <class Ask>
ExitCode run(const Request& request, std::ostream& out, std::ostream& messages, const Style& style,
             Ask&& question) {
  const auto [found, left_out, notes] = ask(request, question);
  print(out, to_answer(found), request, style);
  tell(notes, messages);
  if (tell(left_out, request, messages)) return ExitCode::some_rejected;
  return found.total > 0 ? ExitCode::ok : ExitCode::no_match;
}

bool begins_with_in_any_case(const std::string& text, const std::string& beginning) {
  std::string folded;
  std::string wanted;
  append_folded_word(folded, text);
  append_folded_word(wanted, beginning);
  return folded.starts_with(wanted);
}

}  // namespace

ExitCode run_search(const Request& request, std::ostream& out, std::ostream& messages,
                    const Style& style) {
  return run(request, out, messages, style, search);
}

ExitCode run_count(const Request& request, std::ostream& out, std::ostream& messages,
                   const Style& style) {
  return run(request, out, messages, style, count);
}

ExitCode run_facets(const Request& request, std::ostream& out, std::ostream& messages,
                    const Style& style) {
  return run(request, out, messages, style, facets);
}

ExitCode run_timeline(const Request& request, std::ostream& out, std::ostream& messages,
                      const Style& style) {
  return run(request, out, messages, style, timeline);
}

ExitCode run_entities(const Request& request, std::ostream& out, std::ostream& messages,
                      const Style& style) {
  return run(request, out, messages, style, entities);
}

ExitCode run_related(const Request& request, std::ostream& out, std::ostream& messages,
                     const Style& style) {
  return run(request, out, messages, style, related);
}

ExitCode run_complete(const Request& request, std::ostream& out, std::ostream& messages,
                      const Style& style) {
  auto [found, left_out, notes] = ask(request, facets);
  Facet& facet = found.facets.front();
  std::erase_if(facet.values, [&](const FacetValue& value) {
    return !begins_with_in_any_case(value.name, request.prefix);
  });
  print(out, to_answer(facet), request, style);
  if (tell(left_out, request, messages)) return ExitCode::some_rejected;
  return facet.values.empty() ? ExitCode::no_match : ExitCode::ok;
}

ExitCode run_show(const Request& request, std::ostream& out, std::ostream& messages,
                  const Style& style) {
  const auto [found, left_out, notes] = ask(request, show);
  print(out, to_answer(found), request, style);
  for (const std::string& id : found.missing)
    messages << "newsquery: no article '" << shown(id) << "' in archive '"
             << shown(request.archive.string()) << "'\n";
  if (tell(left_out, request, messages)) return ExitCode::some_rejected;
  return found.missing.empty() ? ExitCode::ok : ExitCode::no_match;
}

}  // namespace newsindex
