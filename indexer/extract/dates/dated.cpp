// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dated.h"

#include "indexer/extract/dates/dates.h"

namespace newsindex {
namespace {

std::optional<DateReading> reading(const Understood& understood, std::string_view text,
                                   const UnderstandOptions& options) {
  const DateOptions how{options.date_order, options.reference_time, understood.article.language};
  const auto date = read_date(text, how);
  return date ? date : find_date(text, how);
}

}  // namespace

void set_published(Understood& understood, std::string_view text,
                   const UnderstandOptions& options) {
  const auto date = reading(understood, text, options);
  if (!date) return;
  understood.article.published = date->published;
  understood.other_reading = date->other_reading;
  understood.clue = date->clue;
}

void set_modified(Understood& understood, std::string_view text, const UnderstandOptions& options) {
  const auto date = reading(understood, text, options);
  if (date) understood.article.modified = date->published;
}

}  // namespace newsindex
