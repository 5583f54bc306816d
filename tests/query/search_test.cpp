// SPDX-License-Identifier: GPL-3.0-or-later
// Searches on small archives.
#include "query/search/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

Article spill() {
  Article article =
      make_article("spill", "2023-04-02", "Oil spill reaches the coast",
                   "Missile tests were not the cause. The tanker lost its oil near Brest.");
  article.source = "Harbour Gazette";
  article.url = "https://example.org/spill";
  article.section = {"World", "Europe"};
  article.authors = {"Jane Doe", "Mary O'Brien"};
  article.topics = {{"medtop:06000000", "environment", 90, Origin::model}};
  article.entities = {{EntityType::place, "Brest", {}, 80, Origin::model, {}}};
  return article;
}

Article ministers() {
  Article article = make_article(
      "ministers", "2023-04-02", "Foreign ministers meet in Beijing",
      "Yoshimasa Hayashi met Qin Gang. A missile test worried the ministers of the U.N. members.");
  article.source = "Daily Planet";
  article.story = "0f3a5c7e9b1d2f40";
  article.section = {"World"};
  article.topics = {{"medtop:20000639", "diplomacy", 70, Origin::model},
                    {"label:Summit", "Summit", 100, Origin::source}};
  article.entities = {{EntityType::person, "Qin Gang", {}, 88, Origin::model, {}},
                      {EntityType::person, "Yoshimasa Hayashi", {}, 60, Origin::model, {}},
                      {EntityType::organisation, "United Nations", {"UN"}, 40, Origin::model, {}}};
  return article;
}

Article flood() {
  Article article = make_article("flood", "2023-05", "Überschwemmung am Rhein",
                                 "Die Überschwemmungen am Rhein trafen viele Minister.");
  article.language = "de";
  article.source = "Daily Planet";
  return article;
}

Article undated() {
  return make_article("undated", "", "Oil prices", "Oil prices rose again, oil oil oil.");
}

Article old_news() {
  Article article =
      make_article("old", "2019-01-15", "Oil summit", "The summit on oil ended. Oil fell.");
  article.source = "Harbour Gazette";
  article.story = "0f3a5c7e9b1d2f40";
  return article;
}

std::vector<std::string> ids(const SearchAnswer& answer) {
  std::vector<std::string> all;
  for (const Hit& hit : answer.hits) all.push_back(hit.article.id);
  return all;
}

class SearchTest : public ::testing::Test {
 protected:
  std::vector<std::string> found(const std::string& query) {
    Archive archive = archive_.open();
    const SearchRequest request = make_request(query);
    const SearchAnswer answer = search(archive, request);
    EXPECT_EQ(answer.total, answer.hits.size()) << query;
    EXPECT_EQ(count(archive, request).total, answer.total) << query;
    return ids(answer);
  }
  TestArchive archive_{{{spill(), ministers(), flood()}, {undated(), old_news()}}};
};

struct FindCase {
  const char* query;
  std::vector<std::string> ids;
};

TEST_F(SearchTest, FindsWhatTheQuerySays) {
  const std::vector<FindCase> cases{
      {"oil", {"spill", "undated", "old"}},
      {"oil spills", {"spill"}},
      {"oil -spill", {"undated", "old"}},
      {"(spill OR ministers)", {"spill", "ministers", "flood"}},
      {"minister", {"ministers", "flood"}},
      {"minister lang:de", {"flood"}},
      {"überschwemmung", {"flood"}},
      {"uberschwemmungen", {"flood"}},
      {"\"missile test\"", {"spill", "ministers"}},
      {"exact:\"missile test\"", {"ministers"}},
      {"exact:tests", {"spill"}},
      {"\"test missile\"", {}},
      {"oil NEAR/3 brest", {"spill"}},
      {"tanker NEAR/3 brest", {}},
      {"title:oil", {"spill", "undated", "old"}},
      {"title:\"oil summit\"", {"old"}},
      {"miss*", {"spill", "ministers"}},
      {"author:doe", {"spill"}},
      {"author:\"jane doe\"", {"spill"}},
      {"author:\"doe jane\"", {}},
      {"author:\"doe mary\"", {}},  // the words are of two values
      {"author:\"mary o'brien\"", {"spill"}},
      {"author:\"mary obrien\"", {"spill"}},
      {"source:\"daily planet\"", {"ministers", "flood"}},
      {"url:https://example.org/spill", {"spill"}},
      {"url:https://example.org/other", {}},
      {"story:0f3a5c7e9b1d2f40", {"ministers", "old"}},
      {"story:0f3a5c7e9b1d2f40 oil", {"old"}},
      {"source:gazette", {"spill", "old"}},
      {"source:=\"harbour gazette\"", {"spill", "old"}},
      {"source:=gazette", {}},
      {"section:europe", {"spill"}},
      {"id:old", {"old"}},
      {"UN", {"ministers"}},
      {"zebra", {}},
      {"date:2023-04-02", {"spill", "ministers"}},
      {"date:2023", {"spill", "ministers", "flood"}},
      {"date:2023-05", {"flood"}},
      {"date:2023-05-01..2023-05-20", {}},
      {"before:2023", {"old"}},
      {"oil after:2020", {"spill"}},
      {"topic:environment", {"spill"}},
      {"topic:politics", {"ministers"}},
      {"topic:diplomacy", {"ministers"}},
      {"topic:diplomacy>=80", {}},
      {"topic:summit", {"ministers"}},
      {"topic:summit date:2019", {}},  // a label that only other years have is no error
      {"topic:medtop:11000000", {"ministers"}},
      {"person:\"qin gang\"", {"ministers"}},
      {"person:\"Qin Gang\">=85", {"ministers"}},
      {"person:\"Qin Gang\">=89", {}},
      {"person:hayashi", {"ministers"}},
      {"person:brest", {}},
      {"entity:brest", {"spill"}},
      {"entity:U.N.", {"ministers"}},
      {"org:\"United Nations\"", {"ministers"}},
  };
  for (const FindCase& each : cases)
    EXPECT_THAT(found(each.query), ::testing::UnorderedElementsAreArray(each.ids)) << each.query;
}

