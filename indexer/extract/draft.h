// SPDX-License-Identifier: GPL-3.0-or-later
// A draft: what one record says about its article, as the reader of its format found it, before the
// rules that all formats share are applied. understand.h turns drafts into articles.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/dates/date_order.h"
#include "indexer/extract/why.h"
#include "schema/article.h"

namespace newsindex {

// An article, and what is still undecided about its date.
struct Dated {
  Article article;
  OrderClue clue = OrderClue::none;        // an unambiguous numeric date shows this order
  std::optional<Published> other_reading;  // second reading of a still ambiguous date
};

// A date as the source writes it.
struct DateCandidate {
  std::string text;
  std::optional<DateOrder> order = std::nullopt;  // if set, overrides the options
};

struct Draft : Dated {
  // Used if the format has not set article.published itself: the first one that can be read counts.
  std::vector<DateCandidate> published{};
  std::optional<Published> named_day{};  // the day in the id: used last, or for an ambiguous date
  std::string embargo{};                 // when it ends: the article counts as published then
  std::string modified{};                // a date, or empty
  std::string version_time{};            // counts as modified only if it is later than published

  std::vector<std::string> bylines{};        // people as printed: "By Ann Lee and Jo Day"
  std::vector<std::string> filing_places{};  // where it was written, the most trusted first

  std::string refusal{};            // why there is no article, half a sentence; or empty
  bool refusal_is_of_file = false;  // it holds for other records of the file too: report it once
  std::string warning{};            // what a person should know about the article, or empty
  Why why{};                        // for pages, if the options ask for it
  bool is_own = false;  // newsindex wrote the record (see own_article.h): taken as it is
};

inline Draft refused(std::string why, bool is_of_file = false) {
  Draft draft;
  draft.refusal = std::move(why);
  draft.refusal_is_of_file = is_of_file;
  return draft;
}

}  // namespace newsindex
