// SPDX-License-Identifier: GPL-3.0-or-later
// From a record to an article. A pure function of the record and the options: it reads no clock and
// can run on many threads.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "indexer/extract/dates/days_in_names.h"
#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// What is left open of its date is settled by the other dates of its site (see date_orders.h).
struct Understood : Dated {
  std::string site{};     // source name, host, or folder: whose habit of writing dates it is
  NameDigits name{};      // of an article, for settling by the other names of the same source
  Why why{};              // of a page, when asked for
  std::string warning{};  // what a person should know of it, or empty
  bool is_own = false;    // what we wrote ourselves: nothing is to be found out about it
};

using Understanding = std::variant<Understood, Reject>;

// Whose habits of writing dates an article has: its source, or the host of its address, or its
// folder.
std::string site_of(const Article& article);

Understanding understand(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
