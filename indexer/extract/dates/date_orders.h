// SPDX-License-Identifier: GPL-3.0-or-later
// Which order of day and month each site uses, learned from its dates that can be read in one way
// only.
#pragma once

#include <map>
#include <string>

#include "indexer/extract/understand.h"

namespace newsindex {

class DateOrders {
 public:
  // Counts the clue of an article.
  void learn(const Understood& understood);

  // Gives an article with an undecided date the reading that its site's other dates use. The date
  // stays marked ambiguous. Nothing changes where the site shows no order, or both equally.
  void settle(Understood& understood) const;

 private:
  struct Counts {
    std::size_t day_first = 0;
    std::size_t month_first = 0;
  };
  std::map<std::string, Counts> sites_;
};

}  // namespace newsindex