TEST_F(SearchTest, RefusesATopicThatDoesNotExistWithASuggestion) {
  Archive archive = archive_.open();
  try {
    search(archive, make_request("topic:enviroment"));
    FAIL() << "no error";
  } catch (const QueryError& error) {
    EXPECT_THAT(error.what(), HasSubstr("did you mean topic:environment?"));
  }
}

TEST_F(SearchTest, ListsTheTopicsThatAPartOfANameCanMean) {
  Archive archive = archive_.open();
  try {
    search(archive, make_request("topic:hockey"));
    FAIL() << "no error";
  } catch (const QueryError& error) {
    EXPECT_THAT(error.what(), HasSubstr("medtop:"));
  }
}

TEST_F(SearchTest, RanksByAnyWordWhenAsked) {
  Archive archive = archive_.open();
  const auto answer = search(archive, make_request("oil coast zebra", Match::any));
  EXPECT_THAT(ids(answer), UnorderedElementsAre("spill", "undated", "old"));
  EXPECT_EQ(answer.hits.front().article.id, "spill");
}

TEST_F(SearchTest, SortsByDateWithUndatedArticlesLast) {
  Archive archive = archive_.open();
  SearchRequest request = make_request("oil");
  request.sort = Sort::newest;
  EXPECT_THAT(ids(search(archive, request)), ElementsAre("spill", "old", "undated"));
  request.sort = Sort::oldest;
  EXPECT_THAT(ids(search(archive, request)), ElementsAre("old", "spill", "undated"));
}

TEST_F(SearchTest, GivesPagesThatFitTogether) {
  Archive archive = archive_.open();
  const auto all = ids(search(archive, make_request("oil")));
  SearchRequest request = make_request("oil");
  request.limit = 2;
  request.offset = 1;
  const SearchAnswer page = search(archive, request);
  EXPECT_THAT(ids(page), ElementsAre(all[1], all[2]));
  EXPECT_EQ(page.total, 3u);
  request.offset = 7;
  EXPECT_THAT(search(archive, request).hits, IsEmpty());
  EXPECT_EQ(search(archive, request).total, 3u);
}

TEST_F(SearchTest, NeverFindsADeletedArticle) {
  archive_.remove("spill");
  EXPECT_THAT(found("oil"), UnorderedElementsAre("undated", "old"));
  EXPECT_THAT(found("exact:tests"), IsEmpty());
  EXPECT_THAT(found("topic:environment"), IsEmpty());
}

TEST_F(SearchTest, AnswersFromAnEmptyArchive) {
  const TestArchive empty({});
  Archive archive = empty.open();
  EXPECT_EQ(search(archive, make_request("oil")).total, 0u);
  EXPECT_EQ(count(archive, make_request("")).total, 0u);
}

TEST_F(SearchTest, OpensNoSegmentThatCannotMatch) {
  std::filesystem::remove_all(archive_.path() / "segments" / "s0");  // 2023
  Archive archive = archive_.open();
  EXPECT_EQ(search(archive, make_request("oil date:2019")).total, 1u);
  EXPECT_THAT(archive.left_out(), IsEmpty());
  EXPECT_THAT(search(archive, make_request("oil date:2023")).archive.left_out, ElementsAre("s0"));
}

