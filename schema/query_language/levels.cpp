// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/levels.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "schema/query_language/parser.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

constexpr int kMostLevel = 100;

std::optional<int> level(std::string_view text) {
  if (text.empty() || !is_digit(text.front())) return std::nullopt;
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end || number > kMostLevel) return std::nullopt;
  return number;
}

Levels compared(std::string_view sign, int number) {
  if (sign == ">=") return {number, kMostLevel};
  if (sign == ">") return {number + 1, kMostLevel};
  if (sign == "<=") return {0, number};
  if (sign == "<") return {0, number - 1};
  return {number, number};
}

}  // namespace

std::size_t comparison_size(std::string_view text) {
  if (text.starts_with(">=") || text.starts_with("<=")) return 2;
  return !text.empty() && std::string_view("<>=").find(text[0]) != std::string_view::npos ? 1 : 0;
}

std::optional<std::size_t> find_threshold(std::string_view word) {
  for (std::size_t at = word.find_first_of("<>"); at != std::string_view::npos;
       at = word.find_first_of("<>", at + 1)) {
    const std::string_view rest = word.substr(at);
    if (comparison_size(rest) == 2) return at;
    const std::string_view number = rest.substr(1);
    if (at > 0 && !number.empty() && std::all_of(number.begin(), number.end(), is_digit)) return at;
  }
  return std::nullopt;
}

Levels parse_levels(std::string_view sign, std::string_view number, Span span) {
  const auto known = level(number);
  if (!known)
    throw QueryError(
        (number.empty() ? "there is no number behind '" + std::string(sign) + "'"
                        : "'" + std::string(number) + "' is not a level from 0 to 100") +
            "; write it as in person:biden>=85, and put a name that contains <, > or = in quotes",
        span);
  const Levels levels = compared(sign, *known);
  if (levels.least > kMostLevel || levels.most < 0)
    throw QueryError(
        "no level can be " + std::string(sign) + std::string(number) + ": levels go from 0 to 100",
        span);
  return levels;
}

}  // namespace newsindex
