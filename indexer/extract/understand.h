// SPDX-License-Identifier: GPL-3.0-or-later
// Turns a record into an article. This is a pure function of the record and the options: it reads
// no clock and can run on many threads.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "indexer/extract/dates/days_in_names.h"
#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// The article of one record. If its date is still ambiguous, the other dates of its site decide
// (see date_orders.h).
struct Understood : Dated {
  std::string site{};     // source name, host or folder (see site_of)
  NameDigits name{};      // digits in the file name or id that may be its day (see named_days.h)
  Why why{};              // for pages, if the options ask for it
  std::string warning{};  // what a person should know about the article, or empty
  bool is_own = false;    // newsindex wrote the record (see own_article.h): taken as it is
};

using Understanding = std::variant<Understood, Reject>;

// The site of an article: its source name, else the host of its URL, else its folder. Articles of
// one site are assumed to write dates in the same way.
std::string site_of(const Article& article);

Understanding understand(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
