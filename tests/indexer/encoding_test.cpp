// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/text/encoding.h"

#include <gmock/gmock.h>
#include <simdjson.h>

namespace newsindex {
namespace {

using namespace std::string_view_literals;

struct EncodingCase {
  std::string name;
  std::string_view bytes;
  std::string_view text;
};

class Encoding : public testing::TestWithParam<EncodingCase> {};

TEST_P(Encoding, BecomesUtf8) { EXPECT_EQ(to_utf8(GetParam().bytes), GetParam().text); }

const EncodingCase kEncodings[] = {
    {"Utf8", "Zürich, Ελλάδα", "Zürich, Ελλάδα"},
    {"Utf8WithMark", "\xEF\xBB\xBFZürich", "Zürich"},
    {"Utf16WithMark", "\xFF\xFEZ\0\xFC\0"sv, "Zü"},
    {"OneBrokenCharacterInUtf8", "Zürich, Genève, Málaga, Århus, K\xC3 und Köln",
     "Zürich, Genève, Málaga, Århus, K\uFFFD und Köln"},
    {"ShortWesternText", "Caf\xE9", "Café"},
    {"Windows1252",
     "Der Ministerpr\xE4sident sagte: \x84Wir pr\xFC"
     "fen das.\x93 Danach verlie\xDF er Z\xFCrich.",
     "Der Ministerpräsident sagte: „Wir prüfen das.“ Danach verließ er Zürich."},
    {"DeclaredInHtml", "<html><meta charset=\"iso-8859-2\"><p>\xB9koda</p>",
     "<html><meta charset=\"iso-8859-2\"><p>škoda</p>"},
    {"DeclaredInHttpEquiv",
     "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">\xCC\xE8\xF0",
     "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">Мир"},
    {"ADeclarationThatIsNotTrueDoesNotCount", "<meta charset=\"windows-1251\">Zürich",
     "<meta charset=\"windows-1251\">Zürich"},
    {"DeclaredLatin1IsWindows1252", "<meta charset=iso-8859-1>\x93x\x94",
     "<meta charset=iso-8859-1>“x”"},
    {"Koi8",
     "\xF0\xD2\xC5\xDA\xC9\xC4\xC5\xCE\xD4 \xD0\xD2\xC9\xC2\xD9\xCC \xD7 "
     "\xD3\xD4\xCF\xCC\xC9\xC3\xD5 "
     "\xC9 \xD7\xD3\xD4\xD2\xC5\xD4\xC9\xCC\xD3\xD1 \xD3 \xCD\xC9\xCE\xC9\xD3\xD4\xD2\xC1\xCD\xC9",
     "Президент прибыл в столицу и встретился с министрами"},
    {"EscapedJapanese", "\x1b$B%K%e!<%9\x1b(B", "ニュース"},
};
INSTANTIATE_TEST_SUITE_P(Of, Encoding, testing::ValuesIn(kEncodings),
                         [](const auto& param_info) { return param_info.param.name; });

TEST(ToUtf8, GivesValidUtf8ForAnyBytes) {
  std::string bytes;
  std::uint32_t state = 1;
  for (int i = 0; i < 20'000; ++i) {
    state = state * 1664525u + 1013904223u;
    bytes += static_cast<char>(state >> 24);
    if (i % 97 != 0) continue;
    const std::string text = to_utf8(bytes);
    EXPECT_TRUE(simdjson::validate_utf8(text.data(), text.size())) << i;
  }
}

struct TidyCase {
  std::string name;
  std::string_view text;
  std::string_view tidy;
};

class Tidy : public testing::TestWithParam<TidyCase> {};

TEST_P(Tidy, LeavesOnlyText) {
  EXPECT_EQ(tidy(std::string(GetParam().text)), GetParam().tidy);
  EXPECT_EQ(tidy(std::string(GetParam().tidy)), GetParam().tidy) << "twice is as once";
}

const TidyCase kTidy[] = {
    {"NothingToDo", "one\n\ntwo\tthree", "one\n\ntwo\tthree"},
    {"LineEnds", "one\r\ntwo\rthree\n", "one\ntwo\nthree\n"},
    {"FormFeedAndLineSeparators", "one\ftwo\u2028three\u2029four", "one\ntwo\nthree\nfour"},
    {"ControlCharacters",
     "a\x01\x02"
     "b\x7f\x1f",
     "ab"},
    {"SpacesAtLineEnds", "one  \ntwo\t\n three ", "one\ntwo\n three"},
    {"ByteOrderMarkInside",
     "a\xEF\xBB\xBF"
     "b",
     "ab"},
    {"C1FromWindows1252", "don\xC2\x92t \xC2\x93x\xC2\x94 \xC2\x81", "don’t “x”"},
    {"OtherLettersOfTheSameBytes", "£ § — … €", "£ § — … €"},
};
INSTANTIATE_TEST_SUITE_P(Of, Tidy, testing::ValuesIn(kTidy),
                         [](const auto& param_info) { return param_info.param.name; });

TEST(LooksBinary, TellsTextFromOtherBytes) {
  EXPECT_FALSE(looks_binary("Plain text\nwith lines"));
  EXPECT_FALSE(looks_binary(""));
  EXPECT_TRUE(looks_binary("a\x01\x02\x03\x04"));
  EXPECT_TRUE(looks_binary("\uFFFD\uFFFDxy"));
}

}  // namespace
}  // namespace newsindex
