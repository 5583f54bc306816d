// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/sgml_record.h"

#include <gmock/gmock.h>

#include "indexer/extract/sgml_text.h"

namespace newsindex {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article article(const std::string& sgml) {
  const Understanding result = understand_sgml({RecordFormat::sgml, sgml, {"file", 0}}, {});
  return std::get<Understood>(result).article;
}

std::vector<std::string> entities(const Article& article) {
  std::vector<std::string> names;
  for (const Entity& entity : article.entities) names.push_back(entity.name);
  return names;
}

constexpr const char* kReuters = R"(<REUTERS TOPICS="YES" OLDID="17" NEWID="42">
<DATE>12-MAY-1988 09:08:07.65&#9;&#9;RM</DATE>
<TOPICS><D>tea</D><D>politics</D></TOPICS>
<PLACES><D>sri-lanka</D><D>uk</D></PLACES>
<PEOPLE><D>ann-lee</D></PEOPLE>
<ORGS><D>opec</D></ORGS>
<EXCHANGES><D>lse</D></EXCHANGES>
<COMPANIES></COMPANIES>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute
u f BC-TEA   05-12 0105</UNKNOWN>
<TEXT>&#2;
<TITLE>TEA HARVEST &lt;TEA.L>
BEGINS</TITLE>
<AUTHOR>    By Ann Lee, Reuters</AUTHOR>
<DATELINE>    COLOMBO, May 12 - </DATELINE><BODY>Pickers of tea began their work in
the hills today, although rain &amp; fog had not yet lifted, and the anti-
smuggling patrols of the coast were called in to help them all.
    Prices were expected to rise.
    Grade A   12.5
    Grade B   11.0
 Reuter
&#3;</BODY></TEXT>
</REUTERS>)";

TEST(SgmlRecord, ReutersFieldsAreRead) {
  const Article read = article(kReuters);
  EXPECT_EQ(read.id, "42");
  EXPECT_EQ(read.title, "TEA HARVEST <TEA.L> BEGINS");
  EXPECT_EQ(read.source, "Reuters");
  EXPECT_THAT(read.authors, ElementsAre("Ann Lee"));
  ASSERT_TRUE(read.published.has_value());
  EXPECT_EQ(to_iso(*read.published), "1988-05-12T09:08:07");
}

TEST(SgmlRecord, ReutersLabelsAreTopicsAndEntities) {
  const Article read = article(kReuters);
  ASSERT_EQ(read.topics.size(), 2u);
  EXPECT_EQ(read.topics[0].id, "label:tea");
  EXPECT_EQ(read.topics[1].id, "medtop:11000000");
  EXPECT_THAT(entities(read), ElementsAre("Sri Lanka", "UK", "Ann Lee", "OPEC", "LSE"));
  EXPECT_THAT(read.entities[0].aliases, ElementsAre("sri-lanka"));
}

TEST(SgmlRecord, WrappedLinesAreJoinedToParagraphsBehindTheDateline) {
  EXPECT_EQ(
      article(kReuters).body,
      "COLOMBO, May 12 - Pickers of tea began their work in the hills today, although rain & fog "
      "had "
      "not yet lifted, and the anti-smuggling patrols of the coast were called in to help them "
      "all.\n\nPrices were expected to rise.\n\nGrade A   12.5\n\nGrade B   11.0");
}

struct TrailerCase {
  std::string text;
  std::string body;
};

class Trailers : public testing::TestWithParam<TrailerCase> {};

TEST_P(Trailers, AreNotPartOfTheStory) {
  EXPECT_EQ(article("<REUTERS><TEXT><BODY>" + GetParam().text + "</BODY></TEXT></REUTERS>").body,
            GetParam().body);
}

const TrailerCase kTrailers[] = {
    {"It rained.\n Reuter\n&#3;", "It rained."},
    {"It rained.\nREUTER...\n&#3;", "It rained."},
    {"It rained.\n   \n More\n&#3;", "It rained."},
    {"He told\nReuters.\n It rained.\n&#3;", "He told\nReuters.\nIt rained."},
    {"It rained.", "It rained."},
    {" Reuter\n&#3;", ""},
};
INSTANTIATE_TEST_SUITE_P(Reuters, Trailers, testing::ValuesIn(kTrailers));

TEST(SgmlRecord, ABriefWithoutBodyHasItsTextWithoutTheTitle) {
  const Article read = article(
      "<REUTERS NEWID=\"7\"><TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>TEA UP\n</TITLE>More "
      "later.\n&#3;\n\n</TEXT></REUTERS>");
  EXPECT_EQ(read.title, "TEA UP");
  EXPECT_EQ(read.body, "More later.");
}

TEST(SgmlRecord, TablesKeepTheirLines) {
  const Article read = article(
      "<REUTERS NEWID=\"7\"><TEXT TYPE=\"UNPROC\">&#2;\nTEA CLOSING 17:00\n MAY7  4205 UP\n JUN7 "
      "UNTRD\n&#3;\n\n</TEXT></REUTERS>");
  EXPECT_EQ(read.title, "");
  EXPECT_EQ(read.body, "TEA CLOSING 17:00\nMAY7  4205 UP\nJUN7 UNTRD");
}

