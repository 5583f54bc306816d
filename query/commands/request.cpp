// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/request.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "schema/command_line/command_line.h"
#include "schema/error.h"
#include "schema/fields.h"
#include "schema/query_language/did_you_mean.h"

namespace newsindex {
namespace {

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
constexpr std::array kFormats{Named{"text", Format::text},   Named{"json", Format::json},
                              Named{"jsonl", Format::jsonl}, Named{"tsv", Format::tsv},
                              Named{"csv", Format::csv},     Named{"ids", Format::ids},
                              Named{"trec", Format::trec}};
constexpr std::array kCommands{
    Named{"search", Command::search},     Named{"count", Command::count},
    Named{"show", Command::show},         Named{"facets", Command::facets},
    Named{"timeline", Command::timeline}, Named{"entities", Command::entities},
    Named{"related", Command::related},   Named{"batch", Command::batch},
    Named{"complete", Command::complete}};

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

// The value with this name; the first when none is given. Names are those of the table of options.
template <class Table>
auto choice(const std::string& given, const Table& table) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == given; });
  return found == table.end() ? table.front().value : found->value;
}

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return number;
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

// The values of one field, of all articles.
void set_completion(Request& request, const std::vector<std::string>& words) {
  request.by = {facet_named(words.front())};
  request.prefix = joined_words({words.begin() + 1, words.end()});
  request.limit = kNoLimit;
}

// What a command cannot do without.
void check_complete(const Request& request, const CommandLine& line) {
  if (request.command == Command::search && request.query.kind == Node::Kind::all &&
      request.query_text.find_first_not_of(" \t\n") == std::string::npos)
    refuse("say what to search for, as in: newsquery search oil spill");
  if (request.command == Command::show && request.ids.empty())
    refuse("say which articles to show, by their ids, as in: newsquery show 20230402-17");
  if (request.command == Command::facets && !line.has("by"))
    refuse("say what to count by, as in: newsquery facets --by source; the fields are " +
           joined(facet_names()));
  if (request.command == Command::related &&
      request.query.text.find_first_not_of(" \t\n") == std::string::npos)
    refuse("say whose company to look at, as in: newsquery related Qin Gang");
  if (request.command == Command::batch && !line.has("queries"))
    refuse("say where the queries are, as in: newsquery batch --queries FILE");
}

}  // namespace

Format format_of(const CommandLine& line) {
  const std::string given = line.text("format");
  return given.empty() && line.command == "batch" ? Format::trec : choice(given, kFormats);
}

Color color_of(const CommandLine& line) { return choice(line.text("color"), kColors); }

Request make_request(const CommandLine& line, const Environment& environment, Day today) {
  Request request;
  request.command = choice(line.command, kCommands);
  request.match = choice(line.text("match"), kMatches);
  if (request.command == Command::entities)
    request.by_name = choice(line.text("sort"), kEntitySorts);
  else
    request.sort = choice(line.text("sort"), kSorts);
  request.type = choice(line.text("type"), kTypes);
  request.color = color_of(line);
  request.format = format_of(line);
  request.fields = fields_named(line.text("fields"), request.format);
  request.detail = detail_for(request.format, request.fields);
  request.limit =
      line.whole_number("limit", request.format == Format::ids ? kNoLimit : kDefaultLimit);
  request.offset = line.whole_number("offset", 0);
  request.snippet_length = line.whole_number("snippet-length", kDefaultSnippetLength);
  request.half_life_days = half_life(line.text("recent"));
  request.explain = line.has("explain");
  request.collapse = line.has("collapse");
  request.count_stories = line.has("count-stories");
  request.today = day_named(line.text("today"), today);
  request.queries = line.text("queries");
  if (request.command == Command::timeline) request.step = choice(line.text("by"), kSteps);
  if (request.command == Command::facets && line.has("by"))
    request.by = facets_named(line.text("by"));
  if (request.command == Command::show)
    request.ids = line.words;
  else if (request.command == Command::complete)
    set_completion(request, line.words);
  else
    request.query_text = joined_words(line.words);
  try {
    if (request.command == Command::related)
      read_entity(request);
    else if (request.command != Command::entities)
      parse_texts(request, line.texts("prefer"));
  } catch (const QueryError& error) {
    throw Error(ExitCode::usage, error.what(), place_in_query(error, request.typed));
  }
  check_complete(request, line);
  request.archive = resolve_archive(line.text("archive"), environment);
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
