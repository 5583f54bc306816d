// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "indexer/extract/text/printed_text.h"
#include "indexer/extract/understand.h"

namespace newsindex {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article article(const std::string& sgml) {
  const Understanding result = understand({RecordFormat::sgml, sgml, {"file", 0}}, {});
  const auto* understood = std::get_if<Understood>(&result);
  return understood == nullptr ? Article{} : understood->article;
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

struct CollectionCase {
  std::string name;
  std::string sgml;
  std::string title;
  std::string source;
  std::vector<std::string> authors;
  std::string published;
  std::string body;
};

class Collection : public testing::TestWithParam<CollectionCase> {};

TEST_P(Collection, IsUnderstood) {
  const CollectionCase& c = GetParam();
  const Article read = article("<DOC>\n" + c.sgml + "</DOC>");
  EXPECT_EQ(read.title, c.title);
  EXPECT_EQ(read.source, c.source);
  EXPECT_EQ(read.authors, c.authors);
  EXPECT_EQ(read.published ? to_iso(*read.published) : "", c.published);
  EXPECT_EQ(read.body, c.body);
}

const CollectionCase kCollections[] = {
    {"Agency",
     "<DOCNO> AP880212-0001 </DOCNO>\n<FILEID>AP-NR-02-12-88 2344EST</FILEID>\n<FIRST>u i AM-Tea "
     "    02-12 0398</FIRST>\n<SECOND>AM-Tea,0411</SECOND>\n<HEAD>Rain In Bern</HEAD>\n<BYLINE>By "
     "ANN LEE</BYLINE>\n<BYLINE>Associated Press Writer</BYLINE>\n<DATELINE>BERN (AP) "
     "</DATELINE>\n<TEXT>\n   Rain fell.\n</TEXT>\n",
     "Rain In Bern",
     "Associated Press",
     {"ANN LEE"},
     "1988-02-12T23:44:00-05:00",
     "BERN (AP) Rain fell."},
    {"AgencyById",
     "<DOCNO> AP880213-0002 </DOCNO><HEAD>Rain</HEAD><TEXT>It fell.</TEXT>",
     "Rain",
     "Associated Press",
     {},
     "1988-02-13",
     "It fell."},
    {"DailyWithAnAmericanDay",
     "<DOCNO> WSJ870304-0001 </DOCNO><HL> Rain Falls\n@ On Bern</HL><DD> 03/04/87</DD><SO> WALL "
     "STREET JOURNAL (J)</SO><DATELINE> BERN </DATELINE><TEXT>It fell.</TEXT>",
     "Rain Falls On Bern",
     "Wall Street Journal",
     {},
     "1987-03-04",
     "BERN It fell."},
    {"DailyWithAPackedDay",
     "<DOCNO> WSJ900402-0191 </DOCNO><HL> Law:\n   Rain Falls\n   ----\n   By Ann Lee "
     "</HL><AUTHOR> "
     "Ann Lee </AUTHOR><DD> = 900402 </DD><LP> BERN -- Rain. </LP><TEXT>It fell.</TEXT>",
     "Law: Rain Falls",
     "Wall Street Journal",
     {"Ann Lee"},
     "1990-04-02",
     "BERN -- Rain.\n\nIt fell."},
    {"DailyById",
     "<DOCNO> LA010289-0001 </DOCNO><HEADLINE><P>RAIN</P></HEADLINE><BYLINE><P>By Ann "
     "Lee , Lee, an engineer, is author of a book. </P></BYLINE><TEXT><P>It fell.</P></TEXT>",
     "RAIN",
     "Los Angeles Times",
     {"Ann Lee"},
     "1989-01-02",
     "It fell."},
    {"DailyWithAStampedHeadline",
     "<DOCNO>FT911-3</DOCNO><DATE>910514\n</DATE><HEADLINE>\nFT  14 MAY 91 / Rain / Snow "
     "falls\n</HEADLINE><TEXT>It fell.</TEXT><PUB>The Financial Times\n</PUB>",
     "Rain / Snow falls",
     "Financial Times",
     {},
     "1991-05-14",
     "It fell."},
    {"Broadcasts",
     "<DOCNO> FBIS3-1 </DOCNO><HEADER><H2> Reports </H2><DATE1>  15 March 1994 </DATE1><H3> <TI> "
     "RAIN </TI></H3></HEADER><TEXT>It fell.</TEXT>",
     "RAIN",
     "Foreign Broadcast Information Service",
     {},
     "1994-03-15",
     "It fell."},
    {"DailyWithADayForADateline",
     "<DOCNO> SJMN91-06364022 </DOCNO><LEADPARA> Rain. </LEADPARA><HEADLINE> RAIN "
     "</HEADLINE><PUBDATE>  911230  </PUBDATE><DATELINE>  Monday December 30, 1991\n00364022,SJ1  "
     "</DATELINE><TEXT>    It fell.;    It stopped. </TEXT>",
     "RAIN",
     "San Jose Mercury News",
     {},
     "1991-12-30",
     "Rain.\n\nIt fell.\n\nIt stopped."},
    {"Magazine",
     "<DOCNO> ZF109-527-001 </DOCNO><JOURNAL> Tea Week  Oct 1 1990 v7 n39 p1(1).  "
     "</JOURNAL><TITLE> Rain.  </TITLE><AUTHOR> Lee, Ann.; Doe, Jo.  </AUTHOR><TEXT> It fell. "
     "</TEXT>",
     "Rain.",
     "Tea Week",
     {"Ann Lee", "Jo Doe"},
     "1990-10-01",
     "It fell."},
    {"AmericanDayOfTheId",
     "<DOCNO> NYT19980601.0001 </DOCNO><DATE_TIME> 06/01/1998 00:23:00 "
     "</DATE_TIME><HEADER>A4902</HEADER><BODY><SLUG> BC-RAIN </SLUG><HEADLINE>RAIN "
     "</HEADLINE><TEXT><P>It fell.</P></TEXT></BODY><TRAILER>NYT-06-01-98 0023EDT</TRAILER>",
     "RAIN",
     "New York Times",
     {},
     "1998-06-01T00:23:00",
     "It fell."},
    {"DayOfTheId",
     "<DOCNO> XIE19960101.0001 </DOCNO><HEADLINE> Rain </HEADLINE><TEXT>It fell.</TEXT>",
     "Rain",
     "Xinhua News Agency",
     {},
     "1996-01-01",
     "It fell."},
    {"NoDayOfAnOtherId",
     "<DOCNO> QX19960101.0001 </DOCNO><TEXT>It fell.</TEXT>",
     "",
     "",
     {},
     "",
     "It fell."},
    {"NoDayThatDoesNotExist",
     "<DOCNO> AP881341-0001 </DOCNO><TEXT>It fell.</TEXT>",
     "",
     "Associated Press",
     {},
     "",
     "It fell."},
};
INSTANTIATE_TEST_SUITE_P(Of, Collection, testing::ValuesIn(kCollections),
                         [](const auto& param_info) { return param_info.param.name; });

TEST(SgmlRecord, DayOfAnAttributeIsRead) {
  const Article read = article(
      "<DOC id=\"NYT_ENG_20050101.0001\" type=\"story\"><DATELINE>BERN, Jan. 1 "
      "</DATELINE><TEXT><P>It fell.</P></TEXT></DOC>");
  EXPECT_EQ(to_iso(read.published.value()), "2005-01-01");
  EXPECT_EQ(read.published->evidence, "NYT_ENG_20050101");
  EXPECT_EQ(read.body, "BERN, Jan. 1 It fell.");
}

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

TEST_P(Unmarked, IsPlainText) { EXPECT_EQ(without_markup(GetParam().raw), GetParam().text); }

const UnmarkedCase kUnmarked[] = {
    {"AT&amp;T &lt;T> &quot;x&quot;", "AT&T <T> \"x\""},
    {"caf&eacute; &#233; &#xE9; &yuml; &nbsp;", "café é é ÿ \u00a0"},
    {"a&#5;&#3;b\x02", "ab"},
    {"AT&T, R&D; &unknown; &", "AT&T, R&D; &unknown; &"},
    {"&#1114112; &#xD800; &#;", "\uFFFD \uFFFD &#;"},
    {"a<P>b</P>c<I>d</I>", "a\n\nb\n\ncd"},
    {"1 < 2 > 1 <", "1 < 2 > 1 <"},
};
INSTANTIATE_TEST_SUITE_P(Raw, Unmarked, testing::ValuesIn(kUnmarked));

}  // namespace
}  // namespace newsindex
