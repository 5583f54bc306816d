// SPDX-License-Identifier: GPL-3.0-or-later
// Learns which sites name their articles by day: in the names of files ("20190710-slug.html") and
// in ids ("AP880212-0001").
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/extract/sites/first_pages.h"
#include "indexer/extract/understand.h"

namespace newsindex {

// The names of a site are days if all of them can be days, and if they agree with the dates of the
// articles that have one.
class NamedDays {
 public:
  // What is known about the names of one shape at a site.
  struct Names {
    FirstPages articles;
    std::size_t days = 0;   // number of names that can be days
    std::size_t agree = 0;  // at most one day from the date of the article
    std::size_t disagree = 0;
  };
  using Sites = std::map<std::pair<std::string, std::string>, Names>;  // by site and shape

  NamedDays() = default;
  explicit NamedDays(Sites sites) : sites_(std::move(sites)) {}

  // Counts the name of an article if it is among the first 64 of its site and shape, and these
  // among the first 4096. Returns true if something was counted.
  bool learn(const Understood& understood);

  // True if no further article can change what is known about the names of its site and shape.
  bool is_settled(const Understood& understood) const;

  // Gives an article without a date the day of its name, if the names of its site are days.
  void settle(Understood& understood) const;

  const Sites& sites() const { return sites_; }

 private:
  Sites sites_;
};

}  // namespace newsindex
