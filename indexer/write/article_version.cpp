// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/article_version.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace newsindex {
namespace {

std::int64_t seconds_of(const std::optional<Published>& time) {
  constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();
  return time ? to_unix_seconds(*time) : kNever;
}

}  // namespace

ArticleVersion version_of(const Article& article, std::int64_t source_ns) {
  const std::int64_t published = seconds_of(article.published);
  return {article.version,     std::max(seconds_of(article.modified), published),
          published,           source_ns,
          article.origin.path, article.origin.record};
}

}  // namespace newsindex
