// SPDX-License-Identifier: GPL-3.0-or-later
// Days that names carry: of files ("2019-07-10-slug.md", "2019/07/10/slug.html"), ids
// ("AP880212-0001") and addresses.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/extract/sites/first_pages.h"
#include "indexer/extract/understand.h"

namespace newsindex {

// Which names of a site are days: where those of all its articles could be, and are those of its
// articles that tell their day.
class NamedDays {
 public:
  // What is known of the names of one shape at a site.
  struct Names {
    FirstPages articles;
    std::size_t days = 0;   // of these, names that can be days
    std::size_t agree = 0;  // with the date that the article tells
    std::size_t disagree = 0;
  };
  using Sites = std::map<std::pair<std::string, std::string>, Names>;  // by site and shape

  NamedDays() = default;
  explicit NamedDays(Sites sites) : sites_(std::move(sites)) {}

  // Counts the name of an article, if it is one of the first 64 of its site and shape. Of shapes
  // the first 4096 are counted. Returns whether there was something to learn.
  bool learn(const Understood& understood);

  // Whether no article will change what is known of the names of its site and shape.
  bool is_settled(const Understood& understood) const;

  // Gives an article without a date the day of its name, where the names of its site are days.
  void settle(Understood& understood) const;

  const Sites& sites() const { return sites_; }

 private:
  Sites sites_;
};

}  // namespace newsindex
