// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/render.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "query/answer/from_search.h"
#include "query/answer/numbers.h"
#include "schema/article_json.h"
#include "schema/error.h"

namespace newsindex {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

SearchAnswer some_answer() {
  SearchAnswer answer;
  answer.archive = {"uuid-1", 7, 1};
  answer.query = "oil";
  answer.total = 1234;
  answer.offset = 10;
  Hit hit;
  hit.score = 7.25;
  hit.article.id = "a\tb c";
  hit.article.title = "Oil\tspill";
  hit.article.body = "The whole body.";
  hit.article.published = published_from_iso("2023-04-02T15:24:00");
  hit.article.published->ambiguous = true;
  hit.article.source = "Daily Planet";
  hit.article.section = {"World", "Asia"};
  hit.article.topics = {{"medtop:11000000", "politics", 60, Origin::model},
                        {"medtop:06000000", "environment", 90, Origin::model}};
  hit.article.entities = {
      {EntityType::place, "Brest", {}, 80, Origin::model, {{MentionField::body, 0, 3}}}};
  hit.title = {"Oil spill", {{0, 3}}, false, false};
  hit.snippet = {"lost its oil near", {{9, 12}}, true, false};
  hit.explanation = Explanation{4.25, 3, 0, 0};
  answer.hits.push_back(hit);
  return answer;
}

template <class Found>
std::string printed(const Found& found, Format format, const Style& style = {}) {
  std::ostringstream out;
  render(out, to_answer(found), format, style);
  return out.str();
}

std::string with_these(const SearchAnswer& found, const Texts& fields, Format format) {
  std::ostringstream out;
  render(out, with_fields(to_answer(found), fields), format, {});
  return out.str();
}

TEST(TextRenderer, ShowsAHitForPeople) {
  const std::string text = printed(some_answer(), Format::text);
  EXPECT_EQ(text,
            "11–11 of 1,234 articles\n\n"
            "11. Oil spill\n"
            "   2023-04-02 15:24:00 (?) · Daily Planet · World › Asia · a b c\n"
            "   … lost its oil near\n"
            "   environment 90, politics 60 · Brest 80\n"
            "   7.250 = text 4.250 + topic 3.000 + entity 0.000 + recency 0.000 + closeness 0.000 "
            "+ lead 0.000 + feedback 0.000\n");
}

TEST(TextRenderer, PaintsMatchesOnlyWhenAsked) {
  const std::string plain = printed(some_answer(), Format::text);
  EXPECT_THAT(plain, Not(HasSubstr("\x1b")));
  const std::string color = printed(some_answer(), Format::text, {true});
  EXPECT_THAT(color, HasSubstr("\x1b[1;33moil\x1b[0m"));
}

TEST(TextRenderer, KeepsControlCharactersOfArticlesFromTheTerminal) {
  SearchAnswer answer = some_answer();
  answer.hits[0].title = {"Evil\x1b[2J", {}, false, false};
  EXPECT_THAT(printed(answer, Format::text), Not(HasSubstr("\x1b")));
}

TEST(TextRenderer, KeepsThemFromTheTerminalInWholeArticlesToo) {
  ShowAnswer answer;
  Article& article = answer.articles.emplace_back().article;
  article = some_answer().hits[0].article;
  article.title = "Evil\u009b2J";
  article.lead = "Lead\x1b[2J";
  article.body = "One\r\x1b[2J\n\nTwo\u009b2J \x9b";
  const std::string text = printed(answer, Format::text);
  for (const char* control : {"\x1b", "\u009b", "\r", " \x9b"})
    EXPECT_THAT(text, Not(HasSubstr(control)));
  EXPECT_THAT(text, HasSubstr("Lead [2J\n\nOne  [2J\n\nTwo 2J \uFFFD\n"));
}

TEST(TextRenderer, SaysWhenNothingMatchesOrThePageIsBehindTheEnd) {
  SearchAnswer answer = some_answer();
  answer.hits.clear();
  EXPECT_THAT(printed(answer, Format::text), HasSubstr("none from number 11"));
  answer.total = 0;
  EXPECT_EQ(printed(answer, Format::text), "no article matches\n");
}

TEST(JsonRenderer, NamesTheArchiveInEveryAnswer) {
  const auto state = R"({"uuid":"uuid-1","revision":7,"schema_version":1})"_json;
  const ArchiveState archive{"uuid-1", 7, 1};
  const std::vector<std::string> answers{
      printed(some_answer(), Format::json),
      printed(CountAnswer{archive, "q", 1}, Format::json),
      printed(FacetAnswer{archive, "q", 1, {}}, Format::json),
      printed(TimelineAnswer{archive, "q", 1, 0, {}}, Format::json),
      printed(ShowAnswer{archive}, Format::json),
      printed(some_answer(), Format::jsonl)};
  for (const std::string& answer : answers)
    EXPECT_EQ(nlohmann::json::parse(answer)["archive"], state) << answer;
}

TEST(JsonRenderer, GivesHitsWithTheirMatchesButNotTheWholeText) {
  const auto json = nlohmann::json::parse(printed(some_answer(), Format::json));
  const auto& hit = json["hits"][0];
  EXPECT_EQ(json["total"], 1234);
  EXPECT_EQ(hit["rank"], 11);
  EXPECT_EQ(hit["id"], "a\tb c");
  EXPECT_FALSE(hit.contains("body"));
  EXPECT_EQ(hit["snippet"]["matches"], R"([[9,12]])"_json);
  EXPECT_EQ(hit["explanation"]["topic"], 3);
}

constexpr const char* kHeading =
    "rank\tscore\tid\tpublished\tsource\tsection\ttitle\turl\tcopies\n";
constexpr const char* kLine =
    "11\t7.2500\ta b c\t2023-04-02T15:24:00\tDaily Planet\tWorld > Asia\tOil spill\t\t";

TEST(TsvRenderer, KeepsOneHitOnOneLineBelowAHeading) {
  EXPECT_EQ(printed(some_answer(), Format::tsv), std::string(kHeading) + kLine + "\n");
}

TEST(TsvRenderer, HasTheSameColumnsWhereCopiesAreCollapsed) {
  SearchAnswer answer = some_answer();
  answer.collapsed = true;
  answer.hits.front().copies = 4;
  EXPECT_EQ(printed(answer, Format::tsv), std::string(kHeading) + kLine + "4\n");
}

TEST(TsvRenderer, HasAHeadingWhereNothingIsFound) {
  SearchAnswer answer = some_answer();
  answer.hits.clear();
  EXPECT_EQ(printed(answer, Format::tsv), kHeading);
  EXPECT_EQ(printed(CountAnswer{{}, "q", 7}, Format::tsv), "total\n7\n");
}

TEST(CsvRenderer, QuotesWhatASpreadsheetWouldTakeApart) {
  const FacetAnswer answer{
      {}, "q", 3, {{"source", true, 3, 0, {{"Smith, Jones", "", 2}, {"The \"Post\"", "", 1}}}}};
  EXPECT_EQ(printed(answer, Format::csv),
            "field,articles,name,id\r\nsource,2,\"Smith, Jones\",\r\n"
            "source,1,\"The \"\"Post\"\"\",\r\n");
}

TEST(Fields, AreTheColumnsThatWereAskedForInThatOrder) {
  const Texts fields{"title", "rank", "language", "section"};
  EXPECT_EQ(with_these(some_answer(), fields, Format::tsv),
            "title\trank\tlanguage\tsection\nOil spill\t11\t\tWorld > Asia\n");
  EXPECT_EQ(with_these(some_answer(), fields, Format::text),
            "11–11 of 1,234 articles\ntitle      rank  section\nOil spill    11  World > Asia\n");
  const auto json = nlohmann::json::parse(with_these(some_answer(), fields, Format::json));
  EXPECT_EQ(json["hits"], R"([{"title":"Oil\tspill","rank":11,"section":["World","Asia"]}])"_json);
}

TEST(Fields, ThatDoNotExistAreToldWithTheNearest) {
  try {
    with_these(some_answer(), {"titel"}, Format::tsv);
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("unknown field 'titel' (did you mean 'title'?); the fields "
                                        "of this answer are rank, score, id, "));
  }
}

