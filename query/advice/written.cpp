// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/advice/written.h"

#include "schema/query_language/proposal.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongestSuggestion = 200;  // bytes

}  // namespace

std::string articles_text(std::uint64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits + (count == 1 ? " article" : " articles");
}

std::string if_it_parses(const std::string& text) {
  return text.size() > kLongestSuggestion ? "" : hint("", text);
}

std::string with_replaced(std::string_view query, Span place, std::string_view text) {
  if (place.start > place.end || place.end > query.size()) return "";
  return if_it_parses(with_proposal(query, {place, std::string(text)}));
}

std::string without_double_spaces(std::string_view text) {
  std::string single;
  for (const char c : text)
    if (c != ' ' || (!single.empty() && single.back() != ' ')) single += c;
  if (!single.empty() && single.back() == ' ') single.pop_back();
  return single;
}

}  // namespace newsindex
