// SPDX-License-Identifier: GPL-3.0-or-later
#include <istream>
#include <iterator>

#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/commands/option_values.h"
#include "query/search/search.h"
#include "schema/text/characters.h"

namespace newsindex {
namespace {

std::string text_of(std::istream& in) {
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) throw Error(ExitCode::io, "cannot read the standard input");
  if (is_blank(text))
    throw Error(ExitCode::usage, "the standard input is empty; similar - reads a text from it");
  return text;
}

// Replaces bytes that are not valid UTF-8 by U+FFFD.
std::string valid_utf8(const std::string& text) {
  std::string valid;
  for (std::size_t at = 0; at < text.size();) append_utf8(valid, next_character(text, at));
  return valid;
}

std::vector<std::string> ids_of(const CommandLine& line, const char* option) {
  std::vector<std::string> ids;
  for (const std::string& list : line.texts(option))
    for (const std::string& id : parts_of(list)) ids.push_back(id);
  return ids;
}

// The query of --query, parsed like the query of a search.
QueryChoice filter_choice(const CommandLine& line, const Surroundings& around) {
  return query_choice(line.text("query"), line, around);
}

SimilarRequest similar_request(const CommandLine& line, const Surroundings& around,
                               const OutputChoice& output) {
  if (line.words.empty())
    throw Error(ExitCode::usage,
                "say which article, by its id or address, or - for a text on the standard input, "
                "as in: newsquery similar 20230402-17");
  SimilarRequest request{filter_choice(line, around)};
  request.query_text = line.words.front();
  if (line.words.front() == "-")
    request.text = valid_utf8(text_of(around.in));
  else
    request.like = line.words.front();
  request.relevant = ids_of(line, "relevant");
  request.not_like = ids_of(line, "not-like");
  request.copies = line.has("copies");
  request.limit = line.whole_number("limit", kDefaultLimit);
  request.offset = line.whole_number("offset", 0);
  request.detail = detail_for(output);
  request.explain = line.has("explain");
  request.snippet_length = line.whole_number("snippet-length", kDefaultSnippetLength);
  return request;
}

}  // namespace

ExitCode run_similar(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  const SimilarRequest request = similar_request(line, around, output);
  const auto asked =
      ask(line, around, request, [&](Archive& archive) { return similar(archive, request); });
  print(around.out, output, to_answer(asked.found, shown_for(output)), around.style(output.color));
  return conclude(asked, line, around, !asked.found.hits.empty());
}

}  // namespace newsindex
