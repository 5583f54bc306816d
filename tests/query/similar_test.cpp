// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/profile.h"
#include "query/search/search.h"
#include "schema/error.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Article about(Article article, EntityType type, const std::string& name, int salience = 90) {
  Entity entity;
  entity.type = type;
  entity.name = name;
  entity.salience = salience;
  article.entities.push_back(entity);
  return article;
}

Article copy_of_story(Article article, const std::string& story) {
  article.story = story;
  return article;
}

// Ten articles that have nothing to do with the others.
std::vector<Article> filler() {
  std::vector<Article> articles;
  const std::vector<std::string> subjects{"football", "weather", "opera",  "harvest", "traffic",
                                          "school",   "museum",  "tennis", "bakery",  "circus"};
  for (const std::string& subject : subjects)
    articles.push_back(make_article("f-" + subject, "2023-01-01", "News of the " + subject,
                                    "Much was said about the " + subject + " on that day."));
  return articles;
}

std::vector<std::vector<Article>> archive_with(std::vector<Article> articles) {
  return {std::move(articles), filler()};
}

SimilarRequest like(const std::string& id) {
  SimilarRequest request;
  request.today = Day(std::chrono::year{2024} / 6 / 1);
  request.like = request.query_text = id;
  request.query = parse_query("", {Match::all, request.today});
  return request;
}

std::vector<std::string> ids_of(const SearchAnswer& answer) {
  std::vector<std::string> ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.article.id);
  return ids;
}

std::vector<std::string> found(const TestArchive& test, const SimilarRequest& request) {
  Archive archive = test.open();
  return ids_of(similar(archive, request));
}

std::vector<Article> spills() {
  return {make_article("spill", "2023-01-01", "Oil spill at the reef",
                       "The tanker lost its oil at the reef. Divers saw the tanker sink."),
          make_article("reef", "2023-01-02", "Divers at the reef",
                       "The tanker is empty, and the oil was pumped off by divers."),
          make_article("tanker", "2023-01-03", "A tanker is sold", "The owner sold the tanker."),
          make_article("prices", "2023-01-04", "Prices of oil", "The price of oil fell again.")};
}

TEST(Similar, FindsArticlesOnTheSameSubjectTheMostLikeFirst) {
  const TestArchive test(archive_with(spills()));
  EXPECT_THAT(found(test, like("spill")), ElementsAre("reef", "prices", "tanker"));
}

TEST(Similar, WeighsNamesAndTopicsToo) {
  const auto plain = [](const char* id) {
    return make_article(id, "2023-01-01", "A visit", "The guest arrived and was met.");
  };
  Article other_subject = plain("both");
  other_subject.topics.push_back({"medtop:11000000", "politics", 90, Origin::source});
  Article asked = about(plain("asked"), EntityType::person, "Qin Gang");
  asked.topics = other_subject.topics;
  const TestArchive test(archive_with({asked, about(other_subject, EntityType::person, "Qin Gang"),
                                       about(plain("name"), EntityType::person, "Qin Gang"),
                                       about(plain("none"), EntityType::person, "Liu Wen")}));
  EXPECT_THAT(found(test, like("asked")), ElementsAre("both", "name", "none"));
}

TEST(Similar, LeavesOutCopiesOfItsStoryUnlessTheyAreWanted) {
  auto articles = spills();
  articles[0] = copy_of_story(articles[0], "00000000000000aa");
  articles[1] = copy_of_story(articles[1], "00000000000000aa");
  const TestArchive test(archive_with(articles));
  SimilarRequest request = like("spill");
  EXPECT_THAT(found(test, request), ElementsAre("prices", "tanker"));
  request.copies = true;
  EXPECT_THAT(found(test, request), Contains("reef"));
}

TEST(Similar, LeavesOutCopiesThatNobodyPutIntoOneStory) {
  std::string body;
  for (int i = 0; i < 12; ++i)
    body += "The tanker " + std::string(1, static_cast<char>('a' + i)) +
            "nna lost its oil near reef and rock, as divers of the coast guard told us. ";
  auto articles = spills();
  articles[0].body = body;
  articles[1].body = body + "Nobody was hurt.";
  const TestArchive test(archive_with(articles));
  SimilarRequest request = like("spill");
  EXPECT_THAT(found(test, request), Not(Contains("reef")));
  request.copies = true;
  EXPECT_THAT(found(test, request), Contains("reef"));
}

