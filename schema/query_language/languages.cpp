// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/languages.h"

#include <algorithm>
#include <vector>

#include "schema/language_names.h"
#include "schema/nearest_name.h"
#include "schema/query_language/did_you_mean.h"
#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

constexpr std::size_t kLeastSlip = 4;  // letters; nearly all pairs of letters are codes

// Proposes the nearest language name.
std::vector<Proposal> nearest_language(std::string_view written, Span span) {
  if (written.size() > kLongestMisspelling || written.size() < kLeastSlip) return {};
  const std::string nearest = nearest_name(written, english_language_names());
  if (nearest.empty()) return {};
  return {{span, nearest, " (did you mean '", "'?)"}};
}

}  // namespace

std::string language_of_clause(std::string_view written, Span span) {
  std::string code = language_code(written);
  if (!code.empty()) return code;
  throw QueryError("there is no language '" + std::string(written) +
                       "'; write a code of ISO 639-1 or a name, as in lang:de or lang:German",
                   span, nearest_language(written, span));
}

bool is_language_as_stored(std::string_view written) {
  constexpr std::size_t kLongestCode = 3;
  const std::string_view code = written.substr(0, written.find('-'));
  return !code.empty() && code.size() <= kLongestCode &&
         std::all_of(written.begin(), written.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

}  // namespace newsindex
