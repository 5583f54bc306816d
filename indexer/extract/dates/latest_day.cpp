// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/latest_day.h"

#include <chrono>
#include <utility>

namespace newsindex {

Day latest_day(const Record& record, const UnderstandOptions& options) {
  if (const auto retrieved = published_from_iso(record.retrieved)) return next_day(retrieved->day);
  if (options.reference_time) return next_day(options.reference_time->day);
  return next_day(Day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())));
}

void drop_later(Understood& understood, Day latest) {
  Article& article = understood.article;
  auto& other = understood.other_reading;
  if (other && other->day > latest) other.reset();
  if (article.published && article.published->day > latest)
    article.published = std::exchange(other, std::nullopt);
  if (article.modified && article.modified->day > latest) article.modified.reset();
}

}  // namespace newsindex
