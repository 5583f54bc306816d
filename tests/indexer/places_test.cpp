// SPDX-License-Identifier: GPL-3.0-or-later
// Places and organisations that the shipped lists know.
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/enrich/enrich.h"
#include "indexer/enrich/entities/gazetteer.h"
#include "indexer/enrich/entities/organisations.h"
#include "indexer/enrich/entities/places_abroad.h"
#include "indexer/enrich/entities/resolve_text.h"
#include "indexer/enrich/languages/name_words.h"
#include "schema/digest.h"
#include "tests/paths.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Gazetteer& gazetteer() {
  static const Gazetteer list(std::filesystem::path(kModels) / "places.tsv");
  return list;
}

const NameWords& english() {
  static const NameWords words = read_name_words(kModels, "en");
  return words;
}

const Organisations& organisations() {
  static const Organisations list(std::filesystem::path(kModels) / "organisations.tsv", english());
  return list;
}

std::string likeliest(std::string_view name) {
  const auto found = gazetteer().find(name);
  return found.empty() ? "" : std::string(found.front()->name);
}

TEST(NameKey, LeavesOutHowANameIsWritten) {
  const std::vector<std::pair<std::string, std::string>> keys{{"Port-au-Prince", "port au prince"},
                                                              {"the U.N.'s", "un"},
                                                              {"The Hague", "hague"},
                                                              {"\"Time\",", "time"},
                                                              {"AT&T Corp.", "at&t corp"},
                                                              {"Thessaloniki", "thessaloniki"},
                                                              {"Boss's", "boss"},
                                                              {"O'Brien", "obrien"},
                                                              {"São Paulo’s", "sao paulo"},
                                                              {"  New   York ", "new york"},
                                                              {"", ""},
                                                              {"s", "s"}};
  for (const auto& [name, key] : keys) {
    EXPECT_EQ(name_key(name), key);
    EXPECT_EQ(name_key_digest(name), digest64(key));
  }
  const std::string longer(100, 'A');
  EXPECT_EQ(name_key_digest(longer), digest64(std::string(100, 'a')));
}

TEST(Gazetteer, KnowsPlacesByTheirOtherNames) {
  EXPECT_EQ(likeliest("U.S."), "United States");
  EXPECT_EQ(likeliest("BURMA"), "Myanmar");
  EXPECT_EQ(likeliest("Peking"), "Beijing");
  EXPECT_EQ(likeliest("Calif."), "California");
  EXPECT_EQ(likeliest("Nowhere at All"), "");
}

TEST(Gazetteer, PutsTheLikeliestPlaceFirst) {
  ASSERT_FALSE(gazetteer().find("London").empty());
  EXPECT_EQ(gazetteer().find("London").front()->country, "GB");
  EXPECT_EQ(gazetteer().find("Paris").front()->country, "FR");
}

TEST(Gazetteer, KnowsPeoples) {
  ASSERT_NE(gazetteer().find_by_people("Japanese"), nullptr);
  EXPECT_EQ(gazetteer().find_by_people("Japanese")->name, "Japan");
  EXPECT_EQ(gazetteer().find_by_people("Martian"), nullptr);
}

TEST(Organisations, AreFoundUnderAllTheirNames) {
  for (const char* name : {"U.N.", "UN", "United Nations", "united nations"}) {
    ASSERT_NE(organisations().find(name), nullptr) << name;
    EXPECT_EQ(organisations().find(name)->name, "United Nations");
  }
  EXPECT_EQ(organisations().find("un"), nullptr);
}

TEST(Organisations, AreComparedWithoutTheirLegalForm) {
  EXPECT_EQ(without_legal_form("Apple Inc.", english()), "Apple");
  EXPECT_EQ(without_legal_form("News Corp.", english()), "News Corp.");
  EXPECT_EQ(organisation_key("The Boeing Co.", english()), organisation_key("Boeing", english()));
  EXPECT_TRUE(is_legal_form("Co Ltd", english()));
  EXPECT_TRUE(is_legal_form("Inc.", english()));
  EXPECT_FALSE(is_legal_form("Co Down", english()));
  EXPECT_TRUE(
      is_acronym_of("OPEC", "Organization of the Petroleum Exporting Countries", english()));
  EXPECT_FALSE(
      is_acronym_of("Opec", "Organization of the Petroleum Exporting Countries", english()));
}

