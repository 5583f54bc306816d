// SPDX-License-Identifier: GPL-3.0-or-later
// Names in text, from tokens to entities, with the models that are shipped.
#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/enrich/enrich.h"
#include "indexer/enrich/languages/name_words.h"
#include "indexer/enrich/names/tokens.h"
#include "schema/article_json.h"
#include "schema/error.h"
#include "tests/paths.h"

namespace newsindex {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

CutText cut_in(std::string_view language, std::string_view text) {
  return cut_names(text, read_name_words(kModels, language));
}

std::vector<std::string> words_of(std::string_view text, std::string_view language = "en") {
  const CutText cut = cut_in(language, text);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < cut.tokens.size(); ++i) words.emplace_back(cut.word(i));
  return words;
}

TEST(CutNames, PutsPunctuationApartAndKeepsAbbreviationsWhole) {
  EXPECT_THAT(words_of("Mr. Smith's U.S. trip, he said."),
              ElementsAre("Mr.", "Smith", "'s", "U.S.", "trip", ",", "he", "said", "."));
  EXPECT_THAT(
      words_of("J.K. Rowling\u2019s Park Geun-hye (AT&T) O'Brien"),
      ElementsAre("J.K.", "Rowling", "\u2019s", "Park", "Geun-hye", "(", "AT&T", ")", "O'Brien"));
}

TEST(CutNames, EndsSentencesAtStopsAndParagraphs) {
  const CutText cut = cut_in("en", "He met Gen. Lee in Paris. They spoke.\n\nA heading\n\nThe end");
  EXPECT_EQ(cut.sentence_ends.size(), 4u);
  EXPECT_EQ(cut_in("en", "New\nYork").sentence_ends.size(), 1u);
}

TEST(CutNames, CutsAsTheLanguageDoes) {
  EXPECT_THAT(words_of("l'Union d\u2019Emmanuel Macron aujourd'hui", "fr"),
              ElementsAre("l'", "Union", "d\u2019", "Emmanuel", "Macron", "aujourd'hui"));
  EXPECT_THAT(words_of("Der Verein St. Pauli", "de"), ElementsAre("Der", "Verein", "St.", "Pauli"));
  EXPECT_THAT(words_of("l'Union", "en"), ElementsAre("l'Union"));
}

const Enricher& shipped() {
  static const Enricher enricher([] {
    EnrichSettings settings;
    settings.models = kModels;
    return settings;
  }());
  return enricher;
}

Article read(const std::string& title, const std::string& body,
             const std::string& language = "en") {
  Article article;
  article.id = "a";
  article.title = title;
  article.body = body;
  article.language = language;
  return shipped().enrich(article);
}

std::vector<std::string> names_of(const Article& article) {
  std::vector<std::string> names;
  for (const Entity& entity : article.entities)
    names.push_back(std::string(to_string(entity.type)) + " " + entity.name);
  std::sort(names.begin(), names.end());
  return names;
}

const Entity* find(const Article& article, const std::string& name) {
  for (const Entity& entity : article.entities)
    if (entity.name == name) return &entity;
  return nullptr;
}

TEST(Names, OfAHeadlineAreThoseOfTheBody) {
  const Article article =
      read("Mercer Joins Holloway Campaign",
           "Anna Mercer joined the campaign of Peter Holloway. Mercer said Holloway would win.");
  EXPECT_THAT(names_of(article), Not(Contains("person Mercer Joins Holloway")));
}

TEST(Names, SayHowSureTheyAre) {
  const Article article = read(
      "", "Barack Obama met Angela Merkel in Berlin. A certain Vexholm Adrane was there, too.");
  const Entity* sure = find(article, "Angela Merkel");
  ASSERT_NE(sure, nullptr);
  EXPECT_GE(sure->confidence, 85);
  for (const Entity& entity : article.entities) {
    EXPECT_GT(entity.confidence, 0) << entity.name;
    if (entity.name.starts_with("Vexholm")) {
      EXPECT_LT(entity.confidence, sure->confidence);
    }
  }
}

