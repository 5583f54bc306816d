// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/person_spans.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/paths.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;

const NameWords& english() {
  static const NameWords words = read_name_words(kModels, "en");
  return words;
}

// The names that the name `written`, with the text `after` behind it, is cut into.
std::vector<std::string> separated(const std::string& written, EntityType type = EntityType::person,
                                   const std::string& after = "") {
  const std::string text = written + after;
  const Name name{type, {MentionField::body, 0, static_cast<std::uint32_t>(written.size())}, 100};
  std::vector<std::string> names;
  for (const Name& each : separate_names(text, name, english())) {
    const char* const types[] = {"person", "org", "place"};
    names.push_back(std::string(types[static_cast<std::size_t>(each.type)]) + " " +
                    text.substr(each.mention.start, each.mention.end - each.mention.start));
  }
  return names;
}

TEST(SeparateNames, ATitlePartsAPersonFromABodyOrPlace) {
  EXPECT_THAT(separated("House Speaker Nancy Pelosi", EntityType::organisation),
              ElementsAre("org House", "person Speaker Nancy Pelosi"));
  EXPECT_THAT(separated("Rep. Alexandria Ocasio-Cortez", EntityType::place),
              ElementsAre("person Rep. Alexandria Ocasio-Cortez"));
  EXPECT_THAT(separated("Florida Sen. Marco Rubio"),
              ElementsAre("org Florida", "person Sen. Marco Rubio"));
  EXPECT_THAT(separated("House Leader Ann Orr of Oregon and Senate", EntityType::organisation),
              ElementsAre("org House", "person Leader Ann Orr"));
}

TEST(SeparateNames, AnOrganisationWithATitleInItsNameIsOne) {
  for (const char* name : {"Secretary of State", "President Obama Administration",
                           "Speaker Nancy Orr Foundation", "General Motors"})
    EXPECT_THAT(separated(name, EntityType::organisation), ElementsAre(std::string("org ") + name));
}

TEST(SeparateNames, AVerbOfAHeadlinePartsTwoPeople) {
  EXPECT_THAT(separated("Najib Meets Gorbachev"), ElementsAre("person Najib", "person Gorbachev"));
  EXPECT_THAT(separated("Reagan Wished Gorbachev"),
              ElementsAre("person Reagan", "person Gorbachev"));
  EXPECT_THAT(separated("Echoed Ocasio-Cortez"), ElementsAre("person Ocasio-Cortez"));
}

TEST(SeparateNames, WhatAPageRanTogetherIsOnePerson) {
  EXPECT_THAT(separated("Hillary Clinton Hillary Diane Rodham Clinton2020 Democrats"),
              ElementsAre("person Hillary Clinton"));
  EXPECT_THAT(separated("Nancy PelosiOvernight Defense"), ElementsAre("person Nancy Pelosi"));
  EXPECT_THAT(separated("Trump Donald John TrumpDem"), ElementsAre("person Trump"));
  EXPECT_THAT(separated("Trump Donald John", EntityType::person, " TrumpDem leaders"),
              ElementsAre("person Trump"));
}

TEST(SeparateNames, NamesWithACapitalInsideOrAWordTwiceStay) {
  for (const char* name :
       {"Mitch McConnell", "Rosa DeLauro", "Douglas MacArthur", "Gail FitzGerald", "Sirhan Sirhan",
        "Ali Hassan Ali", "Ban Ki-moon", "Chris Van Hollen"})
    EXPECT_THAT(separated(name), ElementsAre(std::string("person ") + name));
}

TEST(SeparateNames, APartyIsNoPerson) {
  EXPECT_THAT(separated("Senate Democrats"), ::testing::IsEmpty());
  EXPECT_THAT(separated("Republicans"), ::testing::IsEmpty());
}

std::string agency_of(const std::string& body) {
  const Mention mention = dateline_agency(body);
  return body.substr(mention.start, mention.end - mention.start);
}

TEST(DatelineAgency, IsInBracketsBetweenTheTownAndADash) {
  EXPECT_EQ(agency_of("WASHINGTON (AP) _ The Senate met."), "AP");
  EXPECT_EQ(agency_of("By Ann Orr\n\nPARIS, April 3 (Reuters) - Talks began."), "Reuters");
  EXPECT_EQ(agency_of("SAO PAULO, Brazil (Kyodo News) \u2014 It rained."), "Kyodo News");
}

TEST(DatelineAgency, OtherBracketsAreNone) {
  EXPECT_EQ(agency_of("Greece (NATO) - it joined."), "");
  EXPECT_EQ(agency_of("WASHINGTON (AP) said so."), "");
  EXPECT_EQ(agency_of("The board (SEC) met."), "");
}

}  // namespace
}  // namespace newsindex