struct AbroadCase {
  const char* name;
  const char* language;
  const char* body;
  std::vector<std::string> places;
  friend std::ostream& operator<<(std::ostream& out, const AbroadCase& c) { return out << c.name; }
};

class PlacesAbroadTest : public ::testing::TestWithParam<AbroadCase> {};

std::vector<std::string> places_in(const std::string& language, const std::string& body) {
  const PlacesAbroad places(gazetteer());
  Analyzer analyzer;
  Article article;
  article.language = language;
  article.body = body;
  std::vector<std::string> names;
  for (const Entity& entity : places.find(article, article.language, analyzer)) {
    EXPECT_EQ(entity.type, EntityType::place);
    EXPECT_FALSE(entity.mentions.empty());
    names.push_back(entity.name);
  }
  return names;
}

TEST_P(PlacesAbroadTest, HaveTheirEnglishNames) {
  EXPECT_EQ(places_in(GetParam().language, GetParam().body), GetParam().places);
}

INSTANTIATE_TEST_SUITE_P(
    Table, PlacesAbroadTest,
    ::testing::Values(
        AbroadCase{"German",
                   "de",
                   "Von Moskau reiste sie nach Deutschland und Wien.",
                   {"Moscow", "Germany", "Vienna"}},
        AbroadCase{"French", "fr", "Le Royaume-Uni et Londres.", {"United Kingdom", "London"}},
        AbroadCase{"Japanese", "ja", "日本と中国の外相が会談した。", {"Japan", "China"}},
        AbroadCase{"Russian", "ru", "Россия и Китай.", {"Russia", "China"}},
        AbroadCase{"NotAnotherLanguage", "fr", "Wien, Moskau", {}},
        AbroadCase{"SmallTownsAreNot", "de", "Ein Dorf bei Cochem.", {}},
        AbroadCase{"NotInTheNameOfAPerson", "de", "Frau Georgia Novak und Paris Meier.", {}},
        AbroadCase{"NotInsideAWord", "de", "Ein Pariser, russische Chinesen.", {}},
        AbroadCase{"UnknownLanguage", "", "Paris, London", {}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(PlacesAbroadTest, KeepTheWordsOfTheTextAsAliases) {
  const PlacesAbroad places(gazetteer());
  Analyzer analyzer;
  Article article;
  article.language = "de";
  article.title = "München";
  article.body = "In Bayern.";
  const auto found = places.find(article, article.language, analyzer);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].name, "Munich");
  EXPECT_THAT(found[0].aliases, ElementsAre("München"));
  EXPECT_EQ(found[0].country, "DE");
}

// The names of a type in an English text: the lists overrule the tagger.
std::vector<std::string> names_of(const std::string& body, EntityType type) {
  static const Enricher enricher([] {
    EnrichSettings settings;
    settings.models = kModels;
    return settings;
  }());
  Article article;
  article.language = "en";
  article.body = body;
  std::vector<std::string> names;
  for (const Entity& entity : enricher.enrich(article).entities)
    if (entity.type == type) names.push_back(entity.name);
  return names;
}

TEST(KnownNames, KeepAnOrganisationOfSeveralWordsTogether) {
  const std::string body =
      "The filing with the Securities and Exchange Commission came before Standard and Poor's Corp "
      "lowered its rating.";
  EXPECT_THAT(names_of(body, EntityType::organisation),
              ElementsAre("Securities and Exchange Commission", "Standard & Poor's"));
  EXPECT_THAT(names_of(body, EntityType::person), IsEmpty());
}

TEST(KnownNames, JoinACompanyAndItsLegalForm) {
  EXPECT_THAT(names_of("Lead manager Samuel Montagu and Co Ltd said so.", EntityType::organisation),
              ElementsAre("Samuel Montagu"));
  EXPECT_THAT(names_of("Lead manager Samuel Montagu and Co Ltd said so.", EntityType::person),
              IsEmpty());
}

TEST(KnownNames, ReadTheTownOfADateline) {
  EXPECT_THAT(names_of("CALGARY, Alberta, April 3 - The company said it sold its oil wells.",
                       EntityType::place),
              ElementsAre("Calgary", "Alberta"));
  EXPECT_THAT(names_of("RIO DE JANEIRO, MARCH 11 - The mayor resigned.", EntityType::place),
              ElementsAre("Rio de Janeiro"));
  EXPECT_THAT(names_of("CINCINNATI (AP) - The mayor resigned.", EntityType::place),
              ElementsAre("Cincinnati"));
}

}  // namespace
}  // namespace newsindex
