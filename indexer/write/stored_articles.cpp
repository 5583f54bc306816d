// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/stored_articles.h"

#include "schema/document.h"

namespace newsindex {

Article checked_article(std::string_view stored, std::uint64_t digest) {
  Article article = decode_article(stored);
  if (column_digest(article_digest(article)) != digest)
    throw Error(ExitCode::internal, "the stored article '" + article.id +
                                        "' is damaged: it is not what its digest says");
  return article;
}

bool is_within(const Article& article, const DayRange& days) {
  if (!article.published) return false;
  const DayRange covered = days_covered(*article.published);
  return days.first <= covered.first && covered.last <= days.last;
}

}  // namespace newsindex
