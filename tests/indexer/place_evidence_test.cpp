// SPDX-License-Identifier: GPL-3.0-or-later
// Which place a name means, or whether it is a place at all, decided by the rest of the article.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/enrich/enrich.h"
#include "tests/paths.h"

namespace newsindex {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::string type_word(EntityType type) {
  if (type == EntityType::person) return "person";
  return type == EntityType::place ? "place" : "organisation";
}

// "place Georgia US" for every entity of an English article.
std::vector<std::string> found_in(const std::string& body) {
  static const Enricher enricher([] {
    EnrichSettings settings;
    settings.models = kModels;
    return settings;
  }());
  Article article;
  article.language = "en";
  article.title = "What was said";
  article.body = body;
  std::vector<std::string> found;
  for (const Entity& entity : enricher.enrich(article).entities) {
    std::string line = type_word(entity.type) + " " + entity.name;
    if (entity.type == EntityType::place && !entity.country.empty()) line += " " + entity.country;
    found.push_back(std::move(line));
  }
  return found;
}

TEST(PlaceEvidence, AStateBesideOtherStates) {
  EXPECT_THAT(found_in("The storm crossed Alabama, Georgia and Florida on Monday before it reached "
                       "the sea, officials in Atlanta said."),
              Contains("place Georgia US"));
  EXPECT_THAT(
      found_in("Voters in Ohio and Texas agreed. Then the candidate flew to Georgia to meet "
               "farmers, and the Republican Party sent money."),
      Contains("place Georgia US"));
}

TEST(PlaceEvidence, ACountryBesideCountries) {
  EXPECT_THAT(found_in("The minister will visit Armenia, Georgia and Azerbaijan in May."),
              Contains("place Georgia GE"));
  EXPECT_THAT(
      found_in("The president of Georgia spoke in Tbilisi. The Georgian parliament listened, "
               "and an envoy of the United States, too."),
      Contains("place Georgia GE"));
}

TEST(PlaceEvidence, TheStateOfWashingtonOnlyWhereItIsSpokenOf) {
  EXPECT_THAT(
      found_in("The talks in Washington ended without a result, two senators from Ohio said."),
      Contains("place Washington US"));
  EXPECT_THAT(
      found_in("Fires burn in Oregon, Washington and Idaho. Smoke lies over Seattle, Spokane "
               "and Portland."),
      Contains("place Washington State US"));
}

TEST(SurnamesOrPlaces, AreThePersonOfTheArticle) {
  EXPECT_THAT(
      found_in("Representative Jim Jordan of Ohio asked for the letters. He was refused, and "
               "Jordan said that he would ask again."),
      Not(Contains("place Jordan JO")));
  EXPECT_THAT(
      found_in("Jim Jordan of Ohio went to Amman. He met ministers from Egypt, Jordan and Oman "
               "and crossed from Jordan into the West Bank."),
      Contains("place Jordan JO"));
}

TEST(SurnamesOrPlaces, AreAStatesmanOfThePast) {
  EXPECT_THAT(found_in("He praised the party of Lincoln and said that it had changed."),
              Not(Contains("place Lincoln US")));
  EXPECT_THAT(found_in("The factory in Lincoln will close, the governor of Nebraska said."),
              Contains("place Lincoln US"));
}

TEST(SurnamesOrPlaces, AreNotTheTownOfAFirstName) {
  EXPECT_THAT(found_in("Guests such as Paris Hilton and her sister danced until the morning."),
              Not(Contains("place Paris FR")));
}

TEST(PlaceSpans, CutRowsOfCountries) {
  EXPECT_THAT(
      found_in("Choose your country: Gabon Gambia Germany Ghana Greece Jordan Kenya and go on."),
      IsSupersetOf({"place Gambia GM", "place Germany DE", "place Kenya KE"}));
}

TEST(PlaceSpans, HaveNoPartyInTheirName) {
  EXPECT_THAT(found_in("The bill was written by a Texas Republican, and Georgia Democrats voted "
                       "against it in Atlanta."),
              Not(Contains("organisation Georgia Democrats")));
}

}  // namespace
}  // namespace newsindex
