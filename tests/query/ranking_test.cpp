// SPDX-License-Identifier: GPL-3.0-or-later
// Ranking beyond the scores of single words: words that stand close to each other, words that only
// ask ("find articles about"), and words that the best hits have in common.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/feedback.h"
#include "query/search/function_words.h"
#include "query/search/search.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::Gt;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> ids_of(const SearchAnswer& answer) {
  std::vector<std::string> ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.article.id);
  return ids;
}

std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += " word" + std::to_string(i);
  return text;
}

TEST(Closeness, PutsWordsThatStandTogetherBeforeTheSameWordsApart) {
  const TestArchive archive({{make_article("apart", "", "", "running" + filler(20) + " mate")},
                             {make_article("together", "", "", filler(20) + " running mate"),
                              make_article("neither", "", "", "tax" + filler(20))}});
  Archive open = archive.open();
  EXPECT_THAT(ids_of(search(open, make_request("running mate"))), ElementsAre("together", "apart"));
  EXPECT_THAT(ids_of(search(open, make_request("running mate", Match::any))),
              ElementsAre("together", "apart"));
}

TEST(Closeness, DoesNotReachFromTheTitleIntoTheText) {
  const TestArchive archive({{make_article("both", "", "running", "mate" + filler(5)),
                              make_article("title", "", "running mate", filler(5)),
                              make_article("neither", "", "tax", filler(5))}});
  Archive open = archive.open();
  SearchRequest request = make_request("running mate");
  request.explain = true;
  const SearchAnswer answer = search(open, request);
  ASSERT_THAT(ids_of(answer), ElementsAre("title", "both"));
  EXPECT_GT(answer.hits[0].explanation->closeness, 0);
  EXPECT_EQ(answer.hits[1].explanation->closeness, 0);
}

TEST(Lead, PutsFirstWhereTheWordsComeEarly) {
  const TestArchive archive(
      {{make_article("late", "", "", filler(60) + " running" + filler(20) + " mate"),
        make_article("early", "", "", "running" + filler(20) + " mate" + filler(60))}});
  Archive open = archive.open();
  SearchRequest request = make_request("running mate");
  request.explain = true;
  const SearchAnswer answer = search(open, request);
  ASSERT_THAT(ids_of(answer), ElementsAre("early", "late"));
  EXPECT_GT(answer.hits[0].explanation->lead, answer.hits[1].explanation->lead);
  EXPECT_GT(answer.hits[1].explanation->lead, 0);
  request.weights.lead = 0;
  EXPECT_EQ(search(open, request).hits[0].explanation->lead, 0);
}

TEST(Closeness, IsTheSameForEveryLimit) {
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i)
    articles.push_back(make_article("a" + std::to_string(i), "", "",
                                    "running" + filler(i % 13) + " mate" + filler(i % 29)));
  const TestArchive archive({articles});
  Archive open = archive.open();
  SearchRequest request = make_request("running mate");
  request.limit = 300;
  const std::vector<std::string> all = ids_of(search(open, request));
  request.limit = 7;
  for (request.offset = 0; request.offset < 294; request.offset += 49) {
    const auto from = all.begin() + static_cast<std::ptrdiff_t>(request.offset);
    EXPECT_EQ(ids_of(search(open, request)), std::vector<std::string>(from, from + 7));
  }
}

TEST(FunctionWords, AddLittleToAScore) {
  const TestArchive archive({{make_article("about", "", "", "why why why why" + filler(9)),
                              make_article("storm", "", "", "storm" + filler(12)),
                              make_article("neither", "", "", "tax" + filler(12))}});
  Archive open = archive.open();
  EXPECT_THAT(ids_of(search(open, make_request("why storm", Match::any))),
              ElementsAre("storm", "about"));
}

TEST(FunctionWords, AreThoseOfALanguage) {
  EXPECT_TRUE(is_function_word("what", "en"));
  EXPECT_TRUE(is_function_word("war", "de"));
  EXPECT_FALSE(is_function_word("war", "en"));
  EXPECT_FALSE(is_function_word("what", ""));
}

