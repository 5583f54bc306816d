// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/advice/notes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/advice/lint.h"
#include "query/advice/suggestions.h"
#include "query/search/search.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Article about_person(Article article, const std::string& name) {
  Entity entity;
  entity.type = EntityType::person;
  entity.name = name;
  entity.salience = 90;
  article.entities.push_back(entity);
  return article;
}

Article about_topic(Article article, const std::string& id) {
  Topic topic;
  topic.id = id;
  topic.confidence = 80;
  article.topics.push_back(topic);
  return article;
}

// Two segments; the confirmation stands in both.
TestArchive archive_of_senate() {
  return TestArchive(
      {{make_article("a", "2019-12-01", "Confirmation", "The confirmation of the judge."),
        about_person(make_article("b", "2019-12-02", "Talks", "Zelensky spoke in Kyiv."),
                     "Volodymyr Zelensky"),
        about_topic(make_article("c", "", "Impeachment", "The impeachment hearings."),
                    "medtop:02000000")},
       {about_topic(make_article("d", "", "Undated", "Another confirmation and impeachment."),
                    "medtop:20001175"),
        make_article("e", "2020-01-05", "K\u00f6ln", "Der Dom in K\u00f6ln.")}});
}

std::vector<std::string> notes(const std::string& query) {
  const TestArchive folder = archive_of_senate();
  Archive archive = folder.open();
  const QueryChoice request = make_request(query);
  std::vector<std::string> texts;
  for (const QueryNote& note : notes_on(archive, request, count(archive, request).total))
    texts.push_back(to_text(note));
  return texts;
}

TEST(NotesOnQueries, ProposeTheWordsOfAllSegmentsForAMisspeltOne) {
  EXPECT_THAT(notes("confirmaton"),
              ElementsAre("no article for confirmaton (did you mean confirmation with 2 "
                          "articles?); write confirmation"));
  EXPECT_THAT(notes("Zelenskyy"), ElementsAre(HasSubstr("write zelensky")));
  EXPECT_THAT(notes("\u0417\u0435\u043b\u0435\u043d\u0441\u043a\u0438\u0439"),
              ElementsAre(HasSubstr("write zelensky")));
}

TEST(NotesOnQueries, SayWhatEachPartFindsAlone) {
  EXPECT_THAT(notes("judge confirmaton"),
              ElementsAre("each part alone: judge 1 article, confirmaton 0 articles",
                          HasSubstr("write judge confirmation")));
}

TEST(NotesOnQueries, ProposeNamesForMisspeltNames) {
  EXPECT_THAT(notes("person:\"Volodymyr Zelenskyy\""),
              ElementsAre(HasSubstr("write person:\"volodymyr zelensky\"")));
  EXPECT_THAT(notes("person:Zelenskyy"),
              ElementsAre(HasSubstr("write person:\"volodymyr zelensky\"")));
}

TEST(NotesOnQueries, CountTheUndatedArticlesThatADateLeavesOut) {
  EXPECT_THAT(notes("impeachment date:2019-12"),
              testing::Contains("2 articles without a known date match but for the date; write "
                                "impeachment date:none"));
  EXPECT_THAT(notes("impeachment date:none"), testing::Not(testing::Contains(HasSubstr("known"))));
}

TEST(NotesOnQueries, NameALargerTopicBehindARareOne) {
  EXPECT_THAT(notes("topic:swimming"), ElementsAre(HasSubstr("write topic:\"artistic swimming\"")));
  EXPECT_THAT(notes("topic:\"crime, law and justice\""), IsEmpty());
}

TEST(NotesOnQueries, HaveNothingToSayOfNamesThatPeopleUse) {
  EXPECT_THAT(notes("topic:law"), IsEmpty());
}

TEST(NotesOnQueries, SayWhichLanguageTheArchiveDoesNotHave) {
  EXPECT_THAT(notes("lang:french"),
              ElementsAre("no article of the archive is in French (lang:fr)"));
  EXPECT_THAT(notes("lang:en"), IsEmpty());
}

