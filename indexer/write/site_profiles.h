// SPDX-License-Identifier: GPL-3.0-or-later
// What several pages of a site tell and one does not: which lines stand on most of them, in which
// order dates are written, and whether the digits in names are days. It is kept with the archive
// and published with the articles, so that a page that comes alone makes the same article as among
// its siblings.
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
  // Reads ARCHIVE/NAME; an empty name is an empty table. Throws Error(internal) when it is damaged.
  static SiteProfiles read(const std::filesystem::path& archive, const std::string& name);

  // Writes it durably as the table of this revision; returns its name for archive.json. Sites of
  // which less than 64 pages are known need room for each line of these: beyond 200,000 lines they
  // are left out, those with the fewest pages first.
  std::string write(const std::filesystem::path& archive, std::uint64_t revision) const;

  // Whether something was learned since it was read.
  bool has_changed() const { return has_changed_; }

  void learn(const Record& record, const Understood& understood);

  // Whether what is made of the record depends on pages that may come yet.
  bool waits_for_more(const Record& record, const Understood& understood) const;

  // Gives an article the date that its site tells, where it could not be known alone.
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
