// SPDX-License-Identifier: GPL-3.0-or-later
// Days that names carry: of files ("2019-07-10-slug.md", "2019/07/10/slug.html"), ids
// ("AP880212-0001") and addresses.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/understand.h"

namespace newsindex {

// The first year, month and day in four, two and two digits with one of these marks between.
// Evidence: these.
std::optional<Published> separated_day(std::string_view text, std::string_view marks);

// The day that a post is named by: its file, its folder with more of a name, or three folders.
std::optional<Published> day_of_post(const Provenance& origin);

// The first such digits.
NameDigits digits_in_name(std::string_view name);

// Which names of a site are days: where those of all its articles could be, and are those of its
// articles that tell their day.
class NamedDays {
 public:
  void learn(const Understood& understood);

  // Gives an article without a date the day of its name, where the names of its site are days.
  void settle(Understood& understood) const;

 private:
  struct Counts {
    std::size_t names = 0;
    std::size_t days = 0;
    std::size_t agree = 0;
    std::size_t disagree = 0;
  };
  std::map<std::string, Counts> names_;  // by site and shape
};

}  // namespace newsindex
