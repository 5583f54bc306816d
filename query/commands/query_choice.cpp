// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/query_choice.h"

#include <array>
#include <string_view>

#include "query/commands/choices.h"
#include "query/commands/option_values.h"
#include "query/saved/saved_queries.h"
#include "schema/query_language/filters.h"

namespace newsindex {
namespace {

constexpr std::array kMatches{Named{"all", Match::all}, Named{"any", Match::any}};
constexpr std::array kSorts{Named{"relevance", Sort::relevance}, Named{"newest", Sort::newest},
                            Named{"oldest", Sort::oldest}};

constexpr std::array kFeedbacks{Named{"auto", Feedback::automatic}, Named{"on", Feedback::on},
                                Named{"off", Feedback::off}};

// Moves the spans to where the text is in QueryChoice::typed.
void move_spans(Node& node, std::size_t by) {
  node.span.start += by;
  node.span.end += by;
  for (Node& child : node.children) move_spans(child, by);
}

// Parses a text and appends it to `typed`. Throws QueryError whose span points into `typed`.
Node parse_into(std::string& typed, const std::string& text, const ParseOptions& options) {
  const std::size_t start = typed.size();
  typed += text;
  try {
    Node node = parse_query(text, options);
    move_spans(node, start);
    return node;
  } catch (const QueryError& error) {
    throw QueryError(error.what(), {error.span().start + start, error.span().end + start});
  }
}

Node parse_after(QueryChoice& chosen, std::string_view option, const std::string& text) {
  chosen.typed += " --" + std::string(option) + " ";
  try {
    return parse_into(chosen.typed, text, {chosen.match, chosen.today});
  } catch (const QueryError& error) {
    throw refusal(error, chosen.typed);
  }
}

void add_preference(SearchRequest& request, const std::string& clause) {
  request.prefer.push_back(parse_after(request, "prefer", clause));
  if (request.prefer.back().kind == Node::Kind::all)
    throw Error(ExitCode::usage, "--prefer needs a clause, as in --prefer topic:sport");
}

// Replaces @NAME by saved queries. Their file is only read if the text has an @.
std::string with_saved_queries(const std::string& text, const Surroundings& around) {
  if (text.find('@') == std::string::npos) return text;
  return SavedQueries::read(saved_queries_path(around.environment)).replaced(text);
}

// Adds the filters of --where and --without to a text.
std::string filtered(const std::string& text, const CommandLine& line,
                     const ParseOptions& options) {
  return with_filters(text, field_values(line, "where"), field_values(line, "without"), options);
}

}  // namespace

Error refusal(const QueryError& error, const std::string& typed) {
  return {ExitCode::usage, error.what(), place_in_query(error, typed)};
}

ParseOptions parse_options(const CommandLine& line, const Surroundings& around) {
  return {choice(line.text("match"), kMatches), today_of(line, around.today)};
}

Synonyms synonyms_of(const CommandLine& line) {
  const std::string path = line.text("synonyms");
  return path.empty() ? Synonyms() : Synonyms::read(path);
}

QueryChoice query_choice(const std::string& text, const CommandLine& line,
                         const Surroundings& around) {
  const ParseOptions options = parse_options(line, around);
  QueryChoice chosen;
  chosen.match = options.match;
  chosen.today = options.today;
  chosen.language = language_of(line);
  chosen.typed = with_saved_queries(text, around);
  try {
    chosen.query_text = filtered(chosen.typed, line, options);
    chosen.typed.clear();
    chosen.query = parse_into(chosen.typed, chosen.query_text, options);
  } catch (const QueryError& error) {
    throw refusal(error, chosen.typed);
  }
  chosen.query = synonyms_of(line).applied(std::move(chosen.query));
  return chosen;
}

QueryChoice query_choice(const CommandLine& line, const Surroundings& around) {
  return query_choice(joined_words(line.words), line, around);
}

Node scope_of(const CommandLine& line) { return parse_query(filtered("", line, {}), {}); }

Node further_query(QueryChoice& chosen, const CommandLine& line, std::string_view option,
                   const std::string& text) {
  std::string whole = text;
  try {
    whole = filtered(text, line, {chosen.match, chosen.today});
  } catch (const QueryError& error) {
    throw refusal(error, text);
  }
  return parse_after(chosen, option, whole);
}

SearchRequest search_request(const CommandLine& line, const Surroundings& around, HitDetail detail,
                             std::size_t limit) {
  SearchRequest request{query_choice(line, around)};
  for (const std::string& clause : line.texts("prefer")) add_preference(request, clause);
  request.half_life_days = half_life(line.text("recent"));
  request.sort = choice(line.text("sort"), kSorts);
  request.feedback = choice(line.text("feedback"), kFeedbacks);
  request.weights = weights_of(line);
  request.limit = line.whole_number("limit", limit);
  request.offset = line.whole_number("offset", 0);
  request.detail = detail;
  request.explain = line.has("explain");
  request.collapse = line.has("collapse");
  request.snippet_length = line.whole_number("snippet-length", kDefaultSnippetLength);
  return request;
}

SearchRequest with_query(const SearchRequest& request, const std::string& query) {
  SearchRequest another = request;
  another.query_text = query;
  another.typed.clear();
  another.query = parse_into(another.typed, query, {request.match, request.today});
  // The spans of preferences must point to their texts, which have moved.
  const std::string preferences = request.typed.substr(request.query_text.size());
  another.typed += preferences;
  const std::size_t before = request.query_text.size();
  for (Node& clause : another.prefer) move_spans(clause, query.size() - before);
  return another;
}

}  // namespace newsindex