TEST(SgmlRecord, AMalformedDateLeavesTheDateUnknown) {
  const Article read = article(
      "<REUTERS NEWID=\"7\"><DATE>31-MAR-1987 605:12:19.12</DATE><TITLE>T</TITLE></REUTERS>");
  EXPECT_FALSE(read.published.has_value());
  EXPECT_EQ(read.title, "T");
}

struct TrecCase {
  std::string name;
  std::string sgml;
  std::string id;
  std::string title;
  std::string published;
  std::string body;
};

class Trec : public testing::TestWithParam<TrecCase> {};

TEST_P(Trec, IsUnderstood) {
  const Article read = article(GetParam().sgml);
  EXPECT_EQ(read.id, GetParam().id);
  EXPECT_EQ(read.title, GetParam().title);
  EXPECT_EQ(read.published ? to_iso(*read.published) : "", GetParam().published);
  EXPECT_EQ(read.body, GetParam().body);
}

const TrecCase kTrec[] = {
    {"Agency",
     "<DOC>\n<DOCNO> AP1 </DOCNO>\n<HEAD>Rain In Bern</HEAD>\n<DATELINE>BERN (AP) "
     "</DATELINE>\n<TEXT>\n   "
     "Rain fell on the town of Bern all through the long\nnight.\n   It stopped.\n</TEXT>\n</DOC>",
     "AP1", "Rain In Bern", "",
     "BERN (AP) Rain fell on the town of Bern all through the long night.\n\nIt stopped."},
    {"ParagraphTags",
     "<DOC><DOCNO>LA1</DOCNO><DATE><P>April 1, 1990, Sunday, Home Edition</P></DATE>"
     "<HEADLINE><P>RAIN</P></HEADLINE><TEXT><P>One.</P><P>Two.</P></TEXT></DOC>",
     "LA1", "RAIN", "1990-04-01", "One.\n\nTwo."},
    {"TextInBody",
     "<DOC><DOCNO>N1</DOCNO><DATE_TIME>1998-06-01 00:05</DATE_TIME><BODY><CATEGORY>World</CATEGORY>"
     "<HEADLINE>Rain</HEADLINE><TEXT><P>One.</P></TEXT></BODY></DOC>",
     "N1", "Rain", "1998-06-01T00:05:00", "One."},
    {"IdInAttribute",
     "<DOC id=\"X_1\" type=\"story\"><HEADLINE>Rain</HEADLINE><TEXT><P>One.</P></TEXT></DOC>",
     "X_1", "Rain", "", "One."},
    {"LowerCase", "<doc><docno>1</docno><title>Rain</title><body>One.</body></doc>", "1", "Rain",
     "", "One."},
    {"MissingEndTags", "<DOC>\n<DOCNO>1\n<HEADLINE>Rain\n<TEXT>\nOne.\n</TEXT>\n</DOC>", "1",
     "Rain", "", "One."},
    {"LeadParagraph",
     "<DOC><DOCNO>W1</DOCNO><HL>Rain</HL><LP>\nFirst.\n</LP><TEXT>\nThen.\n</TEXT></DOC>", "W1",
     "Rain", "", "First.\n\nThen."},
    {"SeveralTexts", "<DOC><DOCNO>1</DOCNO><TEXT>One.</TEXT><TEXT>Two.</TEXT></DOC>", "1", "", "",
     "One.\n\nTwo."},
    {"OnlyAnEmptyShell", "<DOC></DOC>", "", "", "", ""},
};
INSTANTIATE_TEST_SUITE_P(Records, Trec, testing::ValuesIn(kTrec),
                         [](const auto& param_info) { return param_info.param.name; });

TEST(SgmlRecord, SectionSourceAndKeywordsAreRead) {
  const Article read = article(
      "<DOC><SECTION><P>Metro; Part B</P></SECTION><PUB>The Planet</PUB><SUBJECT><P>RAIN; "
      "SNOW</P></SUBJECT>"
      "<TITLE>x</TITLE></DOC>");
  EXPECT_EQ(read.source, "The Planet");
  EXPECT_THAT(read.section, ElementsAre("Metro; Part B"));
}

struct UnmarkedCase {
  std::string raw;
  std::string text;
};

class Unmarked : public testing::TestWithParam<UnmarkedCase> {};

TEST_P(Unmarked, IsPlainText) { EXPECT_EQ(unmarked(GetParam().raw), GetParam().text); }

const UnmarkedCase kUnmarked[] = {
    {"AT&amp;T &lt;T> &quot;x&quot;", "AT&T <T> \"x\""},
    {"caf&eacute; &#233; &#xE9; &yuml; &nbsp;", "café é é ÿ \u00a0"},
    {"a&#5;&#3;b\x02", "ab"},
    {"AT&T, R&D; &unknown; &", "AT&T, R&D; &unknown; &"},
    {"&#1114112; &#xD800; &#;", "&#1114112; &#xD800; &#;"},
    {"a<P>b</P>c<I>d</I>", "a\n\nb\n\ncd"},
    {"1 < 2 > 1 <", "1 < 2 > 1 <"},
};
INSTANTIATE_TEST_SUITE_P(Raw, Unmarked, testing::ValuesIn(kUnmarked));

}  // namespace
}  // namespace newsindex
