// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/bursts.h"
#include "query/search/search.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> shown(const TimelineAnswer& answer) {
  std::vector<std::string> all;
  for (const TimelineBar& bar : answer.bars)
    all.push_back(bar.when + "=" + std::to_string(bar.articles));
  return all;
}

std::vector<std::string> shown_series(const TimelineAnswer& answer) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < answer.series.size(); ++i) {
    std::string& text = all.emplace_back(answer.series[i].name + ":");
    for (const TimelineBar& bar : answer.bars) text += " " + std::to_string(bar.series[i].articles);
  }
  return all;
}

std::vector<Article> some_articles() {
  std::vector<Article> all;
  const auto add = [&all](const char* date, const char* source, const char* title) {
    Article article = make_article("a" + std::to_string(all.size()), date, title, "Rain fell.");
    article.source = source;
    all.push_back(article);
  };
  add("2023-01-30", "Daily Planet", "Flood");
  add("2023-01-31", "daily planet", "Frost");
  add("2023-04-02", "Daily Planet", "Flood");
  add("2023-04", "Harbour Gazette", "Frost");
  add("", "", "Frost");
  return all;
}

class TimelineTest : public ::testing::Test {
 protected:
  TimelineAnswer by(Step step, TimelineRequest request) {
    Archive archive = archive_.open();
    request.step = step;
    return timeline(archive, request);
  }
  TestArchive archive_{{{some_articles()[0], some_articles()[1]},
                        {some_articles()[2], some_articles()[3], some_articles()[4]}}};
};

TEST_F(TimelineTest, DrawsATimelineWithItsEmptyMonths) {
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

TEST_F(TimelineTest, DrawsNoBarsForAgesWithoutArticles) {
  const TestArchive ancient({{make_article("old", "0001-01-01", "Rain", ""),
                              make_article("new", "2023-04-02", "Rain", ""),
                              make_article("newer", "2023-04-04", "Rain", "")}});
  Archive archive = ancient.open();
  TimelineRequest request{make_request("rain")};
  request.step = Step::day;
  EXPECT_THAT(shown(timeline(archive, request)),
              ElementsAre("0001-01-01=1", "2023-04-02=1", "2023-04-03=0", "2023-04-04=1"));
  request.step = Step::quarter;
  EXPECT_THAT(shown(timeline(archive, request)), ElementsAre("0001-Q1=1", "2023-Q2=2"));
  request.step = Step::year;
  EXPECT_THAT(shown(timeline(archive, request)), ElementsAre("0001=1", "2023=2"));
}

TEST_F(TimelineTest, TimelineBarsAgreeWithDateClauses) {
  Archive archive = archive_.open();
  TimelineRequest request{make_request("rain")};
  request.step = Step::month;
  const TimelineAnswer months = timeline(archive, request);
  for (const TimelineBar& bar : months.bars)
    EXPECT_EQ(count(archive, make_request("rain date:" + bar.when)).total, bar.articles)
        << bar.when;
}

TEST_F(TimelineTest, NamesWeeksAsISO8601AndQuarters) {
  const TestArchive years(
      {{make_article("a", "2020-12-31", "Rain", ""), make_article("b", "2021-01-03", "Rain", ""),
        make_article("c", "2021-01-04", "Rain", ""), make_article("d", "1969-12-29", "Snow", ""),
        make_article("e", "1970-01-04", "Snow", ""), make_article("f", "1970-01-05", "Snow", "")}});
  Archive archive = years.open();
  TimelineRequest request{make_request("rain")};
  request.step = Step::week;
  EXPECT_THAT(shown(timeline(archive, request)), ElementsAre("2020-W53=2", "2021-W01=1"));
  request.step = Step::quarter;
  EXPECT_THAT(shown(timeline(archive, request)), ElementsAre("2020-Q4=1", "2021-Q1=2"));
  TimelineRequest snow{make_request("snow")};
  snow.step = Step::week;
  EXPECT_THAT(shown(timeline(archive, snow)), ElementsAre("1970-W01=2", "1970-W02=1"));
  EXPECT_THAT(shown(by(Step::week, {make_request("rain date:2023")})).front(), "2023-W05=2");
  EXPECT_EQ(by(Step::week, {make_request("rain")}).without, 2u);
  EXPECT_THAT(shown(by(Step::quarter, {make_request("rain")})),
              ElementsAre("2023-Q1=2", "2023-Q2=2"));
}

TEST_F(TimelineTest, SplitsBarsByTheValuesOfAField) {
  TimelineRequest request{make_request("rain")};
  request.split = "source";
  request.limit = 1;
  const TimelineAnswer split = by(Step::quarter, request);
  EXPECT_THAT(shown_series(split), ElementsAre("Daily Planet: 2 1", "(other): 0 1"));
  EXPECT_EQ(split.series[0].articles, 3u);
}

TEST_F(TimelineTest, ShowsOtherQueriesBeside) {
  TimelineRequest request{make_request("frost")};
  request.against = {{"flood", make_request("flood").query},
                     {"zebra", make_request("zebra").query}};
  const TimelineAnswer answer = by(Step::quarter, request);
  EXPECT_THAT(shown(answer), ElementsAre("2023-Q1=1", "2023-Q2=1"));
  EXPECT_THAT(shown_series(answer), ElementsAre("flood: 1 1", "zebra: 0 0"));
}

TEST_F(TimelineTest, SharesAreOfAllArticlesInScopeOnTheDaysOfTheQuery) {
  TimelineRequest request{make_request("frost")};
  request.share = true;
  EXPECT_EQ(by(Step::month, request).bars.front().base, 2u);
  EXPECT_EQ(by(Step::month, request).bars.back().base, 2u);
  request.scope = make_request("source:=\"Daily Planet\"").query;
  EXPECT_EQ(by(Step::month, request).bars.back().base, 1u);
  TimelineRequest of_a_day{make_request("frost date:2023-01-31")};
  of_a_day.share = true;
  EXPECT_EQ(by(Step::month, of_a_day).bars.front().base, 1u);
}

std::vector<BurstBar> bars_of(std::vector<std::uint64_t> articles, std::uint64_t base) {
  std::vector<BurstBar> bars;
  for (const std::uint64_t each : articles) bars.push_back({each, base});
  return bars;
}

TEST(Bursts, AreWhereMuchMoreMatchesThanOnTheWhole) {
  const auto found = bursts_of(bars_of({5, 4, 6, 5, 40, 60, 30, 5, 4, 6, 5, 5}, 1000));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].first, 4u);
  EXPECT_EQ(found[0].last, 6u);
  EXPECT_GT(found[0].weight, 0);
}

