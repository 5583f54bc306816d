// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/sites/named_days.h"

#include <algorithm>
#include <chrono>

namespace newsindex {

bool NamedDays::learn(const Understood& understood) {
  const NameDigits& name = understood.name;
  if (name.shape.empty()) return false;
  const auto key = std::pair(understood.site, name.shape);
  if (sites_.size() >= kMostSites && !sites_.contains(key)) return false;
  Names& names = sites_[key];
  if (!names.articles.add(understood.article.id)) return false;
  if (!name.day) return true;
  ++names.days;
  const auto& told = understood.article.published;
  if (!told || told->precision < Precision::day) return true;
  const auto apart = std::chrono::sys_days(told->day) - std::chrono::sys_days(name.day->day);
  // An evening article may be named by the next day.
  ++(std::chrono::abs(apart) <= std::chrono::days(1) ? names.agree : names.disagree);
  return true;
}

bool NamedDays::is_settled(const Understood& understood) const {
  const auto found = sites_.find(std::pair(understood.site, understood.name.shape));
  return found == sites_.end() || found->second.articles.is_full();
}

void NamedDays::settle(Understood& understood) const {
  constexpr std::size_t kWholeYear = 8;
  constexpr std::size_t kFewestShort = 3;  // six random digits are a day once in thirty times
  const NameDigits& name = understood.name;
  if (understood.article.published || !name.day) return;
  const auto found = sites_.find(std::pair(understood.site, name.shape));
  if (found == sites_.end()) return;
  const Names& counts = found->second;
  const std::size_t all = counts.articles.count();
  const bool whole = std::ranges::count(name.shape, '#') == kWholeYear;
  if (counts.days < all || (!whole && all < kFewestShort)) return;
  if (counts.disagree > 0 && counts.agree < 4 * counts.disagree) return;
  understood.article.published = name.day;
}

}  // namespace newsindex
