// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/analyzer.h"

#include <random>

#include <gtest/gtest.h>

namespace newsindex {
namespace {

// Tokens as "anti@0 antimissile@0+ missile@1": the term, its position, and + for another spelling.
std::string tokens_of(std::string_view text) {
  Analyzer analyzer;
  std::string all;
  for (const Token& token : analyzer.analyze(text)) {
    if (!all.empty()) all += ' ';
    all +=
        std::string(token.term) + "@" + std::to_string(token.position) + (token.joined ? "+" : "");
  }
  return all;
}

struct AnalyzerCase {
  std::string_view text;
  std::string_view tokens;
};

void PrintTo(const AnalyzerCase& each, std::ostream* out) { *out << each.text; }

class AnalyzerTable : public ::testing::TestWithParam<AnalyzerCase> {};

TEST_P(AnalyzerTable, CutsTextAsAReaderExpects) {
  EXPECT_EQ(tokens_of(GetParam().text), GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    PlainWords, AnalyzerTable,
    ::testing::Values(AnalyzerCase{"", ""}, AnalyzerCase{" ... -- ' & ,", ""},
                      AnalyzerCase{"Oil SPILLS, again.", "oil@0 spills@1 again@2"},
                      AnalyzerCase{"end.Next", "end@0 next@1"},
                      AnalyzerCase{"snake_case", "snake@0 case@1"},
                      AnalyzerCase{"#tag @name 20th G7", "tag@0 name@1 20th@2 g7@3"},
                      AnalyzerCase{std::string_view("nul\0byte", 8), "nul@0 byte@1"}));

INSTANTIATE_TEST_SUITE_P(
    Apostrophes, AnalyzerTable,
    ::testing::Values(AnalyzerCase{"Japan's visit", "japan@0 visit@1"},
                      AnalyzerCase{"Japan’s visit", "japan@0 visit@1"},
                      AnalyzerCase{"the players' union", "the@0 players@1 union@2"},
                      AnalyzerCase{"Côte d'Ivoire", "cote@0 ivoire@1"},
                      AnalyzerCase{"l’Élysée", "elysee@0"}, AnalyzerCase{"dell'arte", "arte@0"},
                      AnalyzerCase{"O'Brien", "o@0 obrien@0+ brien@1"},
                      AnalyzerCase{"Gaziantep'in", "gaziantep@0 gaziantepin@0+ in@1"},
                      AnalyzerCase{"don't dont", "dont@0 dont@1"},
                      AnalyzerCase{"we're they’ll", "we@0 they@1"}));

INSTANTIATE_TEST_SUITE_P(
    HyphensDotsAndAmpersands, AnalyzerTable,
    ::testing::Values(
        AnalyzerCase{"anti-missile", "anti@0 antimissile@0+ missile@1"},
        AnalyzerCase{"vice-president-elect", "vice@0 vicepresidentelect@0+ president@1 elect@2"},
        AnalyzerCase{"Covid-19 F-16", "covid@0 covid19@0+ 19@1 f@2 f16@2+ 16@3"},
        AnalyzerCase{"5-year", "5@0 year@1"}, AnalyzerCase{"war - peace", "war@0 peace@1"},
        AnalyzerCase{"the U.S. and US", "the@0 us@1 and@2 us@3"},
        AnalyzerCase{"U.S.-led", "us@0 led@1"}, AnalyzerCase{"e.g. U.N.", "eg@0 un@1"},
        AnalyzerCase{"AT&T, S&P 500, R&D", "at&t@0 s&p@1 500@2 r&d@3"},
        AnalyzerCase{"Johnson&Johnson", "johnson@0 johnson@1"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, AnalyzerTable,
    ::testing::Values(AnalyzerCase{"1,234.5", "1234.5@0"},
                      AnalyzerCase{"10,000 and 10000", "10000@0 and@1 10000@2"},
                      AnalyzerCase{"3.5 percent", "3.5@0 percent@1"},
                      AnalyzerCase{"$1.2bn", "1.2bn@0"}, AnalyzerCase{"1.234.567", "1234567@0"},
                      AnalyzerCase{"12,34", "12@0 34@1"},
                      AnalyzerCase{"2023-04-02", "2023@0 04@1 02@2"},
                      AnalyzerCase{"04.02.2023", "04@0 02@1 2023@2"},
                      AnalyzerCase{"192.168.1.1", "192@0 168@1 1@2 1@3"},
                      AnalyzerCase{"3:24", "3@0 24@1"}, AnalyzerCase{"CO₂ m²", "co2@0 m2@1"}));

INSTANTIATE_TEST_SUITE_P(Addresses, AnalyzerTable,
                         ::testing::Values(AnalyzerCase{"qin@mfa.gov.cn", "qin@0 mfa@1 gov@2 cn@3"},
                                           AnalyzerCase{
                                               "https://www.bbc.co.uk/news?id=7",
                                               "https@0 www@1 bbc@2 co@3 uk@4 news@5 id@6 7@7"}));

INSTANTIATE_TEST_SUITE_P(
    Scripts, AnalyzerTable,
    ::testing::Values(
        AnalyzerCase{"北京外交部", "北京@0 外交部@1"},
        AnalyzerCase{"外務大臣が北京で会談した", "外務@0 大臣@1 が@2 北京@3 で@4 会談@5 した@6"},
        AnalyzerCase{"ไปกรุงปักกิ่ง", "ไป@0 กรุง@1 ปักกิ่ง@2"}, AnalyzerCase{"Covid関連", "covid@0 関連@1"},
        AnalyzerCase{"ＮＨＫ ﾆｭｰｽ", "nhk@0 ニュース@1"}, AnalyzerCase{"서울 뉴스", "서울@0 뉴스@1"},
        AnalyzerCase{"القاهرةَ", "القاهرة@0"}, AnalyzerCase{"ёлка Йошкар", "елка@0 йошкар@1"},
        AnalyzerCase{"ΣΊΣΥΦΟΣ", "σισυφοσ@0"},
        AnalyzerCase{"İstanbul Diyarbakır", "istanbul@0 diyarbakir@1"},
        AnalyzerCase{"Straße Łódź Ærø", "strasse@0 lodz@1 aero@2"},
        AnalyzerCase{"café cafe\u0301", "cafe@0 cafe@1"}, AnalyzerCase{"и\u0306од", "йод@0"},
        AnalyzerCase{"tiếng Việt", "tieng@0 viet@1"}, AnalyzerCase{"हिन्दी", "हिन्दी@0"},
        AnalyzerCase{"co\u00ADop a\u200Bb", "coop@0 a@1 b@2"},
        AnalyzerCase{"😀 smile 🇯🇵", "smile@0"}));

TEST(Analyzer, DropsAWordThatIsTooLongAndKeepsItsPosition) {
  const std::string text = "one " + std::string(kMaxTokenBytes + 1, 'x') + " three";
  EXPECT_EQ(tokens_of(text), "one@0 three@2");
}

TEST(Analyzer, PointsAtTheBytesOfTheText) {
  Analyzer analyzer;
  const std::string text = "Qin’s “Côte d’Ivoire”";
  std::string seen;
  for (const Token& token : analyzer.analyze(text))
    seen += text.substr(token.start, token.end - token.start) + "|";
  EXPECT_EQ(seen, "Qin|Côte|Ivoire|");
}

// The fast path for ASCII and the path for all other characters must agree: full-width forms fold
// to ASCII, but take the other path.
TEST(Analyzer, GivesAsciiTheSameTokensAsItsFullWidthForms) {
  std::mt19937 random(7);
  const std::string alphabet = "abcXYZ019 .,-'& ";
  for (int round = 0; round < 3000; ++round) {
    std::string plain, wide;
    for (unsigned i = 0; i < 1 + random() % 20; ++i) {
      const char c = alphabet[random() % alphabet.size()];
      plain += c;
      const bool is_word = std::isalnum(static_cast<unsigned char>(c)) != 0;
      if (!is_word) {
        wide += c;
        continue;
      }
      const unsigned code =
          0xFF01u + static_cast<unsigned>(c) - 0x21u;  // FULLWIDTH forms, three bytes each
      wide += {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 63)),
               static_cast<char>(0x80 | (code & 63))};
    }
    ASSERT_EQ(tokens_of(plain), tokens_of(wide)) << plain;
  }
}

TEST(Analyzer, StaysInsideTheTextAndInOrderWhateverTheBytes) {
  std::mt19937 random(11);
  Analyzer analyzer;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned i = 0; i < random() % 60; ++i) text.push_back(static_cast<char>(random() & 0xff));
    std::uint32_t last = 0;
    for (const Token& token : analyzer.analyze(text)) {
      ASSERT_LT(token.start, token.end);
      ASSERT_LE(token.end, text.size());
      ASSERT_GE(token.position, last);
      ASSERT_FALSE(token.term.empty());
      last = token.position;
    }
  }
}

TEST(FoldedWords, AreTheSameWhenFoldedAgain) {
  Analyzer analyzer;
  for (const std::string_view name :
       {"Qin Gang", "U.N.", "Côte d'Ivoire", "AT&T", "Łódź", "O'Brien", "北京市"}) {
    const std::string once = folded_words(analyzer, name);
    EXPECT_EQ(folded_words(analyzer, once), once) << name;
  }
}

TEST(FoldedWords, MakeOneFormOfManySpellings) {
  Analyzer analyzer;
  EXPECT_EQ(folded_words(analyzer, "U.N."), folded_words(analyzer, "UN"));
  EXPECT_EQ(folded_words(analyzer, " Qin  GANG "), "qin gang");
}

}  // namespace
}  // namespace newsindex