TEST(Bursts, AreNotWhereMoreIsPublishedOnTheWhole) {
  std::vector<BurstBar> bars = bars_of({5, 5, 5, 5, 5, 5}, 100);
  bars[3] = {50, 1000};
  EXPECT_THAT(bursts_of(bars), IsEmpty());
}

TEST(Bursts, AreNotMadeOfFewArticlesNorOfNone) {
  EXPECT_THAT(bursts_of(bars_of({0, 1, 0, 0, 2, 0, 1, 0}, 1000)), IsEmpty());
  EXPECT_THAT(bursts_of(bars_of({0, 0}, 10)), IsEmpty());
  EXPECT_THAT(bursts_of(bars_of({10, 10}, 10)), IsEmpty());
  EXPECT_THAT(bursts_of({}), IsEmpty());
}

TEST(Bursts, AreOfWhatHasNoOtherArticlesToo) {
  std::vector<Article> all;
  for (int day = 10; day <= 28; ++day)
    for (int i = 0; i < 20; ++i)
      all.push_back(make_article("c" + std::to_string(all.size()), "2023-02-" + std::to_string(day),
                                 day == 15 && i < 9 ? "Flood" : "Frost", ""));
  const TestArchive archive({all});
  Archive opened = archive.open();
  TimelineRequest request{make_request("flood")};
  request.step = Step::day;
  request.bursts = true;
  const TimelineAnswer answer = timeline(opened, request);
  ASSERT_EQ(answer.bursts.size(), 1u);
  EXPECT_TRUE(answer.bars.front().in_burst);
}

TEST_F(TimelineTest, MarksBurstsWithTheirArticles) {
  std::vector<Article> all;
  for (int day = 1; day <= 28; ++day)
    for (int i = 0; i < 20; ++i) {
      const bool matches = i == 0 || (day >= 10 && day <= 12 && i < 15);
      const std::string date = "2023-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
      all.push_back(
          make_article("b" + std::to_string(all.size()), date, matches ? "Flood" : "Frost", ""));
    }
  const TestArchive archive({all});
  Archive opened = archive.open();
  TimelineRequest request{make_request("flood")};
  request.step = Step::day;
  request.bursts = true;
  const TimelineAnswer answer = timeline(opened, request);
  ASSERT_EQ(answer.bursts.size(), 1u);
  EXPECT_EQ(answer.bursts[0].from, "2023-02-10");
  EXPECT_EQ(answer.bursts[0].to, "2023-02-12");
  EXPECT_EQ(answer.bursts[0].articles, 45u);
  request.query = make_request("flood date:2023-02-01..2023-02-14 -frost").query;
  EXPECT_EQ(timeline(opened, request).bursts.size(), 1u);
  EXPECT_FALSE(answer.bars[8].in_burst);
  EXPECT_TRUE(answer.bars[9].in_burst);
}

}  // namespace
}  // namespace newsindex
