// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/sites/date_orders.h"

#include <utility>

namespace newsindex {

bool DateOrders::learn(const Understood& understood) {
  if (understood.clue == OrderClue::none) return false;
  if (sites_.size() >= kMostSites && !sites_.contains(understood.site)) return false;
  Site& site = sites_[understood.site];
  if (!site.articles.add(understood.article.id)) return false;
  ++(understood.clue == OrderClue::day_first ? site.day_first : site.month_first);
  return true;
}

bool DateOrders::is_settled(const std::string& name) const {
  const auto site = sites_.find(name);
  return site == sites_.end() ? sites_.size() >= kMostSites : site->second.articles.is_full();
}

// The article of an undecided date has the day-first reading; `other_reading` is the month-first
// one (see dates.h).
void DateOrders::settle(Understood& understood) const {
  if (!understood.other_reading || !understood.article.published) return;
  const auto site = sites_.find(understood.site);
  if (site == sites_.end() || site->second.day_first == site->second.month_first) return;
  if (site->second.month_first > site->second.day_first) {
    understood.article.published = std::move(understood.other_reading);
  }
  understood.other_reading.reset();
}

}  // namespace newsindex