TEST(ArticleColumns, HaveEveryMemberOfAnArticle) {
  ShowAnswer answer;
  answer.articles.push_back({some_answer().hits[0].article, 7});
  Article& article = answer.articles[0].article;
  article.url = article.lead = article.language = article.story = "x";
  article.modified = article.published;
  article.modified->evidence = article.published->evidence = "x";
  article.version = 2;
  article.authors = article.keywords = {"x"};
  article.analysis = Analysis::models;
  article.fingerprint = 1;
  auto json = nlohmann::json::parse(printed(answer, Format::jsonl));
  EXPECT_EQ(json["ingested"], 7);
  json.erase("ingested");
  EXPECT_EQ(json, nlohmann::json::parse(to_json(article).dump()));
}

TEST(TextRenderer, BreaksLinesBetweenWordsAtTheWidthOfTheTerminal) {
  SearchAnswer answer = some_answer();
  answer.hits[0].title = {"Oil spill near Brest", {{0, 3}}, false, false};
  answer.hits[0].snippet = {"外相は北京で会談", {}, false, false};
  answer.hits[0].explanation.reset();
  EXPECT_EQ(printed(answer, Format::text, {false, false, 15}),
            "11–11 of 1,234\narticles\n\n"
            "11. Oil spill\n   near Brest\n"
            "   2023-04-02\n   15:24:00 (?)\n   · Daily\n   Planet ·\n   World › Asia\n   · a b c\n"
            "   外相は北京で\n   会談\n"
            "   environment\n   90, politics\n   60 · Brest\n   80\n");
}