TEST(WordsThatAsk, AreThoseInFrontOfWhatIsAskedFor) {
  EXPECT_EQ(words_that_ask({"documents", "must", "discuss", "corruption"}), 3);
  EXPECT_EQ(words_that_ask({"find", "articles", "about", "tea"}), 3);
  EXPECT_EQ(words_that_ask({"report", "on", "documents"}), 0);
  EXPECT_EQ(words_that_ask({"documents", "leaked"}), 0);
  EXPECT_EQ(words_that_ask({"story", "about"}), 0);
}

// Thirty articles with the title oil, whose text is about tankers; two long ones with oil in the
// text, one about tankers and one about painting; and 200 about taxes.
TestArchive oil_archive() {
  std::vector<Article> articles;
  for (int i = 0; i < 30; ++i)
    articles.push_back(
        make_article("oil" + std::to_string(i), "", "oil", "oil tanker crude" + filler(i % 7)));
  articles.push_back(make_article("tanker", "", "", "oil tanker crude" + filler(30)));
  articles.push_back(make_article("painting", "", "", "oil canvas brush" + filler(30)));
  for (int i = 0; i < 200; ++i)
    articles.push_back(make_article("other" + std::to_string(i), "", "", "tax" + filler(i % 40)));
  return TestArchive({articles});
}

std::size_t place_of(const std::vector<std::string>& ids, const std::string& id) {
  return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
}

TEST(Feedback, RanksWhatIsLikeTheBestHitsFirst) {
  const TestArchive archive = oil_archive();
  Archive open = archive.open();
  SearchRequest request = make_request("oil", Match::any);
  request.limit = 100;
  request.explain = true;
  const SearchAnswer answer = search(open, request);
  const std::vector<std::string> ids = ids_of(answer);
  EXPECT_LT(place_of(ids, "tanker"), place_of(ids, "painting"));
  EXPECT_THAT(answer.plan, HasSubstr("tanker"));
  EXPECT_EQ(answer.total, 32);  // feedback adds no matches
  for (const Hit& hit : answer.hits) {
    const Explanation& parts = hit.explanation.value();
    EXPECT_THAT(hit.score, DoubleNear(parts.text + parts.feedback, 1e-9));
  }
  EXPECT_THAT(answer.hits[place_of(ids, "tanker")].explanation->feedback, Gt(0));
}

TEST(Feedback, IsForQueriesOfWhichAnyWordMayMatchUnlessAskedFor) {
  const TestArchive archive = oil_archive();
  Archive open = archive.open();
  const auto plan_of = [&open](Match match, Feedback feedback) {
    SearchRequest request = make_request("oil", match);
    request.feedback = feedback;
    request.explain = true;
    return search(open, request).plan;
  };
  EXPECT_THAT(plan_of(Match::all, Feedback::automatic), Not(HasSubstr("tanker")));
  EXPECT_THAT(plan_of(Match::any, Feedback::off), Not(HasSubstr("tanker")));
  EXPECT_THAT(plan_of(Match::all, Feedback::on), HasSubstr("tanker"));
}

TEST(Feedback, HoldsBackOnATinyArchive) {
  std::vector<Article> articles;
  for (int i = 0; i < 19; ++i)
    articles.push_back(
        make_article("oil" + std::to_string(i), "", "oil", "oil tanker crude" + filler(i % 7)));
  const TestArchive archive({articles});
  Archive open = archive.open();
  SearchRequest request = make_request("oil", Match::any);
  request.explain = true;
  for (const Hit& hit : search(open, request).hits) EXPECT_EQ(hit.explanation->feedback, 0);
}

TEST(Feedback, HoldsBackWhereTheQuerySeemsToNameOneArticle) {
  EXPECT_EQ(trust_in_hits({1, 1, 1, 1}), 1);
  EXPECT_EQ(trust_in_hits({0.6, 0.5, 0.3, 0.3}), 1);
  EXPECT_EQ(trust_in_hits({1, 0.3, 0.3, 0.3}), 0);
  EXPECT_THAT(trust_in_hits({1, 0.9, 0.8, 0.9}), DoubleNear(0.5, 1e-9));
  EXPECT_EQ(trust_in_hits({}), 0);
}

}  // namespace
}  // namespace newsindex
