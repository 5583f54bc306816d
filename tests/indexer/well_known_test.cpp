// SPDX-License-Identifier: GPL-3.0-or-later
// The list of well-known names, applied to the names that the models found.
#include "indexer/enrich/lists/well_known.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/enrich/analysis_digest.h"
#include "indexer/enrich/enrich.h"
#include "indexer/enrich/entities/organisations.h"
#include "indexer/enrich/languages/name_words.h"
#include "tests/paths.h"

namespace newsindex {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kList =
    "Ada Varga\tperson\tAda Wargha|President Varga (2001-2008)|Ада Варга\tQ1\tHU\n"
    "Bela Varga\tperson\tPresident Varga (2008-2012)\t\tHU\n"
    "Society of Lamplighters\torganisation\tLamplighters' Society\t\tGB\n"
    "Ferrol\torganisation\t\t\tES\n";

Entity model_entity(EntityType type, const std::string& body, const std::string& name) {
  Entity entity;
  entity.type = type;
  entity.name = name;
  entity.origin = Origin::model;
  for (std::size_t at = body.find(name); at != std::string::npos; at = body.find(name, at + 1))
    entity.mentions.push_back({MentionField::body, static_cast<std::uint32_t>(at),
                               static_cast<std::uint32_t>(at + name.size())});
  return entity;
}

const NameWords& english() {
  static const NameWords words = read_name_words(kModels, "en");
  return words;
}

Article article_of(const std::string& body) {
  Article article;
  article.body = body;
  return article;
}

// A body, the entities found in it, and the way in which the list is applied to them.
struct Scene {
  std::string body;
  std::optional<int> year{};
  std::vector<Entity> found{};
  std::vector<Entity> taken{};
  bool adds = false;
  Unseen which = Unseen::all;
};

std::vector<std::string> names_after(Scene scene) {
  const Authority list = Authority::of(kList);
  Analyzer analyzer;
  const TextWords words(scene.body, analyzer.analyze(scene.body));
  std::vector<AuthorityHit> hits;
  list.find(MentionField::body, words, scene.year, hits);
  recognise(list, hits, article_of(scene.body), english(), scene.found);
  if (scene.adds)
    add_unseen(list, hits, scene.which, words.letter_case == LetterCase::running, scene.taken,
               scene.found);
  std::vector<std::string> names;
  for (const Entity& entity : scene.found) names.push_back(entity.name);
  return names;
}

TEST(WellKnown, AreAddedByTheirFullNamesWhereATaggerReads) {
  Scene scene{"In the evening Ada Varga spoke to the Society of Lamplighters and in Ferrol."};
  scene.adds = true;
  EXPECT_EQ(names_after(scene).size(), 3u);
  scene.which = Unseen::people_in_full;
  EXPECT_THAT(names_after(scene), ElementsAre("Ada Varga"));
  scene.body = "In the evening Varga spoke.";
  EXPECT_THAT(names_after(scene), IsEmpty());
}

TEST(WellKnown, GetTheirNameInTheList) {
  const std::string body = "In the evening Ada Wargha spoke to the crowd.";
  const Authority list = Authority::of(kList);
  Analyzer analyzer;
  std::vector<AuthorityHit> hits;
  list.find(MentionField::body, TextWords(body, analyzer.analyze(body)), std::nullopt, hits);
  std::vector<Entity> found{model_entity(EntityType::person, body, "Ada Wargha")};
  recognise(list, hits, article_of(body), english(), found);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].name, "Ada Varga");
  EXPECT_EQ(found[0].id, "Q1");
  EXPECT_EQ(found[0].country, "HU");
  EXPECT_EQ(found[0].origin, Origin::model);
  EXPECT_EQ(found[0].mentions.size(), 1u);
  EXPECT_THAT(found[0].aliases, ElementsAre("Ada Wargha", "Ада Варга"));
}

TEST(WellKnown, AreKnownByAnOfficeInItsYears) {
  const std::string body = "Yesterday President Varga said no.";
  const auto named_in = [&](std::optional<int> year) {
    return names_after({body, year, {model_entity(EntityType::person, body, "Varga")}});
  };
  EXPECT_THAT(named_in(2003), ElementsAre("Ada Varga"));
  EXPECT_THAT(named_in(2011), ElementsAre("Bela Varga"));
  EXPECT_THAT(named_in(2015), ElementsAre("Varga"));
  EXPECT_THAT(named_in(std::nullopt), ElementsAre("Varga"));
}

TEST(WellKnown, AreKnownBehindAnOffice) {
  const std::string body = "In came Chamber Leader Ada Varga with Maria Ada Varga.";
  EXPECT_THAT(names_after({body,
                           {},
                           {model_entity(EntityType::person, body, "Chamber Leader Ada Varga"),
                            model_entity(EntityType::person, body, "Maria Ada Varga")}}),
              ElementsAre("Ada Varga", "Maria Ada Varga"));
}

TEST(WellKnown, AreNobodyWhenTwoAreMeant) {
  const std::string body = "Yesterday President Varga said no.";
  EXPECT_THAT(names_after({body, 2008, {model_entity(EntityType::person, body, "Varga")}}),
              ElementsAre("Varga"));
}

