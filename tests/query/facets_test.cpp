// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/search.h"
#include "schema/query_language/filters.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> shown(const Facet& facet) {
  std::vector<std::string> all;
  for (const FacetValue& value : facet.values)
    all.push_back(value.name + "=" + std::to_string(value.articles));
  return all;
}

std::vector<Article> some_articles() {
  std::vector<Article> all;
  const auto add = [&all](const char* date, const char* source, std::vector<std::string> section) {
    Article article = make_article("a" + std::to_string(all.size()), date, "Rain", "Rain fell.");
    article.source = source;
    article.section = std::move(section);
    all.push_back(article);
  };
  add("2023-01-30", "Daily Planet", {"World", "Asia"});
  add("2023-01-31", "daily planet", {"World"});
  add("2023-04-02", "Daily Planet", {"Sport"});
  add("2023-04", "Harbour Gazette", {});
  add("", "", {"World"});
  all[0].topics = {{"medtop:20000639", "diplomacy", 70, Origin::model}};
  all[1].topics = {{"medtop:11000000", "politics", 70, Origin::model},
                   {"label:Summit", "Summit", 100, Origin::source}};
  all[0].entities = {{EntityType::place, "Japan", {"JP"}, 50, Origin::model, {}}};
  all[1].entities = {{EntityType::place, "JAPAN", {}, 50, Origin::model, {}},
                     {EntityType::place, "Japan", {}, 50, Origin::model, {}}};
  return all;
}

class FacetsTest : public ::testing::Test {
 protected:
  FacetAnswer answer(const std::string& query, std::vector<std::string> by) {
    Archive archive = archive_.open();
    return facets(archive, {make_request(query), std::move(by)});
  }
  TestArchive archive_{{{some_articles()[0], some_articles()[1]},
                        {some_articles()[2], some_articles()[3], some_articles()[4]}}};
};

TEST_F(FacetsTest, CountsSeveralFieldsAtOnceAndAllSpellingsTogether) {
  const FacetAnswer both = answer("rain", {"source", "section"});
  EXPECT_EQ(both.total, 5u);
  EXPECT_THAT(shown(both.facets[0]), ElementsAre("Daily Planet=3", "Harbour Gazette=1"));
  EXPECT_EQ(both.facets[0].without, 1u);
  EXPECT_THAT(shown(both.facets[1]), ElementsAre("World=3", "Asia=1", "Sport=1"));
}

TEST_F(FacetsTest, LeavesOutNamesOfWhichAnArticleIsLessSure) {
  std::vector<Article> articles = some_articles();
  articles.resize(2);
  articles[0].entities[0].confidence = 40;
  articles[1].entities = {{EntityType::place, "Japan", {}, 50, Origin::model, {}},
                          {EntityType::place, "Lima", {}, 50, Origin::model, {}}};
  articles[1].entities[0].confidence = 90;
  articles[1].entities[1].confidence = 60;
  const TestArchive archive({{articles[0]}, {articles[1]}});
  Archive opened = archive.open();
  FacetRequest request{make_request(""), {"place", "source"}};
  const auto places = [&](int least) {
    request.least_confidence = least;
    return shown(facets(opened, request).facets[0]);
  };
  EXPECT_THAT(places(0), ElementsAre("Japan=2", "Lima=1"));
  EXPECT_THAT(places(60), ElementsAre("Japan=1", "Lima=1"));
  EXPECT_THAT(places(90), ElementsAre("Japan=1"));
  EXPECT_EQ(facets(opened, request).facets[0].without, 1u);
  EXPECT_THAT(shown(facets(opened, request).facets[1]), ElementsAre("Daily Planet=2"));
  EXPECT_EQ(cross_table(opened, request).counts.at(0).at(0), 1u);
}

TEST_F(FacetsTest, CountsOnlyWhatMatches) {
  EXPECT_THAT(shown(answer("date:2023-01", {"section"}).facets[0]),
              ElementsAre("World=2", "Asia=1"));
  EXPECT_THAT(answer("zebra", {"section"}).facets[0].values, IsEmpty());
}

TEST_F(FacetsTest, CountsATopicWithAllBelowIt) {
  const Facet topics = answer("", {"topic"}).facets[0];
  ASSERT_FALSE(topics.values.empty());
  EXPECT_EQ(topics.values[0].name, "politics");
  EXPECT_EQ(topics.values[0].id, "medtop:11000000");
  EXPECT_EQ(topics.values[0].articles, 2u);
}

// For each value of each facet field, expects that the clause that picks it finds as many articles
// as the facet counts.
void expect_own_counts(Archive& archive, const std::string& query) {
  FacetRequest request{make_request(query)};
  for (const Field& field : kFields)
    if (field.facet) request.by.emplace_back(field.name);
  request.limit = 1000;
  for (const Facet& facet : facets(archive, request).facets)
    for (const FacetValue& value : facet.values) {
      const FieldValue picked{facet.field, value.id.empty() ? value.name : value.id};
      const std::string text = with_filters(query, {picked}, {}, {});
      EXPECT_EQ(count(archive, make_request(text)).total, value.articles) << text;
    }
}