TEST(Similar, IsPushedAwayFromWhatIsNotWanted) {
  const TestArchive test(archive_with(
      {make_article("asked", "2023-01-01", "Oil", "Oil from the tanker, and what oil costs."),
       make_article("ships", "2023-01-02", "The tanker", "The tanker is a ship with oil."),
       make_article("markets", "2023-01-03", "What oil costs", "Markets know what oil costs."),
       make_article("unwanted", "2023-01-03", "Market costs", "What costs on markets, costs.")}));
  SimilarRequest request = like("asked");
  request.not_like = {"unwanted"};
  const auto ids = found(test, request);
  ASSERT_FALSE(ids.empty());
  EXPECT_EQ(ids.front(), "ships");
  EXPECT_THAT(ids, Not(Contains("unwanted")));
}

TEST(Similar, TakesFurtherExamples) {
  const TestArchive test(archive_with(
      {make_article("asked", "2023-01-01", "Oil spill", "Oil was spilt."),
       make_article("example", "2023-01-01", "Whales ashore", "Whales died of oil."),
       make_article("whales", "2023-01-02", "Whales", "Many whales were counted."),
       make_article("whales2", "2023-01-02", "A whale", "One whale more was counted.")}));
  SimilarRequest request = like("asked");
  EXPECT_THAT(found(test, request), Not(Contains("whales")));
  request.relevant = {"example"};
  const auto ids = found(test, request);
  EXPECT_THAT(ids, Contains("whales"));
  EXPECT_THAT(ids, Not(Contains("example")));
}

TEST(Similar, IsNarrowedByAQueryThatDoesNotRank) {
  const TestArchive test(archive_with(spills()));
  SimilarRequest request = like("spill");
  request.query = parse_query("date:2023-01-03..2023-01-04", {Match::all, request.today});
  EXPECT_THAT(found(test, request), ElementsAre("prices", "tanker"));
  const SimilarRequest all = like("spill");
  request.query = parse_query("price OR tanker", {Match::all, request.today});
  Archive archive = test.open();
  const SearchAnswer narrowed = similar(archive, request);
  const SearchAnswer whole = similar(archive, all);
  ASSERT_FALSE(narrowed.hits.empty());
  EXPECT_DOUBLE_EQ(narrowed.hits.front().score, whole.hits.front().score);
}

TEST(Similar, ComparesAText) {
  const TestArchive test(archive_with(spills()));
  SimilarRequest request = like("");
  request.text = "A draft\n\nDivers looked at a tanker.";
  EXPECT_THAT(found(test, request), Contains("spill"));
  request.text = "Zebras graze";
  EXPECT_THAT(found(test, request), Not(Contains("spill")));
}

TEST(Similar, SaysWhatIsSharedWhenExplained) {
  const TestArchive test(archive_with(spills()));
  SimilarRequest request = like("spill");
  request.explain = true;
  Archive archive = test.open();
  const SearchAnswer answer = similar(archive, request);
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_THAT(answer.tree, HasSubstr("tanker"));
  EXPECT_THAT(answer.hits.front().shared, Contains("tanker"));
  EXPECT_TRUE(answer.hits.front().explanation);
}

TEST(Similar, NamesAnExampleThatIsNotInTheArchive) {
  const TestArchive test(archive_with(spills()));
  Archive archive = test.open();
  SimilarRequest request = like("spill");
  request.not_like = {"nowhere"};
  try {
    similar(archive, request);
    FAIL() << "an unknown article was compared";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::no_match);
    EXPECT_THAT(error.what(), HasSubstr("'nowhere'"));
  }
}

TEST(Similar, FindsNothingLikeAnArticleWithoutWords) {
  const TestArchive test(archive_with({make_article("empty", "2023-01-01", "", "")}));
  EXPECT_THAT(found(test, like("empty")), IsEmpty());
}

TEST(Profile, CombinesExamplesAsRocchioDoes) {
  const auto profile = [](const char* word, double weight) {
    Profile each;
    each.words[word] = {weight, "text", word};
    return each;
  };
  const Profile sum = combined(profile("a", 1), {profile("b", 1), profile("a", 1)},
                               {profile("c", 1), profile("b", 1)});
  EXPECT_DOUBLE_EQ(sum.words.at("a").weight, 1 + kRelevantShare / 2);
  EXPECT_DOUBLE_EQ(sum.words.at("b").weight, kRelevantShare / 2 - kNotLikeShare / 2);
  EXPECT_DOUBLE_EQ(sum.words.at("c").weight, -kNotLikeShare / 2);
}

}  // namespace
}  // namespace newsindex