// Queries for every way in which score is added; the parts add up to the score.
TEST_F(SearchTest, ExplainsScoresByPartsThatAddUp) {
  Archive archive = archive_.open();
  for (const char* query :
       {"missile", "missile topic:diplomacy", "ministers person:\"Qin Gang\" org:UN",
        "exact:\"missile test\" entity:UN", "oil OR topic:politics", "date:2023"}) {
    SearchRequest request = make_request(query);
    request.explain = true;
    request.half_life_days = 365;
    request.prefer = {make_request("topic:environment").query, make_request("coast").query};
    const SearchAnswer answer = search(archive, request);
    EXPECT_THAT(answer.hits, Not(IsEmpty())) << query;
    for (const Hit& hit : answer.hits) {
      const Explanation& parts = hit.explanation.value();
      EXPECT_NEAR(parts.text + parts.topic + parts.entity + parts.recency, hit.score, 1e-6)
          << query;
    }
  }
}

TEST_F(SearchTest, AddsMoreForMoreConfidenceAndSalience) {
  Article less = spill();
  less.id = "less";
  less.topics[0].confidence = 40;
  less.entities[0].salience = 20;
  const TestArchive both({{less, spill()}});
  Archive archive = both.open();
  SearchRequest request = make_request("topic:environment place:brest");
  request.explain = true;
  const SearchAnswer answer = search(archive, request);
  ASSERT_THAT(ids(answer), ElementsAre("spill", "less"));
  EXPECT_GT(answer.hits[0].explanation->topic, answer.hits[1].explanation->topic);
  EXPECT_GT(answer.hits[0].explanation->entity, answer.hits[1].explanation->entity);
}

TEST_F(SearchTest, PrefersWithoutFiltering) {
  Archive archive = archive_.open();
  SearchRequest request = make_request("oil");
  request.prefer = {make_request("date:2019 source:gazette").query,
                    make_request("topic:environment").query};
  const SearchAnswer answer = search(archive, request);
  EXPECT_EQ(answer.total, 3u);
  EXPECT_EQ(answer.hits.front().article.id, "spill");
}

TEST_F(SearchTest, PutsTheNewerOfEquallyGoodArticlesFirst) {
  std::vector<Article> all;
  for (int day = 1; day <= 9; ++day)
    all.push_back(make_article("d" + std::to_string(day), "2023-04-0" + std::to_string(day), "Rain",
                               "Rain fell."));
  const TestArchive mixed(
      {{all[3], all[0], all[8]}, {all[5], all[7]}, {all[1], all[2], all[4], all[6]}});
  Archive archive = mixed.open();
  EXPECT_THAT(ids(search(archive, make_request("rain"))),
              ElementsAre("d9", "d8", "d7", "d6", "d5", "d4", "d3", "d2", "d1"));
}

TEST_F(SearchTest, PlansPrintThemselves) {
  Archive archive = archive_.open();
  const std::vector<std::pair<const char*, const char*>> cases{
      {"prices", "words{pric price}"},
      {"oil -author:doe", "without{words{oil} words{Adoe}}"},
      {"title:\"oil summit\" lang:en", "all_of{in_order{title Soil Ssummit} words{Len}}"},
      {"oil NEAR/3 brest lang:en", "all_of{near{within 4: oil brest} words{Len}}"},
      {"author:\"jane doe\"", "value{Ajane Adoe}"},
      {"person:\"Qin Gang\" date:2023",
       "all_of{levels{XPERqin gang/088 * 5} days{2023-01-01..2023-12-31}}"},
      {"", "everything"},
  };
  for (const auto& [query, plan] : cases) {
    SearchRequest request = make_request(query);
    request.explain = true;
    EXPECT_EQ(search(archive, request).plan, plan) << query;
  }
}

TEST_F(SearchTest, FavoursNewArticlesByTheirHalfLife) {
  Article newer = old_news();
  newer.id = "newer";
  newer.published = published_from_iso("2024-05-30");
  const TestArchive both({{old_news(), newer}});
  Archive archive = both.open();
  SearchRequest request = make_request("summit");
  request.half_life_days = 30;
  request.explain = true;
  const SearchAnswer answer = search(archive, request);
  EXPECT_EQ(answer.hits.front().article.id, "newer");
  EXPECT_GT(answer.hits[0].explanation->recency, 4.0);
  EXPECT_LT(answer.hits[1].explanation->recency, 0.1);
}

