// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/stored_articles.h"

namespace newsindex {

bool is_within(const Article& article, const DayRange& days) {
  if (!article.published) return false;
  const DayRange covered = days_covered(*article.published);
  return days.first <= covered.first && covered.last <= days.last;
}

}  // namespace newsindex