TEST(Names, OfAHeadlineInCapitalsEndWhereThoseOfTheBodyDo) {
  const Article article = read("Microsoft Invests in Berlin",
                               "Microsoft invested in Berlin on Monday. Microsoft is a firm.");
  EXPECT_THAT(names_of(article), ElementsAre("organisation Microsoft", "place Berlin"));
}

struct NamesCase {
  const char* what;
  const char* title;
  const char* body;
  std::vector<std::string> names;
};
std::ostream& operator<<(std::ostream& out, const NamesCase& row) { return out << row.what; }

class NamesInText : public ::testing::TestWithParam<NamesCase> {};

TEST_P(NamesInText, AreFoundUnderTheirCanonicalNames) {
  const Article article = read(GetParam().title, GetParam().body);
  for (const std::string& name : GetParam().names) EXPECT_THAT(names_of(article), Contains(name));
}

INSTANTIATE_TEST_SUITE_P(
    Of, NamesInText,
    ::testing::Values(
        NamesCase{"capitals in the title",
                  "JAPAN AND CHINA MEET",
                  "The foreign ministers of Japan and China met in Tokyo on Monday.",
                  {"place Japan", "place China", "place Tokyo"}},
        NamesCase{"a headline in title case",
                  "Angela Merkel Meets Vladimir Putin in Moscow",
                  "German Chancellor Angela Merkel met President Vladimir Putin in Moscow.",
                  {"person Angela Merkel", "person Vladimir Putin", "place Moscow"}},
        NamesCase{"a name broken by a line end",
                  "",
                  "He was born in New\nYork and lives in London.",
                  {"place New York", "place London"}},
        NamesCase{"possessives",
                  "",
                  "Britain's prime minister praised Tony Blair's speech in Iraq.",
                  {"place United Kingdom", "person Tony Blair", "place Iraq"}},
        NamesCase{"initials",
                  "",
                  "The author J. K. Rowling met President George W. Bush in Washington.",
                  {"person J. K. Rowling", "person George W. Bush"}},
        NamesCase{"a suffix before a new sentence",
                  "",
                  "He spoke of Martin Luther King Jr. Obama came later.",
                  {"person Martin Luther King Jr.", "person Obama"}},
        NamesCase{"a month as a given name",
                  "",
                  "April Jones, five, was last seen on Monday. In April Mary Brown left.",
                  {"person April Jones", "person Mary Brown"}},
        NamesCase{
            "two people in a headline",
            "Mercer Joins Holloway Campaign",
            "Anna Mercer joined the campaign of Peter Holloway. Mercer said Holloway would win.",
            {"person Anna Mercer", "person Peter Holloway"}},
        NamesCase{"particles",
                  "",
                  "Ursula von der Leyen spoke in Brussels. Later von der Leyen left.",
                  {"person Ursula von der Leyen", "place Brussels"}},
        NamesCase{"hyphenated names",
                  "",
                  "President Park Geun-hye of South Korea arrived in Beijing.",
                  {"person Park Geun-hye", "place South Korea", "place Beijing"}},
        NamesCase{"an acronym behind its expansion",
                  "",
                  "The World Health Organization (WHO) said on Monday that cases had doubled.",
                  {"organisation World Health Organization"}},
        NamesCase{"an acronym alone",
                  "",
                  "Officials of the WHO and of NATO met the U.N. in Geneva.",
                  {"organisation World Health Organization", "organisation NATO",
                   "organisation United Nations", "place Geneva"}},
        NamesCase{"a demonym speaks of its country",
                  "",
                  "The Japanese government said on Monday that exports had fallen.",
                  {"place Japan"}}));

