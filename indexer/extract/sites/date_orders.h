// SPDX-License-Identifier: GPL-3.0-or-later
// Which order of day and month each site uses, learned from its dates that can be read in one way
// only.
#pragma once

#include <map>
#include <string>

#include "indexer/extract/sites/first_pages.h"
#include "indexer/extract/understand.h"

namespace newsindex {

class DateOrders {
 public:
  // What is known of a site.
  struct Site {
    FirstPages articles;  // with a clue
    std::size_t day_first = 0;
    std::size_t month_first = 0;
  };
  using Sites = std::map<std::string, Site>;

  DateOrders() = default;
  explicit DateOrders(Sites sites) : sites_(std::move(sites)) {}

  // Counts the clue of an article, if it is one of the first 64 of its site; of sites the first
  // 4096. Returns whether there was something to learn.
  bool learn(const Understood& understood);

  // Whether no article will change what is known of the site.
  bool is_settled(const std::string& site) const;

  // Gives an article with an undecided date the reading that its site's other dates use. The date
  // stays marked ambiguous. Nothing changes where the site shows no order, or both equally.
  void settle(Understood& understood) const;

  const Sites& sites() const { return sites_; }

 private:
  Sites sites_;
};

}  // namespace newsindex
