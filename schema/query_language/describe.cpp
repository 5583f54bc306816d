// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include "schema/query_language/characters.h"
#include "schema/query_language/parser.h"
#include "schema/shown.h"

namespace newsindex {
namespace {

constexpr std::size_t kContext = 60;     // characters shown before and after the place
constexpr std::size_t kMostCarets = 60;  // columns
constexpr std::string_view kIndent = "  ";
constexpr std::string_view kCut = "...";

// A character of the query, as it is printed.
struct Shown {
  std::size_t at;  // its first byte in the query
  std::string text;
  std::size_t columns;
};

std::vector<Shown> characters_of(std::string_view query) {
  std::vector<Shown> result;
  for (std::size_t at = 0; at < query.size();) {
    const auto [code, size] = code_point_at(query, at);
    const bool plain_space = code != ' ' && (code < ' ' || code == 0x7F || is_blank(code));
    if (plain_space)
      result.push_back({at, " ", 1});
    else if (code == 0xFFFD)
      result.push_back({at, "\xEF\xBF\xBD", 1});
    else
      result.push_back({at, std::string(query.substr(at, size)), columns(code)});
    at += size;
  }
  return result;
}

// The index of the first character that begins at or after a byte.
std::size_t character_index(const std::vector<Shown>& characters, std::size_t byte) {
  const auto found = std::find_if(characters.begin(), characters.end(),
                                  [byte](const Shown& c) { return c.at >= byte; });
  return static_cast<std::size_t>(found - characters.begin());
}

std::size_t width(const std::vector<Shown>& characters, std::size_t first, std::size_t last) {
  std::size_t sum = 0;
  for (std::size_t i = first; i < last; ++i) sum += characters[i].columns;
  return sum;
}

}  // namespace

std::string place_in_query(const QueryError& error, std::string_view query) {
  const std::vector<Shown> characters = characters_of(query);
  const std::size_t place = character_index(characters, error.span().start);
  const std::size_t place_end =
      std::max(place, character_index(characters, std::max(error.span().start, error.span().end)));
  const std::size_t first = place > kContext ? place - kContext : 0;
  const std::size_t last =
      std::min(characters.size(), std::min(place_end, place + kMostCarets) + kContext);

  std::string line(kIndent);
  std::string carets(kIndent);
  if (first > 0) {
    line += kCut;
    carets += std::string(kCut.size(), ' ');
  }
  for (std::size_t i = first; i < last; ++i) line += characters[i].text;
  if (last < characters.size()) line += kCut;
  const std::size_t marked = std::min(width(characters, place, place_end), kMostCarets);
  carets += std::string(width(characters, first, place), ' ') +
            std::string(std::max<std::size_t>(marked, 1), '^');
  return line + "\n" + carets;
}

std::string describe(const QueryError& error, std::string_view query) {
  return shown(error.what()) + "\n" + place_in_query(error, query);
}

}  // namespace newsindex
