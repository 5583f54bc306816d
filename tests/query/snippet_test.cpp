// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

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
  return bracketed(Highlighter(parse_query(query, {})).mark(text, language));
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
  EXPECT_TRUE(snippet.cut_before);
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