TEST_F(FacetsTest, AgreeWithTheCountOfTheClauseThatPicksTheValue) {
  Archive archive = archive_.open();
  for (const char* query : {"", "rain", "rain lang:en", "date:2023-01"})
    expect_own_counts(archive, query);
}

TEST(FacetValues, AreFoundWithWhateverSignsAreInThem) {
  std::vector<Article> all;
  const char* const names[] = {"Barack Obama", "Obama",   "The \"Star\"",   "צה\"ל", "Sport*",
                               "A (b) OR c",   "x >= 50", "Müller & Söhne", "S/N 5"};
  for (const char* name : names) {
    Article& article =
        all.emplace_back(make_article("a" + std::to_string(all.size()), "2023", "Rain", "Rain."));
    article.source = name;
    article.authors = {name, "Obama Barack"};
    article.section = {name};
    article.keywords = {name};
    article.entities = {{EntityType::person, name, {"Obama"}, 50, Origin::model, {}},
                        {EntityType::organisation, name, {}, 50, Origin::model, {}}};
    article.topics = {{"label:" + std::string(name), name, 100, Origin::source}};
  }
  const TestArchive archive({all});
  Archive opened = archive.open();
  expect_own_counts(opened, "");
}

TEST(FacetValues, OfATopicAndALabelOfTheSameNameAreTwo) {
  Article tree = make_article("a", "2023", "Rain", "");
  tree.topics = {{"medtop:15000000", "sport", 70, Origin::model}};
  Article label = make_article("b", "2023", "Rain", "");
  label.topics = {{"label:Sport", "Sport", 100, Origin::source}};
  const TestArchive archive({{tree, tree}, {label}});
  Archive opened = archive.open();
  expect_own_counts(opened, "");
  EXPECT_EQ(count(opened, make_request("topic:=medtop:15000000")).total, 2u);
  EXPECT_EQ(count(opened, make_request("topic:=label:sport")).total, 1u);
  EXPECT_EQ(count(opened, make_request("topic:sport")).total, 3u);
  EXPECT_THROW(count(opened, make_request("topic:=sport")), QueryError);
  EXPECT_THROW(count(opened, make_request("topic:=polo-on-ice")), QueryError);
}

// Picking a language must not change how the words of the query are looked up.
TEST(FacetValues, OfLanguagesLeaveWordsAsTheyAreLookedUp) {
  Article english = make_article("a", "2023", "Rains", "It rained.");
  Article german = make_article("b", "2023", "Rained", "");
  german.language = "de";
  const TestArchive archive({{english, german}});
  Archive opened = archive.open();
  expect_own_counts(opened, "rains");
}

TEST(FacetValues, ThatAreNotListedAreSummedWhereAnArticleHasOne) {
  const TestArchive archive({some_articles()});
  Archive opened = archive.open();
  FacetRequest request{make_request("")};
  request.by = {"source", "section"};
  request.limit = 1;
  const FacetAnswer answer = facets(opened, request);
  EXPECT_EQ(answer.facets[0].others, 1u);
  EXPECT_EQ(answer.facets[1].others, std::nullopt);
}

TEST(CrossTable, CountsEachPairAndWhatIsNotListed) {
  const TestArchive archive({{some_articles()[0], some_articles()[1]},
                             {some_articles()[2], some_articles()[3], some_articles()[4]}});
  Archive opened = archive.open();
  FacetRequest request{make_request("rain")};
  request.by = {"source", "section"};
  request.limit = 1;
  const CrossAnswer cross = cross_table(opened, request);
  EXPECT_EQ(cross.rows.values[0].name, "Daily Planet");
  EXPECT_EQ(cross.columns.values[0].name, "World");
  // Rows: Daily Planet, other sources, no source. Columns: World, only other sections, no section.
  EXPECT_THAT(cross.counts[0], ElementsAre(2, 1, 0));
  EXPECT_THAT(cross.counts[1], ElementsAre(0, 0, 1));
  EXPECT_THAT(cross.counts[2], ElementsAre(1, 0, 0));
  EXPECT_THAT(cross.row_totals, ElementsAre(3, 1, 1));
  EXPECT_THAT(cross.column_totals, ElementsAre(3, 1, 1));
}

TEST_F(FacetsTest, LeavesDeletedArticlesOut) {
  archive_.remove("a0");
  EXPECT_THAT(shown(answer("", {"section"}).facets[0]), ElementsAre("World=2", "Sport=1"));
}

}  // namespace
}  // namespace newsindex
