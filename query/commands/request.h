// SPDX-License-Identifier: GPL-3.0-or-later
// What newsquery was asked to do, resolved: the command line, environment and configuration have
// become values, and the query a tree. Making a request opens no archive.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "query/render/render.h"
#include "query/search/results.h"
#include "schema/archive/location.h"
#include "schema/article.h"
#include "schema/published.h"
#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"

namespace newsindex {

enum class Command { search, count, show, facets, timeline, entities, related, batch, complete };

enum class Sort { relevance, newest, oldest };

enum class Color { automatic, always, never };  // automatic: on a terminal, unless NO_COLOR is set

enum class Step { day, month, year };

inline constexpr std::size_t kDefaultLimit = 10;
inline constexpr std::size_t kNoLimit = 1U << 31;  // more than an archive has
inline constexpr std::size_t kDefaultSnippetLength = 200;

struct Request {
  Command command = Command::search;
  std::filesystem::path archive;
  std::string query_text;  // as the user wrote it, the words joined by spaces
  Node query;              // Kind::all when no words were given
  std::string typed;  // query_text, then the --prefer clauses: what the spans of nodes point into
  Match match = Match::all;
  std::vector<Node> prefer;              // --prefer: adds score, does not filter
  std::optional<double> half_life_days;  // --recent
  Sort sort = Sort::relevance;
  std::size_t limit = kDefaultLimit;  // of Format::ids all, when no limit is given
  std::size_t offset = 0;
  Format format = Format::text;
  std::vector<std::string> fields;     // --fields: the columns of the answer, if not all
  HitDetail detail = HitDetail::text;  // what the format and the fields need
  bool explain = false;
  bool collapse = false;       // search: one copy of each story
  bool count_stories = false;  // facets, timeline: stories in place of articles
  std::size_t snippet_length = kDefaultSnippetLength;  // characters of a snippet in text
  Color color = Color::automatic;
  Day today{};
  std::vector<std::string> by;     // facets: names in schema/fields, each once
  Step step = Step::month;         // timeline
  std::vector<std::string> ids;    // show
  std::string prefix;              // complete: what values begin with
  std::optional<EntityType> type;  // entities, related: only these
  bool by_name = false;            // entities: in the order of names
  std::filesystem::path queries;   // batch: `id<TAB>query` a line; "-" is the standard input
};

class CommandLine;

// Gives a command line a meaning. `today` is the local day, unless --today names another. Throws
// Error(usage) that names the option, or shows the query with a caret under what is wrong, and
// Error(config) for a configuration file that cannot be read.
Request make_request(const CommandLine& line, const Environment& environment, Day today);

// What --format and --color say.
Format format_of(const CommandLine& line);
Color color_of(const CommandLine& line);

// The same request with another query, as in a file of queries. Throws QueryError.
Request with_query(const Request& request, const std::string& query);

}  // namespace newsindex
