// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/request.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "query/commands/flags.h"
#include "schema/error.h"
#include "schema/fields.h"
#include "schema/query_language/did_you_mean.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostSnippetLength = 10'000;
constexpr std::string_view kBeforePreference = " --prefer ";

template <class Value>
struct Named {
  std::string_view name;
  Value value;
};

constexpr std::array kMatches{Named{"all", Match::all}, Named{"any", Match::any}};
constexpr std::array kSorts{Named{"relevance", Sort::relevance}, Named{"newest", Sort::newest},
                            Named{"oldest", Sort::oldest}};
constexpr std::array kColors{Named{"auto", Color::automatic}, Named{"always", Color::always},
                             Named{"never", Color::never}};
constexpr std::array kSteps{Named{"month", Step::month}, Named{"day", Step::day},
                            Named{"year", Step::year}};
// The first stands for no choice.
constexpr std::array kTypes{Named{"", std::optional<EntityType>()},
                            Named{"person", std::optional(EntityType::person)},
                            Named{"org", std::optional(EntityType::organisation)},
                            Named{"organisation", std::optional(EntityType::organisation)},
                            Named{"organization", std::optional(EntityType::organisation)},
                            Named{"place", std::optional(EntityType::place)}};
constexpr std::array kEntitySorts{Named{"count", false}, Named{"name", true}};
constexpr std::array kFormats{Named{"text", Format::text}, Named{"json", Format::json},
                              Named{"jsonl", Format::jsonl}, Named{"tsv", Format::tsv},
                              Named{"csv", Format::csv}};
constexpr std::array kSearchFormats{Named{"text", Format::text},   Named{"json", Format::json},
                                    Named{"jsonl", Format::jsonl}, Named{"tsv", Format::tsv},
                                    Named{"csv", Format::csv},     Named{"ids", Format::ids}};
constexpr std::array kBatchFormats{Named{"trec", Format::trec}, Named{"jsonl", Format::jsonl},
                                   Named{"tsv", Format::tsv}, Named{"csv", Format::csv}};

[[noreturn]] void refuse(const std::string& sentence) { throw Error(ExitCode::usage, sentence); }

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// What stands between the commas.
std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    parts.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// The value with this name; the first when none is given.
template <class Table>
auto choice(std::string_view option, const std::string& given, const Table& table) {
  if (given.empty()) return table.front().value;
  std::vector<std::string> names;
  for (const auto& row : table) {
    if (row.name == given) return row.value;
    if (!row.name.empty()) names.emplace_back(row.name);
  }
  refuse(std::string(option) + " '" + given + "' is not one of " + joined(names) +
         did_you_mean(given, names));
}

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return number;
}

std::size_t number(std::string_view option, const std::string& given, std::size_t otherwise,
                   std::size_t most) {
  if (given.empty()) return otherwise;
  const auto known = whole_number(given);
  if (!known || *known > most)
    refuse(std::string(option) + " '" + given + "' is not a number from 0 to " +
           std::to_string(most));
  return *known;
}

// "7d", "2w", "3m", "1y" in days.
std::optional<double> half_life(const std::string& given) {
  if (given.empty()) return std::nullopt;
  constexpr std::array kUnits{Named{"d", 1.0}, Named{"w", 7.0}, Named{"m", 365.25 / 12},
                              Named{"y", 365.25}};
  const std::string_view digits = std::string_view(given).substr(0, given.size() - 1);
  const auto count = whole_number(digits);
  for (const auto& unit : kUnits)
    if (count && *count > 0 && given.ends_with(unit.name))
      return static_cast<double>(*count) * unit.value;
  refuse("--recent '" + given + "' is not a half-life; write 7d, 2w, 3m or 1y");
}

Day day_named(const std::string& given, Day today) {
  if (given.empty()) return today;
  const auto published = published_from_iso(given);
  if (!published || published->precision != Precision::day)
    refuse("--today '" + given + "' is not a day that exists; write it as 2023-04-02");
  return published->day;
}

Format format_named(Command command, const std::string& given) {
  if (command == Command::batch) return choice("--format", given, kBatchFormats);
  if (command == Command::search) return choice("--format", given, kSearchFormats);
  return choice("--format", given, kFormats);
}

// ---- --fields

std::vector<std::string> fields_named(const std::string& given, Format format) {
  if (given.empty()) return {};
  if (format == Format::trec || format == Format::ids)
    refuse("--fields does not go with --format trec or ids, which have columns of their own");
  return parts_of(given);
}

HitDetail detail_for(Format format, const std::vector<std::string>& fields) {
  if (format == Format::trec || format == Format::ids) return HitDetail::id;
  const auto is_marked = [](const std::string& name) {
    return name == "snippet" || name == "title_matches";
  };
  if (!fields.empty())
    return std::any_of(fields.begin(), fields.end(), is_marked) ? HitDetail::text
                                                                : HitDetail::article;
  return format == Format::tsv || format == Format::csv ? HitDetail::article : HitDetail::text;
}

// ---- --by

std::vector<std::string> facet_names() {
  std::vector<std::string> names;
  for (const Field& known : kFields)
    if (known.facet) names.emplace_back(known.name);
  return names;
}

