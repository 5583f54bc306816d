// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/render.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "query/render/numbers.h"

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

template <class Render>
std::string text_of(Render&& render) {
  std::ostringstream out;
  render(out);
  return out.str();
}

TEST(TextRenderer, ShowsAHitForPeople) {
  const std::string text = text_of([](std::ostream& out) { render_text(out, some_answer(), {}); });
  EXPECT_EQ(text,
            "11–11 of 1,234 articles\n\n"
            "11. Oil spill\n"
            "   2023-04-02 15:24:00 (?) · Daily Planet · World › Asia · a b c\n"
            "   … lost its oil near\n"
            "   environment 90, politics 60 · Brest 80\n"
            "   7.250 = text 4.250 + topic 3.000 + entity 0.000 + recency 0.000\n");
}

TEST(TextRenderer, PaintsMatchesOnlyWhenAsked) {
  const std::string plain = text_of([](std::ostream& out) { render_text(out, some_answer(), {}); });
  EXPECT_THAT(plain, Not(HasSubstr("\x1b")));
  const std::string color = text_of([](std::ostream& out) {
    render_text(out, some_answer(), {true, 80});
  });
  EXPECT_THAT(color, HasSubstr("\x1b[1;33moil\x1b[0m"));
}

TEST(TextRenderer, KeepsControlCharactersOfArticlesFromTheTerminal) {
  SearchAnswer answer = some_answer();
  answer.hits[0].title = {"Evil\x1b[2J", {}, false, false};
  EXPECT_THAT(text_of([&](std::ostream& out) { render_text(out, answer, {}); }),
              Not(HasSubstr("\x1b")));
}

TEST(TextRenderer, KeepsThemFromTheTerminalInWholeArticlesToo) {
  ShowAnswer answer;
  answer.articles.push_back(some_answer().hits[0].article);
  answer.copies.push_back(0);
  Article& article = answer.articles[0];
  article.title = "Evil\u009b2J";
  article.lead = "Lead\x1b[2J";
  article.body = "One\r\x1b[2J\n\nTwo\u009b2J \x9b";
  const std::string text = text_of([&](std::ostream& out) { render_text(out, answer, {}); });
  for (const char* control : {"\x1b", "\u009b", "\r", " \x9b"})
    EXPECT_THAT(text, Not(HasSubstr(control)));
  EXPECT_THAT(text, HasSubstr("Lead [2J\n\nOne  [2J\n\nTwo 2J \uFFFD\n"));
}

TEST(TextRenderer, SaysWhenNothingMatchesOrThePageIsBehindTheEnd) {
  SearchAnswer answer = some_answer();
  answer.hits.clear();
  EXPECT_THAT(text_of([&](std::ostream& out) { render_text(out, answer, {}); }),
              HasSubstr("none from number 11"));
  answer.total = 0;
  EXPECT_EQ(text_of([&](std::ostream& out) { render_text(out, answer, {}); }),
            "no article matches\n");
}

TEST(JsonRenderer, NamesTheArchiveInEveryAnswer) {
  const auto state = R"({"uuid":"uuid-1","revision":7,"schema_version":1})"_json;
  const ArchiveState archive{"uuid-1", 7, 1};
  const std::vector<std::string> answers{
      text_of([](std::ostream& out) { render_json(out, some_answer()); }),
      text_of([&](std::ostream& out) {
        render_json(out, CountAnswer{archive, "q", 1});
      }),
      text_of([&](std::ostream& out) {
        render_json(out, FacetAnswer{archive, "q", 1, {}});
      }),
      text_of([&](std::ostream& out) {
        render_json(out, TimelineAnswer{archive, "q", 1, 0, {}});
      }),
      text_of([&](std::ostream& out) {
        render_json(out, ShowAnswer{archive, {}, {}, {}});
      }),
      text_of([](std::ostream& out) { render_jsonl(out, some_answer()); })};
  for (const std::string& answer : answers)
    EXPECT_EQ(nlohmann::json::parse(answer)["archive"], state) << answer;
}

TEST(JsonRenderer, GivesHitsWithTheirMatchesButNotTheWholeText) {
  const auto json =
      nlohmann::json::parse(text_of([](std::ostream& out) { render_json(out, some_answer()); }));
  const auto& hit = json["hits"][0];
  EXPECT_EQ(json["total"], 1234);
  EXPECT_EQ(hit["rank"], 11);
  EXPECT_EQ(hit["id"], "a\tb c");
  EXPECT_FALSE(hit.contains("body"));
  EXPECT_EQ(hit["snippet"]["matches"], R"([[9,12]])"_json);
  EXPECT_EQ(hit["explanation"]["topic"], 3);
}

TEST(TsvRenderer, KeepsOneHitOnOneLine) {
  EXPECT_EQ(text_of([](std::ostream& out) { render_tsv(out, some_answer()); }),
            "11\t7.2500\ta b c\t2023-04-02T15:24:00\tDaily Planet\tWorld > Asia\tOil spill\n");
}

TEST(TsvRenderer, AddsTheNumberOfOtherCopiesWhereTheyAreCollapsed) {
  SearchAnswer answer = some_answer();
  answer.collapsed = true;
  answer.hits.front().copies = 4;
  EXPECT_EQ(text_of([&](std::ostream& out) { render_tsv(out, answer); }),
            "11\t7.2500\ta b c\t2023-04-02T15:24:00\tDaily Planet\tWorld > Asia\tOil spill\t4\n");
}

TEST(TextRenderer, SaysHowManyOtherCopiesThereAre) {
  SearchAnswer answer = some_answer();
  answer.collapsed = true;
  answer.hits.front().copies = 4;
  const std::string text = text_of([&](std::ostream& out) { render_text(out, answer, {}); });
  EXPECT_NE(text.find("11–11 of 1,234 stories\n"), std::string::npos);
  EXPECT_NE(text.find("   +4 copies\n"), std::string::npos);
}

TEST(TrecRenderer, WritesSixColumnsWithoutSpacesInIds) {
  EXPECT_EQ(text_of([](std::ostream& out) { render_trec(out, "q 1", some_answer()); }),
            "q_1 Q0 a_b_c 11 7.250000 newsindex\n");
}

TEST(TimelineRenderer, DrawsBarsToScale) {
  const TimelineAnswer answer{{}, "q", 12, 2, {{"2023-01", 8}, {"2023-02", 0}, {"2023-03", 2}}};
  const std::string text = text_of([&](std::ostream& out) {
    render_text(out, answer, {false, 31});
  });
  EXPECT_EQ(text,
            "2023-01  8  ████████████████\n2023-02  0  \n2023-03  2  ████\n12 articles, 2 of them "
            "without such a date\n");
}

TEST(FacetRenderer, ShowsCountsNamesAndIds) {
  const FacetAnswer answer{
      {},
      "q",
      12,
      {{"topic", true, 3, 4, {{"politics", "medtop:11000000", 8}, {"summit", "", 1}}}}};
  const std::string text = text_of([&](std::ostream& out) { render_text(out, answer, {}); });
  EXPECT_THAT(text, HasSubstr("topic (3 different, 4 articles without)"));
  EXPECT_THAT(text, HasSubstr("8  politics (medtop:11000000)\n"));
}

TEST(Numbers, AreGroupedAndFixed) {
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(articles(1), "1 article");
  EXPECT_EQ(fixed(2.0 / 3, 3), "0.667");
}

}  // namespace
}  // namespace newsindex
