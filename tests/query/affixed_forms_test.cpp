// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/affixed_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/search.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

TEST(AffixedForms, AreTheWordAloneWhereItsScriptHasNone) {
  EXPECT_THAT(affixed_forms("минск"), ElementsAre("минск"));
  EXPECT_THAT(affixed_forms("北京"), ElementsAre("北京"));
  EXPECT_THAT(affixed_forms("1989"), ElementsAre("1989"));
}

TEST(AffixedForms, BeginWithTheWordItself) {
  EXPECT_EQ(affixed_forms("도서관").front(), "도서관");
  EXPECT_EQ(affixed_forms("مدرسة").front(), "مدرسة");
}

TEST(AffixedForms, HaveTheParticlesThatGoWithTheLastSound) {
  EXPECT_THAT(affixed_forms("도서관"), Contains("도서관은"));
  EXPECT_THAT(affixed_forms("도서관"), Contains("도서관으로"));
  EXPECT_THAT(affixed_forms("도서관"), Not(Contains("도서관는")));
  EXPECT_THAT(affixed_forms("학교"), Contains("학교는"));
  EXPECT_THAT(affixed_forms("학교"), Not(Contains("학교은")));
  EXPECT_THAT(affixed_forms("교실"), Contains("교실로"));
  EXPECT_THAT(affixed_forms("학생"), Contains("학생들에게"));
  EXPECT_THAT(affixed_forms("10월"), Contains("10월에"));
  EXPECT_THAT(affixed_forms("uefa"), Contains("uefa는"));
}

TEST(AffixedForms, LeaveOtherWordsAlone) {
  EXPECT_THAT(affixed_forms("회"), Not(Contains("회의")));      // meeting
  EXPECT_THAT(affixed_forms("경기"), Not(Contains("경기도")));  // a province
  EXPECT_THAT(affixed_forms("국"), Not(Contains("국가")));   // this particle cannot follow the word
  EXPECT_THAT(affixed_forms("مال"), Not(Contains("كمال")));  // money, a name
  EXPECT_THAT(affixed_forms("ספר"), Not(Contains("מספר")));  // book, number
}

TEST(AffixedForms, HaveWhatStandsBeforeWordsOfArabicAndHebrew) {
  for (const char* form : {"المدرسة", "والمدرسة", "بالمدرسة", "للمدرسة", "ومدرسة", "مدرستها"})
    EXPECT_THAT(affixed_forms("مدرسة"), Contains(form));
  for (const char* form : {"המשטרה", "במשטרה", "ומשטרה", "שהמשטרה"})
    EXPECT_THAT(affixed_forms("משטרה"), Contains(form));
}

TEST(AffixedForms, StandOnTheSidesThatAreAskedFor) {
  EXPECT_THAT(affixed_forms("도서관", {true, false}), ElementsAre("도서관"));
  EXPECT_THAT(affixed_forms("מורה", {false, true}), ElementsAre("מורה"));
}

TEST(AffixedForms, AreTakenOffWhereTheyAreNoPartOfTheWord) {
  EXPECT_THAT(words_without_glue("도서관에서"), ElementsAre("도서관"));
  EXPECT_THAT(words_without_glue("uefa는"), ElementsAre("uefa"));
  EXPECT_THAT(words_without_glue("والمدرسة"), ElementsAre("مدرسة"));
  for (const char* word : {"도서관", "경기도", "책이", "고양이", "الله", "minsk"})
    EXPECT_THAT(words_without_glue(word), ElementsAre()) << word;
}

Article article_in(const char* id, const char* language, const char* body) {
  Article article = make_article(id, "2023-01-01", "", body);
  article.language = language;
  return article;
}

std::vector<std::string> ids_of(Archive& archive, const char* query) {
  std::vector<std::string> ids;
  for (const Hit& hit : search(archive, make_request(query)).hits) ids.push_back(hit.article.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

// Glued words are found whatever language the article is said to be in.
class GluedWords : public ::testing::Test {
 protected:
  TestArchive made_{
      {{article_in("ko1", "ko", "시청 앞 도서관은 넓다."),
        article_in("ko2", "", "시립 도서관에서 UEFA는 말했다."),
        article_in("ko3", "en", "새 도서관 건물을 짓는다."),
        article_in("ko4", "ko", "도서관장은 말했다.")},
       {article_in("ar1", "ar", "فتحت المدرسة أبوابها."),
        article_in("ar2", "", "ذهب إلى مدرسة قريبة."),
        article_in("ar3", "", "خرج من باب للمدرسة وقال."),
        article_in("ar4", "fa", "والمدرسة كبيرة."), article_in("he1", "he", "המשטרה חוקרת."),
        article_in("he2", "", "דובר משטרה במשטרה.")}}};
  Archive archive_ = made_.open();
};

TEST_F(GluedWords, AreFoundByTheWord) {
  EXPECT_THAT(ids_of(archive_, "도서관"), ElementsAre("ko1", "ko2", "ko3"));
  EXPECT_THAT(ids_of(archive_, "uefa"), ElementsAre("ko2"));
  EXPECT_THAT(ids_of(archive_, "مدرسة"), ElementsAre("ar1", "ar2", "ar3", "ar4"));
  EXPECT_THAT(ids_of(archive_, "משטרה"), ElementsAre("he1", "he2"));
}

TEST_F(GluedWords, OfAQueryFindTheWord) {
  EXPECT_THAT(ids_of(archive_, "도서관을"), ElementsAre("ko1", "ko2", "ko3"));
  EXPECT_THAT(ids_of(archive_, "المدرسة"), ElementsAre("ar1", "ar2", "ar3", "ar4"));
}

TEST_F(GluedWords, AreNotFoundByTheExactWord) {
  EXPECT_THAT(ids_of(archive_, "exact:도서관"), ElementsAre("ko3"));
  EXPECT_THAT(ids_of(archive_, "exact:مدرسة"), ElementsAre("ar2"));
}

TEST_F(GluedWords, StandAtTheEndsOfAPhraseOnly) {
  EXPECT_THAT(ids_of(archive_, "\"시립 도서관\""), ElementsAre("ko2"));
  EXPECT_THAT(ids_of(archive_, "\"도서관 건물\""), ElementsAre("ko3"));
  EXPECT_THAT(ids_of(archive_, "\"도서관 uefa\""), ElementsAre());
  EXPECT_THAT(ids_of(archive_, "\"باب مدرسة\""), ElementsAre());
  EXPECT_THAT(ids_of(archive_, "\"مدرسة كبيرة\""), ElementsAre("ar4"));
}

TEST_F(GluedWords, AreNearEachOther) {
  EXPECT_THAT(ids_of(archive_, "도서관 NEAR/2 uefa"), ElementsAre("ko2"));
  EXPECT_THAT(ids_of(archive_, "باب NEAR/2 مدرسة"), ElementsAre("ar3"));
}

TEST_F(GluedWords, AreFoundByTheirBeginning) {
  EXPECT_THAT(ids_of(archive_, "도서관*"), ElementsAre("ko1", "ko2", "ko3", "ko4"));
  EXPECT_THAT(ids_of(archive_, "משט*"), ElementsAre("he1", "he2"));
}

}  // namespace
}  // namespace newsindex