std::string facet_named(const std::string& name) {
  const std::vector<std::string> names = facet_names();
  const Field* known = find_field(name);
  if (known == nullptr)
    refuse("--by: unknown field '" + name + "'" + did_you_mean(name, names) + "; the fields are " +
           joined(names));
  if (!known->facet)
    refuse("--by: articles cannot be counted by '" + name + "'; the fields are " + joined(names));
  return std::string(known->name);
}

std::vector<std::string> facets_named(const std::string& given) {
  std::vector<std::string> fields;
  for (const std::string& part : parts_of(given)) {
    std::string name = facet_named(part);
    if (std::find(fields.begin(), fields.end(), name) == fields.end())
      fields.push_back(std::move(name));
  }
  return fields;
}

// ---- the query

// Moves the spans to where the text stands in Request::typed.
void move_spans(Node& node, std::size_t by) {
  node.span.start += by;
  node.span.end += by;
  for (Node& child : node.children) move_spans(child, by);
}

// Parses a text and appends it to `typed`. Throws QueryError that points into it.
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

void parse_texts(Request& request, const std::vector<std::string>& preferences) {
  const ParseOptions options{request.match, request.today};
  request.query = parse_into(request.typed, request.query_text, options);
  for (const std::string& clause : preferences) {
    request.typed += kBeforePreference;
    request.prefer.push_back(parse_into(request.typed, clause, options));
    if (request.prefer.back().kind == Node::Kind::all)
      refuse("--prefer needs a clause, as in --prefer topic:sport");
  }
}

// What `related` is asked about: a name, or a clause as in person:Obama.
void read_entity(Request& request) {
  request.typed = request.query_text;
  const std::size_t colon = request.query_text.find(':');
  const Field* known = find_field(std::string_view(request.query_text).substr(0, colon));
  if (colon != std::string::npos && known != nullptr && known->matching == Matching::entity) {
    request.query = parse_query(request.query_text, {request.match, request.today});
    if (request.query.kind == Node::Kind::label) return;
    refuse("related takes one name, as in person:\"Qin Gang\"");
  }
  request.query.kind = Node::Kind::label;
  request.query.field = "entity";
  request.query.text = request.query_text;
  request.query.span = {0, request.query_text.size()};
}

std::string joined_words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// What a command cannot do without.
void check_complete(const Request& request, const Flags& flags) {
  if (request.command == Command::search && request.query.kind == Node::Kind::all &&
      request.query_text.find_first_not_of(" \t\n") == std::string::npos)
    refuse("say what to search for, as in: newsquery search oil spill");
  if (request.command == Command::show && request.ids.empty())
    refuse("say which articles to show, by their ids, as in: newsquery show 20230402-17");
  if (request.command == Command::facets && flags.by.empty())
    refuse("say what to count by, as in: newsquery facets --by source; the fields are " +
           joined(facet_names()));
  if (request.command == Command::related &&
      request.query.text.find_first_not_of(" \t\n") == std::string::npos)
    refuse("say whose company to look at, as in: newsquery related Qin Gang");
  if (request.command == Command::batch && flags.queries.empty())
    refuse("say where the queries are, as in: newsquery batch --queries FILE");
}

}  // namespace

Request make_request(const Flags& flags, const Environment& environment, Day today) {
  Request request;
  request.command = flags.command;
  request.match = choice("--match", flags.match, kMatches);
  if (flags.command == Command::entities)
    request.by_name = choice("--sort", flags.sort, kEntitySorts);
  else
    request.sort = choice("--sort", flags.sort, kSorts);
  request.type = choice("--type", flags.type, kTypes);
  request.color = choice("--color", flags.color, kColors);
  request.format = format_named(flags.command, flags.format);
  request.fields = fields_named(flags.fields, request.format);
  request.detail = detail_for(request.format, request.fields);
  request.limit = number("--limit", flags.limit,
                         request.format == Format::ids ? kNoLimit : kDefaultLimit, kMostLimit);
  request.offset = number("--offset", flags.offset, 0, kMostLimit);
  request.snippet_length =
      number("--snippet-length", flags.snippet_length, kDefaultSnippetLength, kMostSnippetLength);
  request.half_life_days = half_life(flags.recent);
  request.explain = flags.explain;
  request.collapse = flags.collapse;
  request.count_stories = flags.count_stories;
  request.today = day_named(flags.today, today);
  request.queries = flags.queries;
  if (flags.command == Command::timeline) request.step = choice("--by", flags.by, kSteps);
  if (flags.command == Command::facets && !flags.by.empty()) request.by = facets_named(flags.by);
  if (flags.command == Command::show)
    request.ids = flags.words;
  else
    request.query_text = joined_words(flags.words);
  try {
    if (request.command == Command::related)
      read_entity(request);
    else if (request.command != Command::entities)
      parse_texts(request, flags.prefer);
  } catch (const QueryError& error) {
    throw Error(ExitCode::usage, error.what(), place_in_query(error, request.typed));
  }
  check_complete(request, flags);
  request.archive = resolve_archive(flags.archive, environment);
  return request;
}

Request with_query(const Request& request, const std::string& query) {
  Request another = request;
  another.query_text = query;
  another.typed.clear();
  another.query = parse_into(another.typed, query, {request.match, request.today});
  // The preferences keep pointing into their own text.
  const std::string preferences = request.typed.substr(request.query_text.size());
  another.typed += preferences;
  const std::size_t before = request.query_text.size();
  for (Node& clause : another.prefer) move_spans(clause, query.size() - before);
  return another;
}

}  // namespace newsindex
