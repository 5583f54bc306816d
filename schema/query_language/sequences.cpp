// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/sequences.h"

#include <charconv>

#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

constexpr std::string_view kRange = "..";

}  // namespace

SequenceRange parse_sequences(std::string_view text, std::size_t start) {
  const Span span{start, start + text.size()};
  const auto number = [&](std::string_view digits, std::uint64_t none) {
    if (digits.empty()) return none;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size())
      throw QueryError("ingested: takes numbers, as in ingested:1200.. or ingested:1200..1300",
                       span);
    return value;
  };
  SequenceRange range;
  const std::size_t dots = text.find(kRange);
  if (dots == std::string_view::npos) {
    range.first = range.last = number(text, 0);
  } else {
    range.first = number(text.substr(0, dots), range.first);
    range.last = number(text.substr(dots + kRange.size()), range.last);
  }
  if (range.first > range.last)
    throw QueryError("the range ends before it begins", span,
                     {{span, std::to_string(range.last) + ".." + std::to_string(range.first)}});
  return range;
}

std::string to_string(const SequenceRange& range) {
  const SequenceRange all;
  if (range.first == range.last) return std::to_string(range.first);
  return (range.first == all.first ? "" : std::to_string(range.first)) + std::string(kRange) +
         (range.last == all.last ? "" : std::to_string(range.last));
}

}  // namespace newsindex
