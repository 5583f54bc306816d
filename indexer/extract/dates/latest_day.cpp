// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/latest_day.h"

#include <chrono>
#include <utility>

namespace newsindex {

Day latest_day(const Record& record, const UnderstandOptions& options) {
  if (const auto retrieved = published_from_iso(record.retrieved)) return next_day(retrieved->day);
  if (options.reference_time) return next_day(options.reference_time->day);
  return options.today ? next_day(*options.today) : Day(std::chrono::year::max() / 12 / 31);
}

void drop_later(Dated& dated, Day latest) {
  Article& article = dated.article;
  auto& other = dated.other_reading;
  if (other && other->day > latest) other.reset();
  if (article.published && article.published->day > latest)
    article.published = std::exchange(other, std::nullopt);
  if (article.modified && article.modified->day > latest) article.modified.reset();
}

}  // namespace newsindex
