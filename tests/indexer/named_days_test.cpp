// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/sites/named_days.h"

#include <gtest/gtest.h>

#include "indexer/extract/dates/days_in_names.h"

namespace newsindex {
namespace {

Understood named(const std::string& name, const std::string& published = "") {
  Understood understood;
  understood.article.id = name;
  understood.site = "wire";
  understood.name = digits_in_name(name);
  understood.article.published = published_from_iso(published);
  return understood;
}

std::string day_among(const std::string& name, const std::vector<Understood>& others) {
  NamedDays days;
  Understood asked = named(name);
  days.learn(asked);
  for (const Understood& other : others) days.learn(other);
  days.settle(asked);
  return asked.article.published ? to_iso(*asked.article.published) : "";
}

TEST(NamedDays, OfWholeYearsAreTakenUnlessTheOthersOfTheSiteAreNumbers) {
  EXPECT_EQ(day_among("20230402-a", {}), "2023-04-02");
  EXPECT_EQ(day_among("20230402-a", {named("20230403-b")}), "2023-04-02");
  EXPECT_EQ(day_among("20230402-a", {named("20231399-b")}), "");
}

TEST(NamedDays, OfShortYearsNeedOthersLikeThem) {
  EXPECT_EQ(day_among("AP880212-0001", {}), "");
  EXPECT_EQ(day_among("AP880212-0001", {named("AP880213-0001"), named("AP880214-0001")}),
            "1988-02-12");
  EXPECT_EQ(day_among("AP880212-0001", {named("AP880213-0001"), named("AP889914-0001")}), "");
  EXPECT_EQ(day_among("880212", {named("880213"), named("880214")}), "");
}

TEST(NamedDays, AreNoneWhereArticlesThatTellTheirDayTellOthers) {
  EXPECT_EQ(day_among("20230402-a", {named("20230403-b", "2023-04-04")}), "2023-04-02");
  EXPECT_EQ(day_among("20230402-a", {named("20230403-b", "2019-07-10")}), "");
}

TEST(NamedDays, KeepWhatAnArticleTells) {
  NamedDays days;
  Understood told = named("20230402-a", "2023-04-03");
  days.learn(told);
  days.settle(told);
  EXPECT_EQ(to_iso(*told.article.published), "2023-04-03");
}

}  // namespace
}  // namespace newsindex
