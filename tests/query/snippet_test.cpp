// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::string bracketed(const Snippet& snippet) {
  std::string out;
  std::size_t at = 0;
  for (const auto& [start, end] : snippet.matches) {
    out +=
        snippet.text.substr(at, start - at) + "[" + snippet.text.substr(start, end - start) + "]";
    at = end;
  }
  return out + snippet.text.substr(at);
}

std::string marked(const char* query, const char* text, const char* language = "en") {
  return bracketed(Highlighter(parse_query(query, {})).title(text, language));
}

// The whole body, with the words of the query marked.
std::string marked_body(const char* query, const char* text) {
  return bracketed(Highlighter(parse_query(query, {})).snippet(text, "en", 1000));
}

std::string passage(const char* query, const std::string& body, std::size_t length = 80) {
  return bracketed(Highlighter(parse_query(query, {})).snippet(body, "en", length));
}

struct MarkCase {
  const char* query;
  const char* text;
  const char* marked;
};

TEST(Highlighter, MarksTheWordsThatMatched) {
  const std::vector<MarkCase> cases{
      {"minister", "The ministers met. MINISTERIAL?", "The [ministers] met. MINISTERIAL?"},
      {"cafe", "At the Café.", "At the [Café]."},
      {"\"missile test\"", "A missile; a test; missile tests.",
       "A missile; a test; [missile tests]."},
      {"exact:\"missile test\"", "missile tests, missile test", "missile tests, [missile test]"},
      {"miss*", "Missiles missed.", "[Missiles] [missed]."},
      {"oil -spill", "Oil spill", "[Oil] spill"},
      {"title:oil source:oil", "Oil", "[Oil]"},
      {"source:oil", "Oil", "Oil"},
      {"person:\"Qin Gang\"", "Mr Qin Gang and Qin", "Mr [Qin Gang] and Qin"},
      {"anti-missile", "antimissile and anti-missile", "[antimissile] and [anti-missile]"},
      {"北京", "在北京举行", "在[北京]举行"},
      {"도서관", "도서관장이 도서관에서 책을", "도서관장이 [도서관에서] 책을"},
      {"exact:도서관", "도서관에서 도서관", "도서관에서 [도서관]"},
      {"\"시립 도서관\"", "시립의 도서관, 시립 도서관은", "시립의 도서관, [시립 도서관은]"},
      {"도서관 NEAR/2 시립", "시립의 새 도서관은", "[시립의] 새 [도서관은]"},
      {"uefa", "UEFA는 UEFA", "[UEFA는] [UEFA]"},
      {"مدرسة", "مدرسة وللمدرسة", "[مدرسة] [وللمدرسة]"},
      {"مدر*", "المدرسة", "[المدرسة]"},
      {"japan", "Japan’s plan", "[Japan]’s plan"},
  };
  for (const MarkCase& each : cases)
    EXPECT_EQ(marked(each.query, each.text), each.marked) << each.query;
}

TEST(Highlighter, StemsByTheLanguageOfTheText) {
  EXPECT_EQ(marked("Überschwemmung", "Die Überschwemmungen", "de"), "Die [Überschwemmungen]");
  EXPECT_EQ(marked("بيت", "هذا البيت", "ar"), "هذا [البيت]");  // the article is a prefix
}

TEST(Highlighter, ShowsTheBestPlaceOfALongText) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "Nothing happens here at all. ";
  text += "Then the oil spill came to the coast. ";
  for (int i = 0; i < 100; ++i) text += "The oil price fell. ";
  const Snippet snippet = Highlighter(parse_query("oil coast", {})).snippet(text, "en", 120);
  EXPECT_THAT(bracketed(snippet), HasSubstr("[oil] spill came to the [coast]"));
  EXPECT_FALSE(snippet.cut_before);  // it begins where a sentence does
  EXPECT_TRUE(snippet.cut_after);
  EXPECT_LT(snippet.text.size(), 200u);
}

TEST(Highlighter, ShowsTheBeginningWhenNothingMatches) {
  const Snippet snippet =
      Highlighter(parse_query("zebra", {})).snippet("One.\n\nTwo   three.", "en", 100);
  EXPECT_EQ(snippet.text, "One. Two three.");
  EXPECT_THAT(snippet.matches, SizeIs(0));
  EXPECT_FALSE(snippet.cut_before || snippet.cut_after);
}

TEST(Highlighter, MarksWordsOfNearOnlyWhereTheyAreNear) {
  EXPECT_EQ(
      marked_body("oil NEAR/3 spill",
                  "Oil prices fell. The spill of much oil went on. A spill far from any coast."),
      "Oil prices fell. The [spill] of much [oil] went on. A spill far from any coast.");
  EXPECT_EQ(marked_body("oil NEAR/1 oil", "Oil. Oil and gas, gas and oil oil."),
            "[Oil]. [Oil] and gas, gas and [oil] [oil].");
}