TEST(NamesInText, FoldSurnamesIntoTheFullName) {
  const Article article =
      read("", "Yoshimasa Hayashi arrived in Beijing. Hayashi met Qin Gang. Hayashi then left.");
  ASSERT_NE(find(article, "Yoshimasa Hayashi"), nullptr);
  EXPECT_EQ(find(article, "Yoshimasa Hayashi")->mentions.size(), 3u);
  EXPECT_THAT(find(article, "Yoshimasa Hayashi")->aliases, Contains("Hayashi"));
  EXPECT_EQ(find(article, "Hayashi"), nullptr);
}

TEST(NamesInText, TellWhoFromTheOrganisation) {
  EXPECT_THAT(names_of(read("", "Those who were there asked who had come and who had left.")),
              IsEmpty());
}

TEST(NamesInText, GiveTheBytesOfEveryMention) {
  const Article article = read("", "In Zürich, Angela Merkel spoke.");
  const Entity* merkel = find(article, "Angela Merkel");
  ASSERT_NE(merkel, nullptr);
  EXPECT_THAT(merkel->mentions, ElementsAre(Mention{MentionField::body, 12, 25}));
}

TEST(NamesInText, AreThoseOfTheSourceWhereItHasThem) {
  Article article;
  article.id = "a";
  article.language = "en";
  article.body = "The talks in Tokyo ended on Monday.";
  article.entities.push_back({EntityType::place, "tokyo", {}, 100, Origin::source, {}});
  const Article rich = shipped().enrich(article);
  ASSERT_EQ(rich.entities.size(), 1u);
  EXPECT_EQ(rich.entities[0].name, "Tokyo");
  EXPECT_EQ(rich.entities[0].origin, Origin::source);
}

TEST(NamesInText, AreNotGuessedInOtherLanguages) {
  const Article article =
      read("Incontro a Ginevra", "I ministri hanno incontrato Jutta Brandner.", "it");
  EXPECT_THAT(article.entities, IsEmpty());
  EXPECT_EQ(article.analysis, Analysis::lists);
  EXPECT_EQ(read("", "The ministers met.").analysis, Analysis::models);
}

TEST(Salience, RisesWithMentionsAndAnEarlyPlace) {
  const Article article = read(
      "Merkel visits Poland",
      "Chancellor Angela Merkel visited Poland on Monday. Merkel praised Poland. Merkel also spoke "
      "about trade, energy and the weather, and she thanked the people who had come to the square "
      "to hear her speak on a cold day.\n\nShe will fly to Canada on Friday.");
  ASSERT_NE(find(article, "Poland"), nullptr);
  ASSERT_NE(find(article, "Canada"), nullptr);
  EXPECT_GE(find(article, "Poland")->salience, 85);
  EXPECT_LT(find(article, "Canada")->salience, 50);
  EXPECT_GT(find(article, "Angela Merkel")->salience, find(article, "Canada")->salience);
}

TEST(Topics, ComeFromTheTextWithTheirConfidence) {
  const Article article = read(
      "United beat City in cup final",
      "The striker scored two goals as United won the championship match. The coach praised his "
      "players after the game, and the team lifted the cup in front of the fans.");
  ASSERT_FALSE(article.topics.empty());
  EXPECT_EQ(article.topics[0].id, "medtop:15000000");
  EXPECT_EQ(article.topics[0].origin, Origin::model);
  EXPECT_GE(article.topics[0].confidence, 80);
}

TEST(Topics, OfTheSourceStayAsTheyAre) {
  Article article;
  article.id = "a";
  article.language = "en";
  article.title = "United beat City in cup final";
  article.body = "The striker scored two goals as United won the championship match.";
  article.topics.push_back({"medtop:15000000", "sport", 100, Origin::source});
  const Article rich = shipped().enrich(article);
  EXPECT_EQ(rich.topics[0].origin, Origin::source);
  EXPECT_EQ(rich.topics[0].confidence, 100);
}

TEST(Enricher, FindsTheSameTwice) {
  const Article once = read("Merkel visits Poland", "Angela Merkel visited Poland on Monday.");
  EXPECT_EQ(shipped().enrich(once), once);
}

}  // namespace
}  // namespace newsindex
