// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/short_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int kJanuary = 2010 * 12;

std::vector<std::string> shown(const std::vector<Bearer>& bearers) {
  std::vector<std::string> all;
  for (const Bearer& bearer : bearers)
    if (bearer.months.first != kNoMonth) all.push_back(to_string(bearer.months) + " " + bearer.key);
  return all;
}

TEST(ShortNames, OnlyAFamilyNameStandsForThePersonAlone) {
  EXPECT_TRUE(is_family_name("obama", "barack obama"));
  EXPECT_TRUE(is_family_name("ocasio cortez", "alexandria ocasio cortez"));
  EXPECT_TRUE(is_family_name("kim", "kim jong un"));
  EXPECT_FALSE(is_family_name("barack", "barack obama"));
  EXPECT_FALSE(is_family_name("bama", "barack obama"));
  EXPECT_FALSE(is_family_name("barack obama", "barack obama"));
}

TEST(ShortNames, OneBearerOwnsTheMonthsAroundTheEvidence) {
  const std::vector<ShortNameEvidence> evidence{{kJanuary, "ann orr", 5}, {kJanuary, "bo orr", 0}};
  EXPECT_THAT(shown(bearers_of("orr", evidence)), ElementsAre("2009-07..2010-07 ann orr"));
}

TEST(ShortNames, TwoWhoCompeteOwnNothing) {
  const std::vector<ShortNameEvidence> evidence{{kJanuary, "ann orr", 8}, {kJanuary, "bo orr", 2}};
  EXPECT_THAT(bearers_of("orr", evidence), IsEmpty());
}

TEST(ShortNames, ARareRivalDoesNotCompete) {
  const std::vector<ShortNameEvidence> evidence{{kJanuary, "ann orr", 40}, {kJanuary, "bo orr", 2}};
  EXPECT_THAT(shown(bearers_of("orr", evidence)), ElementsAre("2009-07..2010-07 ann orr"));
}

TEST(ShortNames, ThreeArticlesAreTooFew) {
  const std::vector<ShortNameEvidence> evidence{{kJanuary, "ann orr", 3}};
  EXPECT_THAT(bearers_of("orr", evidence), IsEmpty());
}

TEST(ShortNames, ABearerFollowsAnother) {
  const std::vector<ShortNameEvidence> evidence{{kJanuary, "ann orr", 20},
                                                {kJanuary + 24, "bo orr", 20}};
  EXPECT_THAT(shown(bearers_of("orr", evidence)),
              ElementsAre("2009-07..2010-07 ann orr", "2011-07..2012-07 bo orr"));
}

TEST(ShortNames, AMiddleNameIsNobodyElse) {
  const std::vector<ShortNameEvidence> evidence{{kJanuary, "ann orr", 8},
                                                {kJanuary, "ann b orr", 4}};
  EXPECT_THAT(shown(bearers_of("orr", evidence)), ElementsAre("2009-07..2010-07 ann orr"));
}

TEST(ShortNames, ArticlesWithoutADateNeedEvidenceOfAllTimes) {
  const auto undated = [](const std::vector<ShortNameEvidence>& evidence) {
    const auto bearers = bearers_of("orr", evidence);
    return !bearers.empty() && bearers.front().months == MonthRange{kNoMonth, kNoMonth};
  };
  EXPECT_TRUE(undated({{kJanuary, "ann orr", 20}}));
  EXPECT_TRUE(undated({{kNoMonth, "ann orr", 20}}));
  EXPECT_FALSE(undated({{kJanuary, "ann orr", 20}, {kJanuary + 24, "bo orr", 20}}));
}

TEST(ShortNames, MoreEvidenceMakesMoreSure) {
  const auto confidence = [](unsigned articles) {
    const std::vector<ShortNameEvidence> evidence{{kJanuary, "ann orr", articles}};
    return bearers_of("orr", evidence).front().confidence;
  };
  EXPECT_EQ(confidence(4), 80);
  EXPECT_EQ(confidence(9), 90);
  EXPECT_EQ(confidence(200), 95);
}

}  // namespace
}  // namespace newsindex
