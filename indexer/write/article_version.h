// SPDX-License-Identifier: GPL-3.0-or-later
// Decides which of several articles with the same id is the newest. What the records say counts
// first, then the time when their sources last changed, then their order. So an archive is the same
// whether its sources arrive night by night or all at once.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "schema/article.h"

namespace newsindex {

// Compared field by field, in this order.
struct ArticleVersion {
  std::uint64_t number = 0;    // the version number in the record; 0: none
  std::int64_t said = 0;       // the latest time that the record states: modified or published
  std::int64_t published = 0;  // both in seconds since 1970; the lowest number: no time stated
  std::int64_t source_ns = 0;  // when its source last changed, in ns since 1970; 0: unknown
  std::string source;
  std::uint64_t record = 0;
  auto operator<=>(const ArticleVersion&) const = default;
};

ArticleVersion version_of(const Article& article, std::int64_t source_ns);

}  // namespace newsindex