TEST(UndatedArticles, AreFoundByDateNone) {
  const TestArchive folder = archive_of_senate();
  Archive archive = folder.open();
  EXPECT_EQ(count(archive, make_request("date:none")).total, 2u);
  EXPECT_EQ(count(archive, make_request("-date:none")).total, 3u);
  EXPECT_EQ(count(archive, make_request("impeachment date:none")).total, 2u);
}

TEST(UmlautsSpeltOut, FindTheOtherSpelling) {
  Article german = make_article("a", "2023-01-01", "Wetter", "Regen in K\u00f6ln.");
  german.language = "de";
  Article spelt_out = make_article("b", "2023-01-01", "Wetter", "Sonne in Koeln.");
  spelt_out.language = "de";
  const TestArchive folder({{german}, {spelt_out}});
  Archive archive = folder.open();
  for (const char* written : {"K\u00f6ln", "Koeln", "k\u00f6ln", "Ko\u0308ln"})
    EXPECT_EQ(count(archive, make_request(written)).total, 2u) << written;
  EXPECT_EQ(count(archive, make_request("exact:Koeln")).total, 1u);
}

TEST(UmlautsSpeltOut, FindNamesInOtherLanguages) {
  Article french = make_article("b", "2023-01-01", "M\u00fcller à Munich", "Un pot de fleurs.");
  french.language = "fr";
  const TestArchive folder(
      {{make_article("a", "2023-01-01", "Rain in K\u00f6ln", "D\u00fcsseldorf's pot."), french}});
  Archive archive = folder.open();
  for (const char* written : {"Koeln", "K\u00f6ln", "Duesseldorf", "Mueller", "title:Mueller"})
    EXPECT_EQ(count(archive, make_request(written)).total, 1u) << written;
  for (const char* written : {"poet", "exact:Koeln"})
    EXPECT_EQ(count(archive, make_request(written)).total, 0u) << written;
}

TEST(WebAddresses, FindTheArticleHoweverTheyAreWritten) {
  Article article = make_article("a", "2023-01-01", "Talks", "They met.");
  article.url = "https://example.org/a";
  const TestArchive folder({{article}});
  Archive archive = folder.open();
  for (const char* written :
       {"https://example.org/a", "http://example.org/a", "https://www.example.org/a/",
        "HTTPS://Example.org/a?utm_source=x#top", "example.org/a"})
    EXPECT_EQ(count(archive, make_request("url:" + std::string(written))).total, 1u) << written;
  EXPECT_EQ(count(archive, make_request("http://example.org/a?utm_source=x")).total, 1u);
  EXPECT_EQ(count(archive, make_request("url:https://example.org/b")).total, 0u);
}

TEST(NamesThatAreNoWholeNames, AreLookedForOnlySoOften) {
  const TestArchive folder = archive_of_senate();
  Archive archive = folder.open();
  std::string query;
  for (int i = 0; i < 100; ++i) query += "person:nobody" + std::to_string(i) + " ";
  EXPECT_THROW(count(archive, make_request(query)), QueryError);
}

TEST(Lint, TellsAllProblemsOfAllQueries) {
  const TestArchive folder = archive_of_senate();
  Archive archive = folder.open();
  const auto problems = lint(
      archive, "topik:x\n\nimpeachment zebra topic:blimps\ndate:2023-02-30\nimpeachment\n", {});
  ASSERT_EQ(problems.size(), 4u);
  EXPECT_EQ(problems[0].line, 1u);
  EXPECT_EQ(problems[0].suggestion, "topic");
  EXPECT_EQ(problems[1].kind, QueryProblem::Kind::nothing);
  EXPECT_EQ(problems[1].span, (Span{21, 26}));
  EXPECT_EQ(problems[2].kind, QueryProblem::Kind::error);
  EXPECT_EQ(problems[3].line, 4u);
}

TEST(Lint, FindsWhatASynonymFinds) {
  const TestArchive folder = archive_of_senate();
  Archive archive = folder.open();
  const TemporaryFolder files;
  const auto path = files.write("synonyms.txt", "zebra, impeachment\n");
  EXPECT_EQ(lint(archive, "zebra", {}).size(), 1u);
  EXPECT_TRUE(lint(archive, "zebra", {{}, Synonyms::read(path)}).empty());
}

}  // namespace
}  // namespace newsindex
