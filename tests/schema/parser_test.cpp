// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/parser.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "schema/query_language/ast.h"

namespace newsindex {
namespace {

using namespace std::chrono_literals;

constexpr Day kToday = 2023y / 4 / 7;

struct ParseCase {
  std::string_view query;
  std::string_view tree;
};

void PrintTo(const ParseCase& row, std::ostream* out) { *out << row.query; }

std::string parsed(std::string_view query, Match match = Match::all) {
  try {
    return to_string(parse_query(query, {match, kToday}));
  } catch (const QueryError& error) {
    return describe(error, query);
  }
}

class Parsing : public testing::TestWithParam<ParseCase> {};

TEST_P(Parsing, GivesTheTree) { EXPECT_EQ(parsed(GetParam().query), GetParam().tree); }

INSTANTIATE_TEST_SUITE_P(
    Words, Parsing,
    testing::Values(
        ParseCase{"", "all{}"}, ParseCase{"  \t\n ", "all{}"}, ParseCase{"flood", "word{flood}"},
        ParseCase{"flood river", "all_of{word{flood} word{river}}"},
        ParseCase{"a b c", "all_of{word{a} word{b} word{c}}"},
        ParseCase{"a (b c)", "all_of{word{a} word{b} word{c}}"}, ParseCase{"((a))", "word{a}"},
        ParseCase{"flood\u3000\u6d2a\u6c34", "all_of{word{flood} word{\u6d2a\u6c34}}"},
        ParseCase{"anti-missile", "word{anti-missile}"}, ParseCase{"Japan's", "word{Japan's}"},
        ParseCase{"'oil spill'", "all_of{word{'oil} word{spill'}}"},
        ParseCase{"AT&T S&P", "all_of{word{AT&T} word{S&P}}"},
        ParseCase{"C++ java", "all_of{word{C++} word{java}}"},
        ParseCase{"war and peace or not",
                  "all_of{word{war} word{and} word{peace} word{or} word{not}}"},
        ParseCase{"near/5", "word{near/5}"},
        ParseCase{"minister(s)", "all_of{word{minister} word{s}}"}));

INSTANTIATE_TEST_SUITE_P(PunctuationThatStandsAloneIsLeftOut, Parsing,
                         testing::Values(ParseCase{"talks \u2014 Beijing",
                                                   "all_of{word{talks} word{Beijing}}"},
                                         ParseCase{"a & b", "all_of{word{a} word{b}}"},
                                         ParseCase{"a -- b", "all_of{word{a} word{b}}"},
                                         ParseCase{"a ... b ?", "all_of{word{a} word{b}}"}));

INSTANTIATE_TEST_SUITE_P(
    Operators, Parsing,
    testing::Values(ParseCase{"a OR b", "any_of{word{a} word{b}}"},
                    ParseCase{"a | b", "any_of{word{a} word{b}}"},
                    ParseCase{"a|b||c", "any_of{word{a} word{b} word{c}}"},
                    ParseCase{"a OR (b OR c)", "any_of{word{a} word{b} word{c}}"},
                    ParseCase{"a AND b", "all_of{word{a} word{b}}"},
                    ParseCase{"a && b", "all_of{word{a} word{b}}"},
                    ParseCase{"a b OR c d",
                              "any_of{all_of{word{a} word{b}} all_of{word{c} word{d}}}"},
                    ParseCase{"a (b OR c)", "all_of{word{a} any_of{word{b} word{c}}}"},
                    ParseCase{"flood -river", "without{word{flood} word{river}}"},
                    ParseCase{"flood NOT river", "without{word{flood} word{river}}"},
                    ParseCase{"flood AND NOT river", "without{word{flood} word{river}}"},
                    ParseCase{"-river flood", "without{word{flood} word{river}}"},
                    ParseCase{"-river", "without{all{} word{river}}"},
                    ParseCase{"-a -b", "without{all{} any_of{word{a} word{b}}}"},
                    ParseCase{"a -b -c", "without{word{a} any_of{word{b} word{c}}}"},
                    ParseCase{"a OR -b", "any_of{word{a} without{all{} word{b}}}"},
                    ParseCase{"a -(b OR c)", "without{word{a} any_of{word{b} word{c}}}"},
                    ParseCase{"a -(b -c)", "without{word{a} without{word{b} word{c}}}"},
                    ParseCase{"a -\"b c\"", "without{word{a} phrase{b c}}"},
                    ParseCase{"(a)-b", "without{word{a} word{b}}"}));

INSTANTIATE_TEST_SUITE_P(
    Phrases, Parsing,
    testing::Values(
        ParseCase{"\"oil spill\"", "phrase{oil spill}"}, ParseCase{"\"floods\"", "phrase{floods}"},
        ParseCase{"\u201coil spill\u201d", "phrase{oil spill}"},
        ParseCase{"\u201eoil spill\u201c", "phrase{oil spill}"},
        ParseCase{"\u00aboil spill\u00bb", "phrase{oil spill}"},
        ParseCase{"\u00bboil spill\u00ab", "phrase{oil spill}"},
        ParseCase{"\u201coil spill\"", "phrase{oil spill}"},
        ParseCase{"\"he said \u201cno\u201d twice\"", "phrase{he said \u201cno\u201d twice}"},
        ParseCase{"oil\"spill now\"", "all_of{word{oil} phrase{spill now}}"},
        ParseCase{"\"Ukraine: the latest\"", "phrase{Ukraine: the latest}"},
        ParseCase{"\"a OR b\"", "phrase{a OR b}"}, ParseCase{"\"M*A*S*H\"", "phrase{M*A*S*H}"},
        ParseCase{"exact:\"missile tests\"", "phrase{exact missile tests}"},
        ParseCase{"exact:tests", "word{exact tests}"},
        ParseCase{"EXACT:tests", "word{exact tests}"},
        ParseCase{"exact:(oil spills)", "all_of{word{exact oil} word{exact spills}}"},
        ParseCase{"exact:title:\"oil spills\"", "phrase{title exact oil spills}"},
        ParseCase{"title:exact:\"oil spills\"", "phrase{title exact oil spills}"},
        ParseCase{"title:(exact:spills oil)", "all_of{word{title exact spills} word{title oil}}"},
        ParseCase{"mini*", "prefix{mini}"}, ParseCase{"-mini*", "without{all{} prefix{mini}}"},
        ParseCase{"author:smi*", "prefix{author smi}"}, ParseCase{"exact:mini*", "prefix{mini}"},
        ParseCase{"\u6d2a\u6c34*", "prefix{\u6d2a\u6c34}"}));

INSTANTIATE_TEST_SUITE_P(
    Near, Parsing,
    testing::Values(
        ParseCase{"oil NEAR/5 spill", "near{5 word{oil} word{spill}}"},
        ParseCase{"oil NEAR spill", "near{10 word{oil} word{spill}}"},
        ParseCase{"a NEAR/3 b NEAR/3 c", "near{3 word{a} word{b} word{c}}"},
        ParseCase{"a NEAR/3 b c", "all_of{near{3 word{a} word{b}} word{c}}"},
        ParseCase{"a -b NEAR c", "without{word{a} near{10 word{b} word{c}}}"},
        ParseCase{"title:(oil NEAR/5 spill)", "near{5 word{title oil} word{title spill}}"},
        ParseCase{"title:oil NEAR/5 title:spill", "near{5 word{title oil} word{title spill}}"},
        ParseCase{"exact:oil NEAR/5 spill", "near{5 word{exact oil} word{spill}}"}));

INSTANTIATE_TEST_SUITE_P(
    Fields, Parsing,
    testing::Values(
        ParseCase{"title:flood", "word{title flood}"},
        ParseCase{"Title:flood", "word{title flood}"},
        ParseCase{"title:\"oil spill\"", "phrase{title oil spill}"},
        ParseCase{"title:\u201coil spill\u201d", "phrase{title oil spill}"},
        ParseCase{"text:flood", "word{flood}"}, ParseCase{"body:flood", "word{flood}"},
        ParseCase{"title:(a OR b)", "any_of{word{title a} word{title b}}"},
        ParseCase{"title:(a \"b c\" -d)",
                  "without{all_of{word{title a} phrase{title b c}} word{title d}}"},
        ParseCase{"title:(a author:b (c))", "all_of{word{title a} word{author b} word{title c}}"},
        ParseCase{"-title:(a b)", "without{all{} all_of{word{title a} word{title b}}}"},
        ParseCase{"title:foo:bar", "word{title foo:bar}"}, ParseCase{"title:OR", "word{title OR}"},
        ParseCase{"author:smith", "word{author smith}"},
        ParseCase{"authors:smith", "word{author smith}"},
        ParseCase{"source:cnn", "word{source cnn}"},
        ParseCase{"source:\"daily planet\"", "phrase{source daily planet}"},
        ParseCase{"source:=CNN", "whole{source CNN}"},
        ParseCase{"source:=\"New York Times\"", "whole{source New York Times}"},
        ParseCase{"source:=(CNN OR BBC)", "any_of{whole{source CNN} whole{source BBC}}"},
        ParseCase{"section:=World keyword:brexit",
                  "all_of{whole{section World} word{keyword brexit}}"}));

INSTANTIATE_TEST_SUITE_P(
    WholeValues, Parsing,
    testing::Values(
        ParseCase{"lang:de", "whole{lang de}"}, ParseCase{"language:de", "whole{lang de}"},
        ParseCase{"id:20230402-17", "whole{id 20230402-17}"}, ParseCase{"id:-17", "whole{id -17}"},
        ParseCase{"id:\"a (b) c\"", "whole{id a (b) c}"}, ParseCase{"id:\"...\"", "whole{id ...}"},
        ParseCase{"person:=\"Qin Gang\">=85", "label{person exact Qin Gang 85..100}"},
        ParseCase{"topic:=(medtop:11000000 OR sport)",
                  "any_of{label{topic exact medtop:11000000} label{topic exact sport}}"},
        ParseCase{"lang:=und", "whole{lang exact und}"},
        ParseCase{"lang:=German", "whole{lang exact de}"},
        ParseCase{"section:=\"Sport*\"", "whole{section Sport*}"},
        ParseCase{"section:=\"...\"", "whole{section ...}"},
        ParseCase{"org:=\"The \"\"Star\"\"\"", "label{org exact The \"Star\"}"},
        ParseCase{"id:=x", "whole{id x}"}, ParseCase{"id:a:b", "whole{id a:b}"},
        ParseCase{"lang:(de OR fr)", "any_of{whole{lang de} whole{lang fr}}"},
        ParseCase{"url:https://example.org/a?b=c>=5&d=*e",
                  "whole{url https://example.org/a?b=c>=5&d=*e}"},
        ParseCase{"url:https://example.org/Foo_(bar)|x",
                  "whole{url https://example.org/Foo_(bar)|x}"},
        ParseCase{"(url:https://example.org/a)", "whole{url https://example.org/a}"},
        ParseCase{"url:(https://a.org/x OR https://b.org/y)",
                  "any_of{whole{url https://a.org/x} whole{url https://b.org/y}}"}));

INSTANTIATE_TEST_SUITE_P(
    ColonsThatAreText, Parsing,
    testing::Values(ParseCase{"https://example.org/x", "word{https://example.org/x}"},
                    ParseCase{"see https://example.org/Foo_(bar) now",
                              "all_of{word{see} word{https://example.org/Foo_(bar)} word{now}}"},
                    ParseCase{"(https://example.org/x)", "word{https://example.org/x}"},
                    ParseCase{"qin@mfa.gov.cn", "word{qin@mfa.gov.cn}"},
                    ParseCase{"3:24", "word{3:24}"},
                    ParseCase{"at 3:24 p.m.", "all_of{word{at} word{3:24} word{p.m.}}"},
                    ParseCase{"std::string", "word{std::string}"},
                    ParseCase{"example.org:8080", "word{example.org:8080}"},
                    ParseCase{"U.S.: talks", "all_of{word{U.S.:} word{talks}}"}));

INSTANTIATE_TEST_SUITE_P(
    TopicsAndNames, Parsing,
    testing::Values(
        ParseCase{"topic:politics", "label{topic politics}"},
        ParseCase{"topics:politics", "label{topic politics}"},
        ParseCase{"topic:\"crime, law\"", "label{topic crime, law}"},
        ParseCase{"topic:11000000", "label{topic 11000000}"},
        ParseCase{"topic:medtop:11000000", "label{topic medtop:11000000}"},
        ParseCase{"topic:(medtop:11000000 OR sport)",
                  "any_of{label{topic medtop:11000000} label{topic sport}}"},
        ParseCase{"person:\"Qin Gang\"", "label{person Qin Gang}"},
        ParseCase{"organisation:Kyodo", "label{org Kyodo}"},
        ParseCase{"place:Beijing", "label{place Beijing}"},
        ParseCase{"entity:UN", "label{entity UN}"},
        ParseCase{"person:\"Qin Gang\">=85", "label{person Qin Gang 85..100}"},
        ParseCase{"person:\"Qin Gang\" >= 85", "label{person Qin Gang 85..100}"},
        ParseCase{"topic:politics>=60", "label{topic politics 60..100}"},
        ParseCase{"topic:politics>60", "label{topic politics 61..100}"},
        ParseCase{"topic:politics<=60", "label{topic politics 0..60}"},
        ParseCase{"topic:politics<60", "label{topic politics 0..59}"},
        ParseCase{"topic:politics=60", "label{topic politics 60..60}"},
        ParseCase{"topic:medtop:11000000>=60 flood",
                  "all_of{label{topic medtop:11000000 60..100} word{flood}}"},
        ParseCase{"topic:(a OR b)>=60", "any_of{label{topic a 60..100} label{topic b 60..100}}"},
        ParseCase{"topic:(a>=10 OR b)>=60",
                  "any_of{label{topic a 10..100} label{topic b 60..100}}"},
        ParseCase{"person:(A -B)", "without{label{person A} label{person B}}"},
        ParseCase{"topic:politics > talks", "all_of{label{topic politics} word{talks}}"}));

INSTANTIATE_TEST_SUITE_P(
    Dates, Parsing,
    testing::Values(
        ParseCase{"date:2023-04-01..2023-04-07", "dates{2023-04-01..2023-04-07}"},
        ParseCase{"published:2023", "dates{2023-01-01..2023-12-31}"},
        ParseCase{"date:\"2023-04\"", "dates{2023-04-01..2023-04-30}"},
        ParseCase{"date:(2023-04 OR 2023-06-01)",
                  "any_of{dates{2023-04-01..2023-04-30} dates{2023-06-01..2023-06-01}}"},
        ParseCase{"after:2023-04-01 flood", "all_of{dates{2023-04-02..} word{flood}}"},
        ParseCase{"-before:2023", "without{all{} dates{..2022-12-31}}"},
        ParseCase{"after:(2022 -2023-02)", "without{dates{2023-01-01..} dates{2023-03-01..}}"}));

class ParsingWithMatchAny : public testing::TestWithParam<ParseCase> {};

TEST_P(ParsingWithMatchAny, GivesTheTree) {
  EXPECT_EQ(parsed(GetParam().query, Match::any), GetParam().tree);
}

INSTANTIATE_TEST_SUITE_P(
    OneWordIsEnough, ParsingWithMatchAny,
    testing::Values(ParseCase{"a b", "any_of{word{a} word{b}}"}, ParseCase{"a", "word{a}"},
                    ParseCase{"a b OR c", "any_of{word{a} word{b} word{c}}"},
                    ParseCase{"a \"b c\" title:d", "any_of{word{a} phrase{b c} word{title d}}"},
                    ParseCase{"a b -c", "without{any_of{word{a} word{b}} word{c}}"},
                    ParseCase{"a AND b c", "any_of{all_of{word{a} word{b}} word{c}}"},
                    ParseCase{"-c", "without{all{} word{c}}"}));

INSTANTIATE_TEST_SUITE_P(
    FiltersStayRequired, ParsingWithMatchAny,
    testing::Values(ParseCase{"date:2023-04-02 a b",
                              "all_of{any_of{word{a} word{b}} dates{2023-04-02..2023-04-02}}"},
                    ParseCase{"a lang:en", "all_of{word{a} whole{lang en}}"},
                    ParseCase{"topic:x lang:en", "all_of{label{topic x} whole{lang en}}"},
                    ParseCase{
                        "a b (topic:x OR topic:y)",
                        "all_of{any_of{word{a} word{b}} any_of{label{topic x} label{topic y}}}"}));

TEST(ParsingSpans, CoverTheBytesANodeWasReadFrom) {
  const Node node = parse_query("c\u00f4te -title:\"oil spill\" (a OR b)", {});
  EXPECT_EQ(node.span, (Span{0, 33}));
  const Node& left_out = node.children[1];
  EXPECT_EQ(left_out.span, (Span{6, 24}));
  EXPECT_EQ(node.children[0].children[0].span, (Span{0, 5}));
  EXPECT_EQ(node.children[0].children[1].span, (Span{25, 33}));
}

TEST(ParsingSpans, IncludeTheThreshold) {
  EXPECT_EQ(parse_query("a topic:b>=60", {}).children[1].span, (Span{2, 13}));
}

TEST(ParsingLimits, ALongChainOfOrIsFlat) {
  std::string query = "w";
  for (int i = 1; i < 1000; ++i) query += " OR w";
  EXPECT_EQ(parse_query(query, {}).children.size(), 1000u);
}

TEST(ParsingLimits, ParenthesesUpToTheLimitAreFine) {
  EXPECT_EQ(parsed(std::string(64, '(') + "a" + std::string(64, ')')), "word{a}");
}

}  // namespace
}  // namespace newsindex
