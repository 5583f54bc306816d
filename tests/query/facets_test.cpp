// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/search.h"
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

std::vector<std::string> shown(const TimelineAnswer& answer) {
  std::vector<std::string> all;
  for (const TimelineBar& bar : answer.bars)
    all.push_back(bar.when + "=" + std::to_string(bar.articles));
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

TEST_F(FacetsTest, AgreesWithTheCountOfTheClauseThatPicksTheValue) {
  Archive archive = archive_.open();
  const Facet topics = answer("", {"topic"}).facets[0];
  for (const FacetValue& value : topics.values)
    EXPECT_EQ(
        count(archive, make_request("topic:\"" + (value.id.empty() ? value.name : value.id) + "\""))
            .total,
        value.articles)
        << value.name;
  const Facet sources = answer("", {"source"}).facets[0];
  for (const FacetValue& value : sources.values)
    EXPECT_EQ(count(archive, make_request("source:=\"" + value.name + "\"")).total, value.articles)
        << value.name;
  const Facet places = answer("", {"place"}).facets[0];
  for (const FacetValue& value : places.values)
    EXPECT_EQ(count(archive, make_request("place:\"" + value.name + "\"")).total, value.articles)
        << value.name;
}

TEST_F(FacetsTest, LeavesDeletedArticlesOut) {
  archive_.remove("a0");
  EXPECT_THAT(shown(answer("", {"section"}).facets[0]), ElementsAre("World=2", "Sport=1"));
}

TEST_F(FacetsTest, DrawsATimelineWithItsEmptyMonths) {
  Archive archive = archive_.open();
  TimelineRequest request{make_request("rain")};
  request.step = Step::month;
  const TimelineAnswer months = timeline(archive, request);
  EXPECT_THAT(shown(months), ElementsAre("2023-01=2", "2023-02=0", "2023-03=0", "2023-04=2"));
  EXPECT_EQ(months.without, 1u);
  request.step = Step::day;
  EXPECT_EQ(timeline(archive, request).without, 2u);
  EXPECT_EQ(timeline(archive, request).bars.front().when, "2023-01-30");
  request.step = Step::year;
  EXPECT_THAT(shown(timeline(archive, request)), ElementsAre("2023=4"));
}

TEST_F(FacetsTest, DrawsNoBarsForAgesWithoutArticles) {
  const TestArchive ancient({{make_article("old", "0001-01-01", "Rain", ""),
                              make_article("new", "2023-04-02", "Rain", ""),
                              make_article("newer", "2023-04-04", "Rain", "")}});
  Archive archive = ancient.open();
  TimelineRequest request{make_request("rain")};
  request.step = Step::day;
  EXPECT_THAT(shown(timeline(archive, request)),
              ElementsAre("0001-01-01=1", "2023-04-02=1", "2023-04-03=0", "2023-04-04=1"));
}

TEST_F(FacetsTest, TimelineBarsAgreeWithDateClauses) {
  Archive archive = archive_.open();
  TimelineRequest request{make_request("rain")};
  request.step = Step::month;
  const TimelineAnswer months = timeline(archive, request);
  for (const TimelineBar& bar : months.bars)
    EXPECT_EQ(count(archive, make_request("rain date:" + bar.when)).total, bar.articles)
        << bar.when;
}

}  // namespace
}  // namespace newsindex
