// SPDX-License-Identifier: GPL-3.0-or-later
// Learns which order of day and month each site uses, from its dates that can be read in only one
// way.
#pragma once

#include <map>
#include <string>

#include "indexer/extract/sites/first_pages.h"
#include "indexer/extract/understand.h"

namespace newsindex {

class DateOrders {
 public:
  // What is known about a site.
  struct Site {
    FirstPages articles;  // those that gave a clue
    std::size_t day_first = 0;
    std::size_t month_first = 0;
  };
  using Sites = std::map<std::string, Site>;

  DateOrders() = default;
  explicit DateOrders(Sites sites) : sites_(std::move(sites)) {}

  // Counts the clue of an article if it is among the first 64 of its site, and the site among the
  // first 4096. Returns true if something was counted.
  bool learn(const Understood& understood);

  // True if no further article can change what is known about the site.
  bool is_settled(const std::string& site) const;

  // Gives an article with an undecided date the reading that its site's other dates use. The date
  // stays marked as ambiguous. Changes nothing if the site shows no order, or both equally.
  void settle(Understood& understood) const;

  const Sites& sites() const { return sites_; }

 private:
  Sites sites_;
};

}  // namespace newsindex
