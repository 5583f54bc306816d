// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/sites/date_orders.h"

#include <gtest/gtest.h>

#include "indexer/extract/dates/dates.h"

namespace newsindex {
namespace {

Understood dated(std::string site, std::string_view text) {
  const auto reading = read_date(text);
  static int articles = 0;
  Understood understood;
  understood.article.id = std::to_string(++articles);
  understood.site = std::move(site);
  if (!reading) return understood;
  understood.article.published = reading->published;
  understood.clue = reading->clue;
  understood.other_reading = reading->other_reading;
  return understood;
}

std::string settled(const DateOrders& orders, Understood understood) {
  orders.settle(understood);
  return to_iso(understood.article.published.value());
}

TEST(DateOrders, GiveAnUndecidedDateTheOrderOfItsSite) {
  DateOrders orders;
  orders.learn(dated("a.example", "04/23/2023"));
  orders.learn(dated("b.example", "23/04/2023"));
  EXPECT_EQ(settled(orders, dated("a.example", "04/02/2023")), "2023-04-02");
  EXPECT_EQ(settled(orders, dated("b.example", "04/02/2023")), "2023-02-04");
}

TEST(DateOrders, KeepTheDateMarkedAmbiguousAndForgetTheOtherReading) {
  DateOrders orders;
  orders.learn(dated("a.example", "04/23/2023"));
  Understood understood = dated("a.example", "04/02/2023");
  orders.settle(understood);
  EXPECT_TRUE(understood.article.published->ambiguous);
  EXPECT_EQ(understood.article.published->evidence, "04/02/2023");
  EXPECT_FALSE(understood.other_reading);
}

TEST(DateOrders, FollowTheMajorityOfASite) {
  DateOrders orders;
  orders.learn(dated("a.example", "04/23/2023"));
  orders.learn(dated("a.example", "05/23/2023"));
  orders.learn(dated("a.example", "23/04/2023"));
  EXPECT_EQ(settled(orders, dated("a.example", "04/02/2023")), "2023-04-02");
}

TEST(DateOrders, ChangeNothingWhenTheSiteShowsNoOrderOrBothEqually) {
  DateOrders orders;
  orders.learn(dated("even.example", "04/23/2023"));
  orders.learn(dated("even.example", "23/04/2023"));
  orders.learn(dated("silent.example", "04/04/2023"));
  for (const char* site : {"even.example", "silent.example", "unknown.example"}) {
    Understood understood = dated(site, "04/02/2023");
    orders.settle(understood);
    EXPECT_EQ(to_iso(*understood.article.published), "2023-02-04") << site;
    EXPECT_TRUE(understood.other_reading) << site;
  }
}

TEST(DateOrders, LeaveDecidedDatesAlone) {
  DateOrders orders;
  orders.learn(dated("a.example", "23/04/2023"));
  EXPECT_EQ(settled(orders, dated("a.example", "04/02/2023 3:24 p.m")), "2023-04-02T15:24:00");
}

}  // namespace
}  // namespace newsindex