TEST(TextRenderer, LinksTitlesToTheirArticlesOnlyWhenAsked) {
  SearchAnswer answer = some_answer();
  answer.hits[0].article.url = "https://example.org/a";
  EXPECT_THAT(printed(answer, Format::text, {false, true}),
              HasSubstr("\x1b]8;;https://example.org/a\x1b\\Oil\x1b]8;;\x1b\\"));
  answer.hits[0].article.url = "javascript:alert()";
  EXPECT_THAT(printed(answer, Format::text, {false, true}), Not(HasSubstr("\x1b")));
}

TEST(TextRenderer, SaysHowManyOtherCopiesThereAre) {
  SearchAnswer answer = some_answer();
  answer.collapsed = true;
  answer.hits.front().copies = 4;
  const std::string text = printed(answer, Format::text);
  EXPECT_NE(text.find("11–11 of 1,234 stories\n"), std::string::npos);
  EXPECT_NE(text.find("   +4 copies\n"), std::string::npos);
}

TEST(TrecRenderer, WritesSixColumnsWithoutSpacesInIds) {
  std::ostringstream out;
  render(out, to_answer("q 1", some_answer()), Format::trec, {});
  EXPECT_EQ(out.str(), "q_1 Q0 a_b_c 11 7.250000 newsindex\n");
}

TEST(TimelineRenderer, DrawsBarsToScale) {
  const TimelineAnswer answer{{}, "q", 12, 2, {{"2023-01", 8}, {"2023-02", 0}, {"2023-03", 2}}};
  const std::string text = printed(answer, Format::text, {false, false, 31});
  EXPECT_EQ(text,
            "2023-01  8  ████████████████\n2023-02  0\n2023-03  2  ████\n12 articles, 2 of them "
            "without\nsuch a date\n");
}

TEST(TimelineRenderer, DrawsSeriesSideBySideInTheWidthOfTheTerminal) {
  TimelineAnswer answer{{}, "oil", 10, 0, {{"2023", 8}, {"2024", 2}}};
  answer.name = "oil";
  answer.series = {{TimelineSeries::Kind::query, "bank robberies in town", "", 4}};
  answer.bars[0].series = {{4}};
  answer.bars[1].series = {{0}};
  EXPECT_EQ(printed(answer, Format::text, {false, false, 40}),
            "      oil               bank robberies…\n"
            "2023  8  █████████████  4  ██████▌\n"
            "2024  2  ███▎           0\n"
            "10 articles\n");
  EXPECT_EQ(printed(answer, Format::text, {false, false, 14}),
            "      oil  ban…\n2023    8     4\n2024    2     0\n10 articles\n");
}

TEST(FacetRenderer, CutsHeadingsOfACrossTableToTheWidthOfTheTerminal) {
  CrossAnswer answer{{}, "q", 3, {"source", true, 1, 0, {{"CNN", "", 3}}}, {}, {}, {}, {}};
  answer.columns = {"topic", true, 2, 1, {{"economy, business", "", 2}, {"politics", "", 1}}};
  answer.counts = {{2, 1, 0, 1}, {0, 0, 0, 0}, {0, 0, 0, 0}};
  answer.row_totals = {3, 0, 0};
  answer.column_totals = {2, 1, 0, 1};
  EXPECT_EQ(printed(answer, Format::text, {false, false, 40}),
            "3 articles: source (rows) by topic\n(columns)\n"
            "source  econom…  politics  (none)  total\n"
            "CNN           2         1       1      3\n"
            "total         2         1       1      3\n");
}

TEST(FacetRenderer, ShowsCountsNamesAndIds) {
  const FacetAnswer answer{
      {},
      "q",
      12,
      {{"topic", true, 3, 4, {{"politics", "medtop:11000000", 8}, {"summit", "", 1}}}}};
  const std::string text = printed(answer, Format::text);
  EXPECT_THAT(text, HasSubstr("topic (3 different, 1 not shown, 4 articles without)"));
  EXPECT_THAT(text, HasSubstr("\n  8  politics  medtop:11000000\n  1  summit\n"));
}

TEST(Numbers, AreGroupedAndFixed) {
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(articles(1), "1 article");
  EXPECT_EQ(fixed(2.0 / 3, 3), "0.667");
}

}  // namespace
}  // namespace newsindex
