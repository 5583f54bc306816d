// SPDX-License-Identifier: GPL-3.0-or-later
// Names of fields in many languages, and messages about records with unknown names.
#include <array>
#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/fields/json_fields.h"
#include "tests/indexer/json_fixture.h"
#include "tests/indexer/reading_fixture.h"

namespace newsindex {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(FieldNames, AreKnownInTheLargeLanguages) {
  struct Row {
    const char* title;
    const char* published;
    const char* body;
  };
  constexpr std::array kRows{Row{"head", "when", "content_html"},
                             Row{"Titel", "Datum", "Inhalt"},
                             Row{"ÜBERSCHRIFT", "datum", "Text"},
                             Row{"titre", "Date de publication", "contenu"},
                             Row{"Título", "Fecha", "Texto"},
                             Row{"Titolo", "Data", "Testo"},
                             Row{"Titulo", "Data", "Conteúdo"},
                             Row{"titel", "publicatiedatum", "inhoud"},
                             Row{"Tytuł", "Data publikacji", "Treść"},
                             Row{"Заголовок", "Дата", "Текст статьи"},
                             Row{"العنوان", "التاريخ", "النص"},
                             Row{"标题", "发布时间", "正文"},
                             Row{"タイトル", "公開日", "本文"},
                             Row{"제목", "날짜", "본문"},
                             Row{"शीर्षक", "दिनांक", "पाठ"}};
  for (const Row& row : kRows) {
    const Article read =
        article("{\"" + std::string(row.title) + "\":\"A wall\",\"" + row.published +
                "\":\"2019-07-10\",\"" + row.body + "\":\"The council met.\"}");
    EXPECT_EQ(read.title, "A wall") << row.title;
    EXPECT_EQ(read.body, "The council met.") << row.body;
    ASSERT_TRUE(read.published) << row.published;
    EXPECT_EQ(to_iso(*read.published), "2019-07-10") << row.published;
  }
}

TEST(FieldNames, OfEnglishWinAndOthersNameTextsOnly) {
  const Article read = article(
      R"({"titel":"Other","title":"A wall","text":"Text.","data":{"date":"2001-01-01"},"date":"2019-07-10"})");
  EXPECT_EQ(read.title, "A wall");
  EXPECT_EQ(to_iso(*read.published), "2019-07-10");
  EXPECT_FALSE(article(R"({"title":"A","text":"B.","data":{"name":"2001-01-01"}})").published);
}

const std::string kUnknown =
    "nr,kopfzeile_x,fliess_x,tag_x\n"
    "1,Der Rat stimmt über Mauer ab,\"Der Rat der Stadt stimmte über die alte Mauer am Hafen ab, "
    "wie der Bürgermeister am Dienstag sagte, und sie kostet zwei Millionen.\",2019-07-10\n";

TEST(UnknownNames, AreToldWithTheMapThatReadsThem) {
  const Outcome outcome = read(kUnknown, {}, {}, "x.csv");
  ASSERT_THAT(outcome.rejects, SizeIs(1));
  EXPECT_EQ(outcome.rejects[0],
            "no field has a name that stands for a title or a body (nr, kopfzeile_x, fliess_x, "
            "tag_x); '--map title=kopfzeile_x,body=fliess_x,published=tag_x' may read it");
  UnderstandOptions options;
  options.fields = {{"title", "kopfzeile_x"}, {"body", "fliess_x"}, {"published", "tag_x"}};
  const Outcome mapped = read(kUnknown, options, {}, "x.csv");
  ASSERT_THAT(mapped.articles, SizeIs(1));
  EXPECT_EQ(mapped.articles[0].title, "Der Rat stimmt über Mauer ab");
}

TEST(UnknownNames, WithoutAnyTextStayWhatTheyWere) {
  EXPECT_THAT(read("{\"count\":3,\"ok\":true}\n").rejects,
              ::testing::ElementsAre("no title and no body"));
}

std::string warning(const std::string& json) {
  const Understanding result = understanding(json);
  const auto* understood = std::get_if<Understood>(&result);
  return understood == nullptr ? "rejected" : understood->warning;
}

TEST(UnreadTexts, OfAnArticleWithoutABodyAreNamed) {
  const std::string text = "The council of the bay voted on the wall.";
  EXPECT_EQ(warning(R"({"title":"A wall","prose":")" + text + R"(","n":"4"})"),
            "no body; its texts that were not read: prose ('--map body=prose' may read it)");
  EXPECT_THAT(warning(R"({"title":"A wall","data":{"prose":")" + text + R"("}})"),
              HasSubstr("--map body=data.prose"));
  EXPECT_THAT(warning(R"({"title":"A wall","text":"Here.","prose":")" + text + R"("})"), IsEmpty());
  EXPECT_THAT(warning(R"({"title":"A wall","note":"short"})"), IsEmpty());
}

}  // namespace
}  // namespace newsindex