TEST(SearchOrder, DoesNotDependOnHowArticlesLieInSegments) {
  std::vector<Article> all;
  for (int i = 0; i < 40; ++i) {
    Article article = make_article("a" + std::to_string(i), "2023-04-0" + std::to_string(1 + i % 3),
                                   "Rain", i % 4 == 0 ? "Rain and storm" : "Rain");
    all.push_back(article);
  }
  const std::vector<std::vector<Article>> thirds{{all.begin(), all.begin() + 10},
                                                 {all.begin() + 10, all.begin() + 11},
                                                 {all.begin() + 11, all.end()}};
  std::vector<Article> reversed(all.rbegin(), all.rend());
  SearchRequest request = make_request("rain");
  request.limit = 100;
  std::vector<std::vector<std::string>> orders;
  for (const auto& segments : {std::vector<std::vector<Article>>{all}, thirds, {reversed}}) {
    const TestArchive test(segments);
    Archive archive = test.open();
    orders.push_back(ids(search(archive, request)));
  }
  EXPECT_EQ(orders[0], orders[1]);
  EXPECT_EQ(orders[0], orders[2]);
}

TEST(Search, FindsWhatCameInFromANumberOn) {
  const TestArchive folder({{spill(), ministers()}, {flood(), undated()}});
  const auto ids = [&](const std::string& query) {
    Archive archive = folder.open();
    std::vector<std::string> found;
    for (const Hit& hit : search(archive, make_request(query)).hits)
      found.push_back(hit.article.id + " " + std::to_string(hit.sequence));
    return found;
  };
  EXPECT_THAT(ids("ingested:3.."), UnorderedElementsAre("flood 3", "undated 4"));
  EXPECT_THAT(ids("ingested:..2"), UnorderedElementsAre("spill 1", "ministers 2"));
  EXPECT_THAT(ids("ingested:2..3 beijing"), ElementsAre("ministers 2"));
  EXPECT_THAT(ids("oil -ingested:1"), ElementsAre("undated 4"));
  EXPECT_THAT(ids("ingested:5.."), IsEmpty());
}

// In English, "dies" is a form of the verb "die". In German, "die" and "dies" are different words.
TEST(Search, ReadsTheWordsOfAQueryInTheLanguageThatIsAskedFor) {
  Article german = make_article("german", "2023-04-02", "Wetter", "Dies ist das Wetter.");
  german.language = "de";
  const TestArchive folder(
      {{make_article("english", "2023-04-02", "Storm", "Two men die in the storm."), german}});
  const auto ids = [&](const std::string& language) {
    Archive archive = folder.open();
    SearchRequest request = make_request("dies");
    request.language = language;
    std::vector<std::string> found;
    for (const Hit& hit : search(archive, request).hits) found.push_back(hit.article.id);
    return found;
  };
  EXPECT_THAT(ids(""), UnorderedElementsAre("english", "german"));
  EXPECT_THAT(ids("de"), ElementsAre("german"));
}

TEST(Search, GivesTheSameAnswerInParts) {
  const TestArchive folder({{spill(), ministers()}, {flood(), undated()}});
  Archive archive = folder.open();
  SearchRequest request = make_request("");
  request.limit = 3;
  request.offset = 1;
  const SearchAnswer whole = search(archive, request);
  ASSERT_EQ(whole.hits.size(), 3u);
  std::vector<std::string> ids;
  std::vector<std::uint64_t> offsets;
  search_in_parts(archive, request, 2, [&](SearchAnswer& part, bool is_last) {
    EXPECT_EQ(part.total, 4u);
    EXPECT_EQ(is_last, part.hits.size() == 1);
    offsets.push_back(part.offset);
    for (const Hit& hit : part.hits) ids.push_back(hit.article.id);
  });
  EXPECT_THAT(offsets, ElementsAre(1, 3));
  ASSERT_EQ(ids.size(), 3u);
  for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(ids[i], whole.hits[i].article.id);
  request.offset = 9;
  int parts = 0;
  search_in_parts(archive, request, 2, [&](SearchAnswer& part, bool is_last) {
    ++parts;
    EXPECT_TRUE(is_last && part.hits.empty());
    EXPECT_EQ(part.offset, 9u);
  });
  EXPECT_EQ(parts, 1);
}

TEST(Phrases, DoNotRunOverTheEndOfAParagraph) {
  const TestArchive folder(
      {{make_article("a", "2023-01-01", "Talks", "They left the harbour.\n\nMaster builders came."),
        make_article("b", "2023-01-01", "Talks", "Builders came.\n\nA harbour master spoke.")}});
  Archive archive = folder.open();
  for (const char* query : {"\"harbour master\"", "exact:\"harbour master\""})
    EXPECT_EQ(count(archive, make_request(query)).total, 1u) << query;
  EXPECT_EQ(count(archive, make_request("harbour NEAR/2 master")).total, 2u);
}

}  // namespace
}  // namespace newsindex
