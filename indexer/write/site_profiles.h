// SPDX-License-Identifier: GPL-3.0-or-later
// What can only be learned from several pages of a site: which lines appear on most pages, in which
// order dates are written, and whether digits in names are dates. The profiles are stored in the
// archive and published with the articles, so that a page that is read alone gives the same article
// as among other pages of its site.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "indexer/extract/sites/date_orders.h"
#include "indexer/extract/sites/furniture.h"
#include "indexer/extract/sites/named_days.h"

namespace newsindex {

class SiteProfiles {
 public:
  // Reads ARCHIVE/NAME; an empty name means an empty table. Throws Error(internal) if it is
  // damaged.
  static SiteProfiles read(const std::filesystem::path& archive, const std::string& name);

  // Writes the table of this revision durably; returns its name for archive.json. Sites with fewer
  // than 64 known pages need room for each of their lines: beyond 200,000 lines such sites are left
  // out, those with the fewest pages first.
  std::string write(const std::filesystem::path& archive, std::uint64_t revision) const;

  // True if anything was learned since the table was read.
  bool has_changed() const { return has_changed_; }

  void learn(const Record& record, const Understood& understood);

  // True if the result for this record depends on pages of its site that may still come.
  bool waits_for_more(const Record& record, const Understood& understood) const;

  // Sets the date of an article from the profile of its site, if the article alone leaves it open.
  void settle(Understood& understood) const;

  const DateOrders& orders() const { return orders_; }
  const NamedDays& names() const { return names_; }
  const Furniture& furniture() const { return furniture_; }

 private:
  DateOrders orders_;
  NamedDays names_;
  Furniture furniture_;
  bool has_changed_ = false;
};

}  // namespace newsindex
