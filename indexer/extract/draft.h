// SPDX-License-Identifier: GPL-3.0-or-later
// An article as a format finds it in its record: what the source says there, before anything is
// decided that goes for all formats. Each format hands on a draft; understand.h makes articles of
// them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/dates/date_order.h"
#include "indexer/extract/why.h"
#include "schema/article.h"

namespace newsindex {

// An article, and what its date leaves open.
struct Dated {
  Article article;
  OrderClue clue = OrderClue::none;        // an unambiguous numeric date shows this order
  std::optional<Published> other_reading;  // of an ambiguous date that nothing decided yet
};

// A date as the source writes it.
struct DateCandidate {
  std::string text;
  std::optional<DateOrder> order = std::nullopt;  // of its kind, whatever the options say
};

struct Draft : Dated {
  // Where the format has not found the date itself, the first of these that can be read counts.
  std::vector<DateCandidate> published{};
  std::optional<Published> named_day{};  // that the id tells, if nothing else does
  std::string embargo{};                 // when it ends, which is when the article is published
  std::string modified{};                // a date, or empty
  std::string version_time{};  // counts as a change only if it is later than the publication

  std::vector<std::string> bylines{};        // people as printed: "By Ann Lee and Jo Day"
  std::vector<std::string> filing_places{};  // where it was written, the surest first

  std::string refusal{};           // why there is no article, half a sentence; or empty
  bool refusal_is_of_all = false;  // it goes for other records of the file, too
  std::string warning{};           // what a person should know of it, or empty
  Why why{};                       // of a page, when asked for
  bool is_own = false;             // what we wrote ourselves: nothing is to be found out about it
};

inline Draft refused(std::string why, bool is_of_all = false) {
  Draft draft;
  draft.refusal = std::move(why);
  draft.refusal_is_of_all = is_of_all;
  return draft;
}

}  // namespace newsindex