TEST(Highlighter, MarksWordsOfATitleClauseInTitlesOnly) {
  EXPECT_EQ(marked("title:oil spill", "Oil spill"), "[Oil] [spill]");
  EXPECT_EQ(marked_body("title:oil spill", "The oil spill grew."), "The oil [spill] grew.");
}

TEST(Highlighter, MarksNoWordsOfAPhraseElsewhere) {
  EXPECT_EQ(marked_body("\"supreme court\"", "A court met. The Supreme Court met."),
            "A court met. The [Supreme Court] met.");
  EXPECT_EQ(marked_body("\"supreme court\"", "It was supreme.\n\nCourt met."),
            "It was supreme. Court met.");
}

TEST(Highlighter, MarksTheOtherSpellingOfUmlauts) {
  EXPECT_EQ(marked("Köln", "In Koeln und Köln", "de"), "In [Koeln] und [Köln]");
  EXPECT_EQ(marked("Koeln", "In Koeln und Köln", "de"), "In [Koeln] und [Köln]");
  EXPECT_EQ(marked("Koeln", "From Koeln to Köln and kölln", "en"),
            "From [Koeln] to [Köln] and kölln");
}

TEST(Highlighter, BeginsWithTheSentenceThatMatches) {
  const std::string body =
      "The council met on Monday and talked for hours about the budget of the town. "
      "Mr. J. Smith of the U.S. Navy then spoke of the oil that was spilt. "
      "Nobody asked him anything, and the meeting was closed in the evening.";
  EXPECT_EQ(passage("oil", body),
            "Mr. J. Smith of the U.S. Navy then spoke of the [oil] that was spilt.");
}

TEST(Highlighter, BeginsWithAClauseWhereTheSentenceIsTooLong) {
  std::string body = "The council";
  for (int i = 0; i < 30; ++i) body += ", which met again";
  body += ", heard of the oil spill at the coast";
  for (int i = 0; i < 30; ++i) body += ", which went on";
  const Snippet snippet = Highlighter(parse_query("oil", {})).snippet(body + ".", "en", 80);
  EXPECT_TRUE(snippet.cut_before);
  EXPECT_THAT(snippet.text, StartsWith("which met again"));
  EXPECT_THAT(bracketed(snippet), HasSubstr("heard of the [oil] spill"));
}

TEST(Highlighter, ShowsNoPageFurniture) {
  const std::string body =
      "Oil spill photos\n\nAdvertisement\n\nThe oil reached the coast.\n\n"
      "Share this on oil\n\nOil spill: more videos\n\nNobody knows why the spill came.";
  EXPECT_EQ(passage("oil spill", body, 300),
            "The [oil] reached the coast. Nobody knows why the [spill] came.");
  EXPECT_EQ(passage("photos", body, 300),
            "The oil reached the coast. Nobody knows why the spill came.");
}

TEST(Highlighter, TakesLinesOfAParagraphTogether) {
  EXPECT_EQ(passage("oil", "The oil reached\nthe coast. Nobody\nknows why.\n\nShare"),
            "The [oil] reached the coast. Nobody knows why.");
}

TEST(Highlighter, ShowsABodyWithoutSentencesAsItIs) {
  EXPECT_EQ(passage("oil", "Gold up\n\nOil down"), "Gold up [Oil] down");
  EXPECT_EQ(passage("ราคา", "ราคาน้ำมันลดลง\n\nทองคำ"), "[ราคา]น้ำมันลดลง ทองคำ");
}

TEST(Highlighter, PrefersMostWordsThenClosenessThenTheBeginning) {
  const std::string filler = " Nothing else of note took place in the town on that long day.";
  const std::string far = "The oil lay in barrels of steel, before a spill.";
  const std::string close = "An oil spill came.";
  EXPECT_THAT(passage("oil spill", "Oil rose." + filler + filler + far + filler),
              HasSubstr("The [oil] lay"));
  EXPECT_THAT(passage("oil spill", far + filler + filler + close + filler),
              HasSubstr("An [oil] [spill]"));
  EXPECT_THAT(passage("oil", "Oil fell." + filler + filler + "Oil rose." + filler),
              HasSubstr("[Oil] fell"));
}

TEST(Highlighter, NeverCutsACharacter) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "外務大臣が北京で会談した。";
  for (std::size_t length = 10; length < 60; ++length) {
    const Snippet snippet = Highlighter(parse_query("会談", {})).snippet(text, "ja", length);
    ASSERT_FALSE(snippet.text.empty());
    EXPECT_NE(static_cast<unsigned char>(snippet.text.front()) & 0xC0, 0x80) << length;
    std::size_t last = snippet.text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(snippet.text[last]) & 0xC0) == 0x80) --last;
    EXPECT_EQ(snippet.text.size() - last, 3u) << length;
  }
}

TEST(Highlighter, TakesAnyBytes) {
  const std::string text = "\xff\xfe broken \x80 oil \xc3";
  EXPECT_THAT(bracketed(Highlighter(parse_query("oil", {})).snippet(text, "en", 8)),
              HasSubstr("[oil]"));
}

}  // namespace
}  // namespace newsindex
