// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/enrich.h"

#include <gmock/gmock.h>

#include "indexer/language/language.h"

namespace newsindex {
namespace {

Article enriched(const Article& article) { return Enricher({}).enrich(article); }

using testing::ElementsAre;
using testing::IsEmpty;

Entity entity(EntityType type, std::string name, std::vector<std::string> aliases = {}) {
  Entity entity;
  entity.type = type;
  entity.name = std::move(name);
  entity.aliases = std::move(aliases);
  return entity;
}

// The mentions that enrich finds: "title:" or "body:", the words, "@" and the place.
std::vector<std::string> mentioned(const std::string& title, const std::string& body,
                                   Entity named) {
  Article article;
  article.title = title;
  article.body = body;
  article.entities.push_back(std::move(named));
  const Article rich = enriched(article);
  std::vector<std::string> words;
  for (const Mention& mention : rich.entities[0].mentions) {
    const bool in_title = mention.field == MentionField::title;
    words.push_back((in_title ? "title:" : "body:") +
                    (in_title ? title : body).substr(mention.start, mention.end - mention.start) +
                    "@" + std::to_string(mention.start));
  }
  return words;
}

struct MentionCase {
  std::string name;
  std::string body;
  std::string entity;
  std::vector<std::string> mentions;
};

class Mentions : public testing::TestWithParam<MentionCase> {};

TEST_P(Mentions, AreWholeWordsLetterForLetter) {
  EXPECT_EQ(mentioned("", GetParam().body, entity(EntityType::place, GetParam().entity)),
            GetParam().mentions);
}

const MentionCase kMentions[] = {
    {"EveryOccurrence", "Japan and Japan.", "Japan", {"body:Japan@0", "body:Japan@10"}},
    {"Possessive", "Japan's plan", "Japan", {"body:Japan@0"}},
    {"NotInsideAWord", "Japanese, Iranian", "Iran", {}},
    {"NotAfterALetter", "Großiran iran éIran", "Iran", {}},
    {"LetterCaseCounts", "japan", "Japan", {}},
    {"ByteOffsets", "Zürich, Bern", "Bern", {"body:Bern@9"}},
    {"ChineseNeedsNoSpaces", "日本外相访问北京。", "北京", {"body:北京@18"}},
    {"ThaiNeedsNoSpaces", "ประเทศไทยวันนี้", "ไทย", {"body:ไทย@18"}},
    {"NamesOfSeveralWords", "Qin Gang met Qin.", "Qin Gang", {"body:Qin Gang@0"}},
};
INSTANTIATE_TEST_SUITE_P(Of, Mentions, testing::ValuesIn(kMentions),
                         [](const auto& param_info) { return param_info.param.name; });

TEST(Enrich, FindsAliasesInTitleAndBodyInOrder) {
  EXPECT_THAT(mentioned("EC ministers", "The European Community (EC) met.",
                        entity(EntityType::organisation, "European Community", {"EC"})),
              ElementsAre("title:EC@0", "body:European Community@4", "body:EC@24"));
}

TEST(Enrich, OfNamesThatOverlapTheLongerCounts) {
  Article article;
  article.body = "The New York Times of New York";
  article.entities = {entity(EntityType::place, "New York"),
                      entity(EntityType::organisation, "New York Times")};
  const Article rich = enriched(article);
  EXPECT_THAT(rich.entities[0].mentions, ElementsAre(Mention{MentionField::body, 22, 30}));
  EXPECT_THAT(rich.entities[1].mentions, ElementsAre(Mention{MentionField::body, 4, 18}));
}

TEST(Enrich, TwoEntitiesOfOneNameAreBothMentioned) {
  Article article;
  article.body = "Ford said";
  article.entities = {entity(EntityType::person, "Ford"), entity(EntityType::organisation, "Ford")};
  const Article rich = enriched(article);
  EXPECT_EQ(rich.entities[0].mentions.size(), 1u);
  EXPECT_EQ(rich.entities[1].mentions.size(), 1u);
}

TEST(Enrich, KeepsTheMentionsThatARecordGives) {
  Article article;
  article.body = "He said. Qin Gang left.";
  article.entities = {entity(EntityType::person, "Qin Gang")};
  article.entities[0].mentions = {{MentionField::body, 0, 2}, {MentionField::body, 100, 108}};
  EXPECT_THAT(enriched(article).entities[0].mentions,
              ElementsAre(Mention{MentionField::body, 0, 2}))
      << "but for those outside the text";
}

TEST(Enrich, LeavesSalienceAndOriginAlone) {
  Article article;
  article.body = "Japan";
  article.entities = {entity(EntityType::place, "Japan")};
  const Article rich = enriched(article);
  EXPECT_EQ(rich.entities[0].salience, 100);
  EXPECT_EQ(rich.entities[0].origin, Origin::source);
}

struct LanguageCase {
  std::string language;
  std::string text;
};

class DetectedLanguage : public testing::TestWithParam<LanguageCase> {};

TEST_P(DetectedLanguage, IsThatOfTheText) {
  EXPECT_EQ(detected_language("", GetParam().text), GetParam().language);
}

const LanguageCase kLanguages[] = {
    {"ru",  // much of it could be of a related language
     "Лоцман Хафенштадта Рамеш Мендола пообещал портовикам квартиру в рамках программы Прадхан "
     "Мантри. Он также подарил экипажам велосипед и фуражку, передает корреспондент "
     "Интерфакса."},
    {"en",
     "The ministers of both countries said on Monday that they would meet again in the spring."},
    {"de",
     "Die Minister beider Länder sagten am Montag, dass sie sich im Frühjahr wieder treffen "
     "werden."},
    {"fr",
     "Les ministres des deux pays ont annoncé lundi qu'ils se reverraient au printemps prochain."},
    {"ru", "Министры обеих стран заявили в понедельник, что снова встретятся весной этого года."},
    {"ja", "両国の外相は月曜日、春に再び会談すると述べた。記者団に対して明らかにした。"},
    {"zh", "两国外长星期一表示，他们将在今年春天再次会晤，并讨论双方的经济合作与安全问题。"},
    {"he", "שרי החוץ של שתי המדינות אמרו ביום שני כי ייפגשו שוב באביב הקרוב בירושלים."},
    {"", "OK"},
    {"", "12.5 13.7 14.9 1,234 5,678 9/16 3/4 7/8"},
    {"",
     "The ministers met on Monday and said that they would meet again soon. They spoke about the "
     "new tram line and about the price of bread in the northern towns of the country. Die "
     "Minister trafen sich am Montag und sagten, dass sie sich bald wieder treffen werden. Sie "
     "sprachen über die neue Straßenbahn und über den Preis des Brotes in den Städten im Norden."},
};
INSTANTIATE_TEST_SUITE_P(Texts, DetectedLanguage, testing::ValuesIn(kLanguages));

TEST(Enrich, DoesNotOverruleTheLanguageOfTheRecord) {
  Article article;
  article.language = "nl";
  article.body = "The ministers of both countries said on Monday that they would meet again.";
  EXPECT_EQ(enriched(article).language, "nl");
}

TEST(Enrich, TextIsCutBetweenCharactersForDetection) {
  std::string body;
  for (int i = 0; i < 2000; ++i) body += "министры ";
  for (std::size_t shift = 0; shift < 2; ++shift)
    EXPECT_NO_THROW(detected_language(std::string(shift, 'x'), body));
}

}  // namespace
}  // namespace newsindex
