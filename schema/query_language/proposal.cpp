// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/proposal.h"

#include <algorithm>

#include "schema/query_language/characters.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongestShown = 200;  // bytes; a longer proposal is no help

bool overlap(Span a, Span b) { return a.start < b.end && b.start < a.end; }

bool is_right(const Proposal& proposal, std::string_view query, const FirstFault& fault) {
  if (proposal.text.empty() || proposal.text.size() > kLongestShown) return false;
  const std::size_t start = proposal.span.start;
  const auto wrong = fault(with_proposal(query, proposal));
  return !wrong || !overlap(*wrong, {start, start + proposal.text.size()});
}

bool is_plain(char32_t code) {
  return is_letter(code) || (code >= '0' && code <= '9') || code == '-' || code == '_' ||
         code == '.';
}

// True for a value that needs no quotes.
bool is_plain_value(std::string_view value) {
  if (value.empty() || !is_letter(code_point_at(value, 0).code)) return false;
  for (std::size_t at = 0; at < value.size();) {
    const auto [code, size] = code_point_at(value, at);
    if (!is_plain(code)) return false;
    at += size;
  }
  return true;
}

}  // namespace

std::string with_proposal(std::string_view query, const Proposal& proposal) {
  return std::string(query.substr(0, proposal.span.start)) + proposal.text +
         std::string(query.substr(std::min(proposal.span.end, query.size())));
}

QueryError with_hint(const QueryError& error, std::string_view query, const FirstFault& fault) {
  for (const Proposal& proposal : error.proposals())
    if (is_right(proposal, query, fault))
      return {error.what() + proposal.before + proposal.text + proposal.after,
              error.span(),
              {proposal}};
  return {error.what(), error.span()};
}

std::string hint(std::string_view before, std::string_view text, std::string_view after) {
  try {
    if (text.size() > kLongestShown) return "";
    parse_query(text, {});
  } catch (const QueryError&) {
    return "";
  }
  return std::string(before) + std::string(text) + std::string(after);
}

std::string clause_text(std::string_view field, std::string_view value) {
  const std::string_view quote = is_plain_value(value) ? "" : "\"";
  std::string text = std::string(field) + ":" + std::string(quote);
  for (const char c : value) text += c == '"' ? ' ' : c;
  return text + std::string(quote);
}

std::string whole_clause_text(std::string_view field, std::string_view value) {
  std::string text = std::string(field) + ":=\"";
  for (const char c : value) text.append(c == '"' ? 2 : 1, c);
  return text + "\"";
}

}  // namespace newsindex
