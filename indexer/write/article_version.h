// SPDX-License-Identifier: GPL-3.0-or-later
// Which of several articles with one id is the newest. What the records say decides; where they say
// the same, when their sources last changed; then their order. So an archive is the same whether
// its sources came night by night or all at once.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "schema/article.h"

namespace newsindex {

// Compares as its fields do, in this order.
struct ArticleVersion {
  std::uint64_t number = 0;    // that the record gives itself; 0: none
  std::int64_t said = 0;       // the latest moment that it names: modified, or published
  std::int64_t published = 0;  // both in seconds since 1970; the least number: it names none
  std::int64_t source_ns = 0;  // when its source last changed, since 1970; 0: not known
  std::string source;
  std::uint64_t record = 0;
  auto operator<=>(const ArticleVersion&) const = default;
};

ArticleVersion version_of(const Article& article, std::int64_t source_ns);

}  // namespace newsindex
