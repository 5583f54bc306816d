// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"
#include "schema/query_language/proposal.h"

namespace newsindex {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::StartsWith;

// A wrong query, the carets below its wrong part, and the message.
struct ErrorCase {
  std::string_view query;
  std::string_view carets;
  std::string_view sentence;
};

void PrintTo(const ErrorCase& row, std::ostream* out) { *out << row.query; }

std::string described(std::string_view query, const QueryLimits& limits = {}) {
  try {
    return "parsed: " + to_string(parse_query(query, {Match::all, 2023y / 4 / 7}, limits));
  } catch (const QueryError& error) {
    return describe(error, query);
  }
}

class QueryErrors : public testing::TestWithParam<ErrorCase> {};

// The examples in a sentence: what follows "as in ", up to the next comma or semicolon.
std::vector<std::string> examples_in(const std::string& sentence) {
  constexpr std::string_view kBefore = "as in ";
  std::vector<std::string> examples;
  for (std::size_t at = sentence.find(kBefore); at != std::string::npos;
       at = sentence.find(kBefore, at + 1)) {
    const std::size_t start = at + kBefore.size();
    const std::size_t end = std::min(sentence.find("; ", start), sentence.find(", ", start));
    examples.push_back(sentence.substr(start, std::min(end, sentence.size()) - start));
  }
  return examples;
}

QueryError error_of(std::string_view query) {
  try {
    parse_query(query, {Match::all, 2023y / 4 / 7});
  } catch (const QueryError& error) {
    return error;
  }
  return {"no error", {}};
}

TEST_P(QueryErrors, ProposeOnlyWhatParses) {
  const QueryError error = error_of(GetParam().query);
  for (const Proposal& proposal : error.proposals()) {
    EXPECT_THAT(error.what(), HasSubstr(proposal.before + proposal.text + proposal.after));
    EXPECT_EQ(described(with_proposal(GetParam().query, proposal)).substr(0, 7), "parsed:");
  }
  for (const std::string& example : examples_in(error.what()))
    EXPECT_EQ(described(example).substr(0, 7), "parsed:") << example;
}

TEST_P(QueryErrors, SayWhatIsWrongWithACaretUnderIt) {
  const auto& [query, carets, sentence] = GetParam();
  EXPECT_EQ(described(query),
            std::string(sentence) + "\n  " + std::string(query) + "\n  " + std::string(carets));
}

INSTANTIATE_TEST_SUITE_P(
    UnknownFields, QueryErrors,
    testing::Values(
        ErrorCase{"topik:politics", "^^^^^", "unknown field 'topik' (did you mean 'topic'?)"},
        ErrorCase{"a befor:2023", "  ^^^^^", "unknown field 'befor' (did you mean 'before'?)"},
        ErrorCase{"exat:tests", "^^^^", "unknown field 'exat' (did you mean 'exact'?)"},
        ErrorCase{"exact:titel:x", "      ^^^^^", "unknown field 'titel' (did you mean 'title'?)"},
        ErrorCase{"title:(topik:x)", "       ^^^^^",
                  "unknown field 'topik' (did you mean 'topic'?)"},
        ErrorCase{"genome:abc", "^^^^^^",
                  "unknown field 'genome'; to search for the words, put them in quotes: "
                  "\"genome:abc\""},
        ErrorCase{
            "Ukraine: the latest", "^^^^^^^",
            "unknown field 'Ukraine'; to search for the word, leave the colon out or put it in "
            "quotes: \"Ukraine:\""},
        ErrorCase{"title: flood", "^^^^^^",
                  "'title:' needs a value directly behind it; write title:flood"},
        ErrorCase{"source:= CNN", "^^^^^^^^",
                  "'source:=' needs a value directly behind it; write source:=CNN"},
        ErrorCase{"exact: tests", "^^^^^^",
                  "'exact:' needs a value directly behind it; write exact:tests"},
        ErrorCase{"(title:)", " ^^^^^^", "'title:' needs a value directly behind it"},
        ErrorCase{"title:author:x", "      ^^^^^^^", "one value takes one field"},
        ErrorCase{"exact:title:author:x", "            ^^^^^^", "one value takes one field"}));

INSTANTIATE_TEST_SUITE_P(
    OpenEnds, QueryErrors,
    testing::Values(
        ErrorCase{"a \"oil spill", "  ^", "this quote is never closed"},
        ErrorCase{"12\"", "  ^", "this quote is never closed"},
        ErrorCase{"\u201coil", "^", "this quote is never closed"},
        ErrorCase{"a (b (c)", "  ^", "this parenthesis is never closed"},
        ErrorCase{"a b) c", "   ^", "this parenthesis was never opened"},
        ErrorCase{"a ()", "  ^^", "there is nothing to search for between the parentheses"},
        ErrorCase{"title:( )", "      ^^^",
                  "there is nothing to search for between the parentheses"},
        ErrorCase{"a (&)", "  ^^^", "there is nothing to search for between the parentheses"},
        ErrorCase{"a \"\"", "  ^^", "there is nothing to search for between the quotes"},
        ErrorCase{"id:\"  \"", "   ^^^^", "there is nothing to search for between the quotes"}));

INSTANTIATE_TEST_SUITE_P(
    Operators, QueryErrors,
    testing::Values(
        ErrorCase{"OR b", "^^",
                  "there is nothing before 'OR'; to search for the word, put it in quotes"},
        ErrorCase{"a OR", "  ^^",
                  "there is nothing after 'OR'; to search for the word, put it in quotes"},
        ErrorCase{"a OR AND b", "     ^^^",
                  "there is nothing before 'AND'; to search for the word, put it in quotes"},
        ErrorCase{"(a OR) b", "   ^^",
                  "there is nothing after 'OR'; to search for the word, put it in quotes"},
        ErrorCase{"a |", "  ^", "there is nothing after '|'"},
        ErrorCase{"NOT", "^^^",
                  "there is nothing after 'NOT'; to search for the word, put it in quotes"},
        ErrorCase{"a NEAR/5", "  ^^^^^^",
                  "there is nothing after 'NEAR/5'; to search for the word, put it in quotes"},
        ErrorCase{"NEAR a", "^^^^",
                  "there is nothing before 'NEAR'; to search for the word, put it in quotes"},
        ErrorCase{
            "a - b", "  ^",
            "this '-' stands alone; write it as in oil -spill to leave out articles with the word"},
        ErrorCase{
            "C++ - java", "    ^",
            "this '-' stands alone; write it as in oil -spill to leave out articles with the word"},
        ErrorCase{
            "-", "^",
            "this '-' stands alone; write it as in oil -spill to leave out articles with the word"},
        ErrorCase{"a --b", "  ^^",
                  "several '-' before a word mean nothing; one, as in oil -spill, leaves articles "
                  "with the "
                  "word out"},
        ErrorCase{"a NOT -b", "  ^^^^^", "two negations in a row; leave one out"},
        ErrorCase{"NOT NOT b", "^^^^^^^", "two negations in a row; leave one out"}));

INSTANTIATE_TEST_SUITE_P(
    Near, QueryErrors,
    testing::Values(
        ErrorCase{"\"oil x\" NEAR spill", "^^^^^^^",
                  "NEAR stands between single words, as in oil NEAR/5 spill"},
        ErrorCase{"oil NEAR (a b)", "         ^^^^^",
                  "NEAR stands between single words, as in oil NEAR/5 spill"},
        ErrorCase{"oil NEAR spi*", "         ^^^^",
                  "NEAR stands between single words, as in oil NEAR/5 spill"},
        ErrorCase{"oil NEAR topic:x", "         ^^^^^^^",
                  "NEAR stands between single words, as in oil NEAR/5 spill"},
        ErrorCase{"a NEAR/0 b", "  ^^^^^^",
                  "'NEAR/0' needs a number of words from 1 to 100, as in oil NEAR/5 spill"},
        ErrorCase{"a NEAR/101 b", "  ^^^^^^^^",
                  "'NEAR/101' needs a number of words from 1 to 100, as in oil NEAR/5 spill"},
        ErrorCase{"a NEAR/ b", "  ^^^^^",
                  "'NEAR/' needs a number of words from 1 to 100, as in oil NEAR/5 spill"},
        ErrorCase{"a NEAR/3 b NEAR/4 c", "           ^^^^^^",
                  "all NEAR of one chain need the same distance"},
        ErrorCase{"title:oil NEAR/5 spill", "                 ^^^^^",
                  "words near each other are in one field, as in title:(oil NEAR/5 spill)"}));

INSTANTIATE_TEST_SUITE_P(
    Wildcards, QueryErrors,
    testing::Values(
        ErrorCase{"col*r", "   ^",
                  "a wildcard stands at the end of a word, as in mini*; put the word in quotes to "
                  "search for it as it is; write col*"},
        ErrorCase{"title:*x", "      ^",
                  "a wildcard stands at the end of a word, as in mini*; put the word in quotes to "
                  "search for it as it is"},
        ErrorCase{"m*", " ^",
                  "a wildcard needs at least 2 letters or digits before it, as in mini*"},
        ErrorCase{"a *", "  ^",
                  "a wildcard needs at least 2 letters or digits before it, as in mini*"},
        ErrorCase{
            "\"climate chang*\"", "              ^",
            "a wildcard does not work inside quotes; leave the * out, or write the words without "
            "quotes"},
        ErrorCase{
            "source:=CN*", "          ^",
            "'source' is compared as a whole: no wildcards; put the value in quotes if it ends "
            "with a *"},
        ErrorCase{
            "person:Qin*", "          ^",
            "'person' is compared as a whole: no wildcards; put the value in quotes if it ends "
            "with a *"}));

constexpr std::string_view kNoLevels =
    "only topics and the names of persons, organisations and places have levels to compare; to "
    "search "
    "for the text as it is, put it in quotes";

INSTANTIATE_TEST_SUITE_P(
    Thresholds, QueryErrors,
    testing::Values(
        ErrorCase{"title:flood>=60", "           ^^^^", kNoLevels},
        ErrorCase{"title:\"oil spill\">=60", "                 ^^^^", kNoLevels},
        ErrorCase{"flood>5", "     ^^", kNoLevels},
        ErrorCase{"(a b) >= 60", "      ^^^^^", kNoLevels}, ErrorCase{"a >= 60", "  ^^", kNoLevels},
        ErrorCase{"topic:x>=101", "       ^^^^^",
                  "'101' is not a level from 0 to 100; write it as in person:biden>=85, and put a "
                  "name that contains <, > or "
                  "= in quotes"},
        ErrorCase{"topic:x>=-5", "       ^^^^",
                  "'-5' is not a level from 0 to 100; write it as in person:biden>=85, and put a "
                  "name that contains <, > or "
                  "= in quotes"},
        ErrorCase{"topic:x>=", "       ^^",
                  "there is no number behind '>='; write it as in person:biden>=85, and put a name "
                  "that contains <, > or = "
                  "in quotes"},
        ErrorCase{"topic:x>100", "       ^^^^", "no level can be >100: levels go from 0 to 100"},
        ErrorCase{"topic:x<0", "       ^^", "no level can be <0: levels go from 0 to 100"},
        ErrorCase{"topic:>=60", "      ^^^^", "there is no name or topic before the threshold"}));

INSTANTIATE_TEST_SUITE_P(
    Values, QueryErrors,
    testing::Values(
        ErrorCase{"title:-flood", "      ^", "the '-' belongs before the field, as in -title:word"},
        ErrorCase{"title:!!!", "      ^^^", "'!!!' has no letter or digit to search for"},
        ErrorCase{"a -!!! b", "   ^^^", "'!!!' has no letter or digit to search for"},
        ErrorCase{"...", "^^^", "'...' has no letter or digit to search for"},
        ErrorCase{"\"...\"", "^^^^^", "'\"...\"' has no letter or digit to search for"},
        ErrorCase{"title:=flood", "^^^^^^^",
                  "':=' asks for a whole value, and 'title' has none; it works with id, url, "
                  "author, source, "
                  "section, keyword, topic, entity, person, org, place, lang, story"},
        ErrorCase{"exact:lang:en", "           ^^",
                  "'exact:' is for words and phrases; 'lang' is always taken as written"},
        ErrorCase{"person:exact:\"Qin\"", "             ^^^^^",
                  "'exact:' is for words and phrases; 'person' is always taken as written"},
        ErrorCase{"date:2023-02-30", "     ^^^^^^^^^^",
                  "the date '2023-02-30' does not exist: February 2023 has 28 days"},
        ErrorCase{"date:\u201c2023-13\u201d", "      ^^^^^^^",
                  "the date '2023-13' does not exist: months go from 01 to 12"},
        ErrorCase{"date:2023-04..2023-13", "              ^^^^^^^",
                  "the date '2023-13' does not exist: months go from 01 to 12"}));

INSTANTIATE_TEST_SUITE_P(
    SignsOfOtherSearchEngines, QueryErrors,
    testing::Values(
        ErrorCase{"!Biden", "^", "'!' leaves nothing out here; write -Biden"},
        ErrorCase{"Trump !Biden", "      ^", "'!' leaves nothing out here; write -Biden"},
        ErrorCase{"Trump \u2013Biden", "      ^",
                  "'\u2013' is a dash, which leaves nothing out here; write -Biden"},
        ErrorCase{"\u2212\"oil spill\"", "^",
                  "'\u2212' is a dash, which leaves nothing out here; write -\"oil spill\""},
        ErrorCase{"a \u2014(b c)", "  ^",
                  "'\u2014' is a dash, which leaves nothing out here; write -"},
        ErrorCase{"person:!Biden", "       ^", "'!' leaves nothing out here; write -person:Biden"},
        ErrorCase{
            "\"oil spill\"~5", "           ^^",
            "words near each other are written as in oil NEAR/5 spill; write oil NEAR/5 spill"},
        ErrorCase{"title:\"oil spill\"~3", "                 ^^",
                  "words near each other are written as in oil NEAR/5 spill; write title:(oil "
                  "NEAR/3 spill)"},
        ErrorCase{
            "\"oil spill\"^2", "           ^^",
            "a phrase has no weight of its own: --prefer makes articles with it come first; write "
            "\"oil spill\""},
        ErrorCase{"oil w/5 spill", "    ^^^",
                  "words near each other are written as in oil NEAR/5 spill; write NEAR/5"},
        ErrorCase{"oil near5 spill", "    ^^^^^",
                  "words near each other are written as in oil NEAR/5 spill; write NEAR/5"},
        ErrorCase{"imp?ach", "   ^",
                  "a ? inside a word stands for nothing here, the one wildcard is a * at the end; "
                  "put the word in quotes to search for it as it is; write imp*"},
        ErrorCase{"impeach%", "       ^",
                  "a % stands for nothing here, the one wildcard is a * at the end; put the word "
                  "in quotes to search for it as it is; write impeach*"},
        ErrorCase{"impeach~2", "       ^^",
                  "similar spellings cannot be asked for: they are proposed where a word is not "
                  "found; write impeach"},
        ErrorCase{"a\\b", "^^^",
                  "a backslash means nothing here; put the word in quotes to search for it as it "
                  "is"},
        ErrorCase{"source=CNN", "^^^^^^^",
                  "a field and its value have a colon between them, as in source:cnn; write "
                  "source:CNN"},
        ErrorCase{"source=\"Fox News\"", "^^^^^^^",
                  "a field and its value have a colon between them, as in source:cnn; write "
                  "source:\"Fox News\""},
        ErrorCase{"source!=CNN", "^^^^^^^^",
                  "a field and its value have a colon between them, as in source:cnn; write "
                  "-source:CNN"},
        ErrorCase{"source : CNN", "^^^^^^^^",
                  "a field, its colon and its value stand together, as in source:cnn; write "
                  "source:CNN"},
        ErrorCase{"date>=2020", "^^^^^^",
                  "a field and its value have a colon between them, as in source:cnn; write "
                  "date:2020.."}));

constexpr std::string_view kNoRegularExpressions =
    "regular expressions are not understood here; the beginning of a word is written as in mini*, "
    "one of several words as in (oil OR gas), and text with signs goes in quotes";

INSTANTIATE_TEST_SUITE_P(RegularExpressions, QueryErrors,
                         testing::Values(ErrorCase{"/imp.*/", "^^^^^^^", kNoRegularExpressions},
                                         ErrorCase{"[bB]iden", "^^^^^^^^", kNoRegularExpressions},
                                         ErrorCase{"^biden", "^^^^^^", kNoRegularExpressions}));

INSTANTIATE_TEST_SUITE_P(
    RangesOfWords, QueryErrors,
    testing::Values(ErrorCase{"source:[a TO b]", "       ^^^^^^^^",
                              "only dates have ranges, as in date:2020..2021; put the word in "
                              "quotes to search for it as it is"},
                    ErrorCase{"{a TO b}", "^^^^^^^^",
                              "only dates have ranges, as in date:2020..2021; put the word in "
                              "quotes to search for it as it is"}));

INSTANTIATE_TEST_SUITE_P(
    RangesOfDates, QueryErrors,
    testing::Values(
        ErrorCase{"date:2020-06-01 to 2020-06-30", "     ^^^^^^^^^^^^^^^^^^^^^^^^",
                  "a range of dates is written as in date:2023-04-01..2023-04-07; write "
                  "date:2020-06-01..2020-06-30"},
        ErrorCase{"date:[2020-01-01 TO 2020-06-30]", "     ^^^^^^^^^^^^^^^^^^^^^^^^^^",
                  "a range of dates is written as in date:2023-04-01..2023-04-07; write "
                  "date:2020-01-01..2020-06-30"},
        ErrorCase{"after:2020-01..before:2020-03", "      ^^^^^^^^^^^^^^^^^^^^^^^",
                  "'after:' takes one date; write after:2020-01 before:2020-03"},
        ErrorCase{"after:2020-13..before:2020-03", "      ^^^^^^^^^^^^^^^^^^^^^^^",
                  "'after:' takes one date"}));

INSTANTIATE_TEST_SUITE_P(
    Languages, QueryErrors,
    testing::Values(ErrorCase{"lang:xx", "     ^^",
                              "there is no language 'xx'; write a code of ISO 639-1 or a name, as "
                              "in lang:de or lang:German"},
                    ErrorCase{"lang:Germn", "     ^^^^^",
                              "there is no language 'Germn'; write a code of ISO 639-1 or a name, "
                              "as in lang:de or lang:German (did you mean 'German'?)"}));

TEST(QueryLimits, AreNamedWithTheirSize) {
  EXPECT_THAT(described("flood river", {.bytes = 5}),
              StartsWith("the query is too long (11 bytes; at most 5)\n"));
  EXPECT_THAT(described("a \"b c\" d", {.words = 3}),
              StartsWith("the query has too many words (at most 3)\n"));
  EXPECT_THAT(described("((a))", {.depth = 1}),
              StartsWith("too many parentheses inside each other (at most 1)\n  ((a))\n   ^"));
}

TEST(QueryErrorsInOtherScripts, PlaceTheCaretByColumns) {
  EXPECT_EQ(described("c\u00f4te topik:x"),
            "unknown field 'topik' (did you mean 'topic'?)\n  c\u00f4te topik:x\n       ^^^^^");
  EXPECT_EQ(described("\u6d2a\u6c34 topik:x"),
            "unknown field 'topik' (did you mean 'topic'?)\n  \u6d2a\u6c34 topik:x\n       ^^^^^");
  EXPECT_EQ(described("cote\u0301 topik:x"),
            "unknown field 'topik' (did you mean 'topic'?)\n  cote\u0301 topik:x\n       ^^^^^");
}

TEST(QueryErrorsOnSeveralLines, ShowLineEndsAndTabsAsSpaces) {
  EXPECT_EQ(described("a\nb\ttopik:x"),
            "unknown field 'topik' (did you mean 'topic'?)\n  a b topik:x\n      ^^^^^");
}

TEST(QueryErrorsInMalformedText, NameTheByte) {
  EXPECT_EQ(described("oil \xC3 spill"),
            "the query is not valid UTF-8 at byte 4\n  oil \uFFFD spill\n      ^");
}

TEST(QueryErrorsInLongQueries, ShowWhatIsNear) {
  const std::string words = std::string(300, 'a') + " ";
  const std::string text = described(words + "topik:x " + words);
  EXPECT_THAT(text, HasSubstr("\n  ...aaa"));
  EXPECT_THAT(text, HasSubstr("aaa...\n"));
  const std::size_t line = text.find('\n') + 1;
  const std::size_t carets = text.find('\n', line) + 1;
  EXPECT_EQ(text.find("topik:x") - line, text.find('^', carets) - carets);
}

}  // namespace
}  // namespace newsindex