TEST(WellKnown, AreJoinedWhenTheyWereFoundTwice) {
  const std::string body = "The Society of Lamplighters met. The Lamplighters' Society is old.";
  EXPECT_THAT(
      names_after({body,
                   {},
                   {model_entity(EntityType::organisation, body, "Society of Lamplighters"),
                    model_entity(EntityType::organisation, body, "Lamplighters' Society")}}),
      ElementsAre("Society of Lamplighters"));
}

TEST(WellKnown, AreFoundWhereNoTaggerReads) {
  const std::string body = "They asked the Society of Lamplighters for light.";
  EXPECT_THAT(names_after({body, {}, {}, {}, true}), ElementsAre("Society of Lamplighters"));
  EXPECT_THAT(names_after({body}), IsEmpty());
}

TEST(WellKnown, AreNoPartOfALongerName) {
  const std::string body = "They met in the Ada Varga Memorial Hall.";
  EXPECT_THAT(
      names_after(
          {body, {}, {model_entity(EntityType::organisation, body, "Ada Varga Memorial Hall")}}),
      ElementsAre("Ada Varga Memorial Hall"));
}

TEST(WellKnown, AreNotWhatTheirNameEndsWith) {
  const std::string body = "The Society of Lamplighters met.";
  EXPECT_THAT(names_after({body, {}, {model_entity(EntityType::place, body, "Lamplighters")}}),
              ElementsAre("Lamplighters"));
}

TEST(WellKnown, LeaveASingleWordOfAnotherTypeAlone) {
  const std::string body = "The road to Ferrol is closed.";
  EXPECT_THAT(names_after({body, {}, {model_entity(EntityType::place, body, "Ferrol")}}),
              ElementsAre("Ferrol"));
}

TEST(WellKnown, HaveNoPlacesInTheirFullNames) {
  Scene scene{"In Ada the mayor met Ada Varga."};
  scene.adds = true;
  scene.found = {model_entity(EntityType::place, scene.body, "Ada")};
  EXPECT_THAT(names_after(scene), ElementsAre("Ada", "Ada Varga"));
  scene.body = "The mayor met Ada Varga.";
  scene.found = {model_entity(EntityType::place, scene.body, "Ada")};
  EXPECT_THAT(names_after(scene), ElementsAre("Ada Varga"));
}

TEST(WellKnown, LeaveWhatTheSourceNamedAlone) {
  const std::string body = "In the evening Ada Wargha spoke.";
  EXPECT_THAT(
      names_after({body, {}, {}, {model_entity(EntityType::person, body, "Ada Wargha")}, true}),
      IsEmpty());
}

// ---- the shipped list

std::vector<std::string> entities_of(const std::string& language, const std::string& body,
                                     bool knows = true) {
  EnrichSettings settings;
  settings.models = kModels;
  settings.uses_well_known = knows;
  Article article;
  article.language = language;
  article.title = "News";
  article.body = body;
  article.published = published_from_iso("2022-05-03");
  std::vector<std::string> names;
  for (const Entity& entity : Enricher(settings).enrich(article).entities)
    names.push_back(entity.name);
  return names;
}

TEST(ShippedWellKnown, NamesOnePersonInManySpellings) {
  for (const auto& [language, body] : std::vector<std::pair<std::string, std::string>>{
           {"en", "The answer of Volodymyr Zelenskyy came at night."},
           {"en", "The answer of President Zelenskiy came at night, his office said."},
           {"de", "Die Antwort von Wolodymyr Selenskyj kam in der Nacht."},
           {"ru", "Владимир Зеленский ответил ночью."}})
    EXPECT_THAT(entities_of(language, body), Contains("Volodymyr Zelensky")) << body;
}

TEST(ShippedWellKnown, IsNotUsedWithoutIt) {
  const std::string body = "The answer of Volodymyr Zelenskyy came at night.";
  EXPECT_THAT(entities_of("en", body, false), Not(Contains("Volodymyr Zelensky")));
}

TEST(ShippedWellKnown, IsPartOfTheAnalysis) {
  EnrichSettings with;
  with.models = kModels;
  EnrichSettings without = with;
  without.uses_well_known = false;
  EXPECT_NE(analysis_digest(with), analysis_digest(without));
}

// A name of one word counts only for entities of its type, as a text may use it in another sense.
// Still, no two entries may share a name or an alias, and organisations are named as in
// organisations.tsv.
TEST(ShippedWellKnown, HasEachNameOnce) {
  const Authority list = Authority::read({std::filesystem::path(kModels) / kWellKnown});
  const Organisations organisations(std::filesystem::path(kModels) / "organisations.tsv",
                                    words_of_every_language());
  EXPECT_GE(list.size(), 3000u);
  Analyzer analyzer;
  std::map<std::string, std::uint32_t> owners;
  const auto own = [&](std::string_view name, std::uint32_t entry) {
    const auto [at, is_new] = owners.emplace(folded_words(analyzer, std::string(name)), entry);
    EXPECT_TRUE(is_new || at->second == entry)
        << name << " is " << list.entry(entry).name << " and " << list.entry(at->second).name;
  };
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    own(list.entry(i).name, i);
    for (const Alias& alias : aliases_of(list.entry(i)))
      if (alias.years.are_all()) own(alias.name, i);
    if (list.entry(i).type != EntityType::organisation) continue;
    const auto* known = organisations.find(list.entry(i).name);
    EXPECT_TRUE(known == nullptr || known->name == list.entry(i).name) << list.entry(i).name;
  }
}

}  // namespace
}  // namespace newsindex
