// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of digitised newspapers: ALTO, PAGE XML, hOCR.
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reading_fixture.h"
#include "tests/paths.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Lines = std::vector<std::string>;

std::string paper(const std::string& name) {
  std::ifstream in(std::string(kFixtures) + "/papers/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string alto_line(const std::string& words) {
  std::string line = "<TextLine>";
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    line += "<String CONTENT=\"" + words.substr(at, end - at) + "\"/><SP/>";
    at = end + 1;
  }
  return line + "</TextLine>";
}

std::string alto_block(const Lines& lines, const std::string& attributes = {}) {
  std::string block = "<TextBlock " + attributes + ">";
  for (const std::string& line : lines) block += alto_line(line);
  return block + "</TextBlock>";
}

std::string alto(const std::string& blocks, const std::string& head = {}) {
  return "<alto>" + head + "<Layout><Page><PrintSpace>" + blocks +
         "</PrintSpace></Page></Layout></alto>";
}

std::string region(const Lines& lines, const std::string& attributes = {}) {
  std::string text = "<TextRegion " + attributes + ">";
  for (const std::string& line : lines)
    text += "<TextLine><TextEquiv><Unicode>" + line + "</Unicode></TextEquiv></TextLine>";
  return text + "</TextRegion>";
}

std::string page_xml(const std::string& regions) {
  return "<PcGts><Page>" + regions + "</Page></PcGts>";
}

std::string hocr(const std::string& inner) {
  return "<html lang='en'><body><div class='ocr_page'>" + inner + "</div></body></html>";
}

std::string hocr_paragraph(const Lines& lines) {
  std::string text = "<p class='ocr_par'>";
  for (const std::string& line : lines) text += "<span class='ocr_line'>" + line + "</span>\n";
  return text + "</p>";
}

// Lines as printed, and the text that is read from them.
struct JoinCase {
  const char* name;
  Lines lines;
  std::string body;
};

class Hyphens : public ::testing::TestWithParam<JoinCase> {};

TEST_P(Hyphens, AreReadAtTheEndsOfLinesInEachFormat) {
  const JoinCase& row = GetParam();
  EXPECT_EQ(only(alto(alto_block(row.lines))).body, row.body);
  EXPECT_EQ(only(page_xml(region(row.lines))).body, row.body);
  EXPECT_EQ(only(hocr(hocr_paragraph(row.lines))).body, row.body);
}

INSTANTIATE_TEST_SUITE_P(
    Ocr, Hyphens,
    ::testing::Values(
        JoinCase{"CutWord", {"the har-", "bour board"}, "the harbour board"},
        JoinCase{"SoftHyphen", {"the har\u00AD", "bour"}, "the harbour"},
        JoinCase{"NotSign", {"die Ver¬", "Sammlung"}, "die VerSammlung"},
        JoinCase{"Blackletter",
                 {"die Eisen=", "bahn und Post⸗", "kutsche"},
                 "die Eisenbahn und Postkutsche"},
        JoinCase{"NamesKeepTheirs", {"the Anglo-", "Saxon way"}, "the Anglo-Saxon way"},
        JoinCase{"NumbersKeepTheirs", {"in 1914-", "18 and No. 4-", "a"}, "in 1914-18 and No. 4-a"},
        JoinCase{"KeptWhereTheTextHasIt",
                 {"he came to-", "day, and to-day only"},
                 "he came to-day, and to-day only"},
        JoinCase{"GoneWhereTheTextHasBoth",
                 {"he came to-", "day, not to-day but today"},
                 "he came today, not to-day but today"},
        JoinCase{"DashesStay",
                 {"he came -", "and went --", "for good"},
                 "he came - and went -- for good"},
        JoinCase{
            "SignBeforeSignStays", {"he said yes-", "(no) she said"}, "he said yes- (no) she said"},
        JoinCase{"NothingElseIsMended", {"Ihe tbree sbips", "sailed"}, "Ihe tbree sbips sailed"},
        JoinCase{"NoSpacesWhereTheScriptHasNone", {"新聞は", "毎朝"}, "新聞は毎朝"}),
    [](const auto& row) { return row.param.name; });

TEST(Ocr, WordsCutBetweenBlocksAreJoined) {
  EXPECT_EQ(only(alto(alto_block({"the har-"}) + alto_block({"bour board."}) +
                      alto_block({"Another matter."})))
                .body,
            "the harbour board.\n\nAnother matter.");
  EXPECT_EQ(only(alto(alto_block({"the har-"}) + alto_block({"Another matter."}))).body,
            "the har-\n\nAnother matter.");
}

TEST(Alto, IsReadInEachOfItsNamespaces) {
  const std::string page = alto(alto_block({"Rain fell."}));
  for (const char* name : {"", " xmlns=\"http://schema.ccs-gmbh.com/ALTO\"",
                           " xmlns=\"http://www.loc.gov/standards/alto/ns-v2#\"",
                           " xmlns=\"http://www.loc.gov/standards/alto/ns-v3#\"",
                           " xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\""})
    EXPECT_EQ(only("<?xml version=\"1.0\"?>\n<!-- made by hand --><alto" + std::string(name) +
                   page.substr(5))
                  .body,
              "Rain fell.");
  EXPECT_EQ(only("<a:alto xmlns:a=\"x\"><a:Layout><a:Page><a:PrintSpace><a:TextBlock><a:TextLine>"
                 "<a:String CONTENT=\"Rain.\"/></a:TextLine></a:TextBlock></a:PrintSpace></a:Page>"
                 "</a:Layout></a:alto>")
                .body,
            "Rain.");
}

TEST(Alto, AWordThatIsCutStandsWhereItBegins) {
  const std::string first =
      "<TextLine><String CONTENT=\"re\" SUBS_TYPE=\"HypPart1\" "
      "SUBS_CONTENT=\"resolved\"/><HYP CONTENT=\"-\"/></TextLine>";
  const std::string second =
      "<TextLine><String CONTENT=\"solved\" SUBS_TYPE=\"HypPart2\" "
      "SUBS_CONTENT=\"resolved\"/><String CONTENT=\"it\"/></TextLine>";
  const auto block = [](const std::string& lines) {
    return "<TextBlock>" + lines + "</TextBlock>";
  };
  EXPECT_EQ(only(alto(block(first + second))).body, "resolved it");
  EXPECT_EQ(only(alto(block(first) + block(second))).body, "resolved it");
  EXPECT_EQ(only(alto(block(second))).body, "solved it");
}

TEST(Alto, HyphensOfTheirOwnAreRead) {
  EXPECT_EQ(only(alto("<TextBlock><TextLine><String CONTENT=\"har\"/><HYP/></TextLine><TextLine>"
                      "<String CONTENT=\"bour\"/></TextLine></TextBlock>"))
                .body,
            "harbour");
}

TEST(Alto, ColumnsStandOneAfterTheOther) {
  EXPECT_EQ(only(alto(alto_block({"Left one", "left two."}, "HPOS=\"0\" VPOS=\"0\"") +
                      alto_block({"Right one", "right two."}, "HPOS=\"500\" VPOS=\"0\"")))
                .body,
            "Left one left two.\n\nRight one right two.");
}

TEST(Alto, APageOfSeveralIsAnArticleEach) {
  const Outcome outcome = read(paper("page-v4.xml"));
  ASSERT_THAT(outcome.articles, SizeIs(2));
  EXPECT_EQ(outcome.articles[0].title, "ERÖFFNUNG");
  EXPECT_EQ(outcome.articles[0].body,
            "Die neue Eisenbahn fährt seit gestern.\n\nAlle Züge sind voll.");
  EXPECT_EQ(outcome.articles[0].language, "de");
  EXPECT_EQ(outcome.articles[1].body, "Die zweite Seite.");
}

struct TitleCase {
  const char* name;
  std::string page;
  std::string title;
  std::string body;
};

class Titles : public ::testing::TestWithParam<TitleCase> {};

TEST_P(Titles, AreHeadingsOfThePage) {
  const Article article = only(GetParam().page);
  EXPECT_EQ(article.title, GetParam().title);
  EXPECT_EQ(article.body, GetParam().body);
}

const std::string kFonts =
    "<Styles><TextStyle ID=\"S\" FONTSIZE=\"8\"/><TextStyle ID=\"L\" FONTSIZE=\"20\"/></Styles>";

INSTANTIATE_TEST_SUITE_P(
    Ocr, Titles,
    ::testing::Values(
        TitleCase{"ByType",
                  alto(alto_block({"STORM"}, "TYPE=\"Headline\"") + alto_block({"It blew."})),
                  "STORM", "It blew."},
        TitleCase{"ByTag",
                  alto(alto_block({"STORM"}, "TAGREFS=\"x t\"") + alto_block({"It blew."}),
                       "<Tags><LayoutTag ID=\"t\" LABEL=\"heading\"/></Tags>"),
                  "STORM", "It blew."},
        TitleCase{"BySize",
                  alto(alto_block({"STORM"}, "STYLEREFS=\"L\"") +
                           alto_block({"It blew hard."}, "STYLEREFS=\"S\""),
                       kFonts),
                  "STORM", "It blew hard."},
        TitleCase{"FurtherDownStaysInTheText",
                  alto(alto_block({"It blew hard."}, "STYLEREFS=\"S\"") +
                           alto_block({"STORM"}, "STYLEREFS=\"L\""),
                       kFonts),
                  "STORM", "It blew hard.\n\nSTORM"},
        TitleCase{"NoneOfOneSize",
                  alto(alto_block({"STORM"}, "STYLEREFS=\"S\"") +
                           alto_block({"It blew."}, "STYLEREFS=\"S\""),
                       kFonts),
                  "", "STORM\n\nIt blew."},
        TitleCase{"OfRegions",
                  page_xml(region({"STORM"}, "type=\"heading\"") + region({"It blew."})), "STORM",
                  "It blew."},
        TitleCase{"OfTranscripts",
                  page_xml(region({"STORM"}, "custom=\"structure {type:heading;}\"") +
                           region({"It blew."})),
                  "STORM", "It blew."}),
    [](const auto& row) { return row.param.name; });

TEST(Alto, MarginsAreLeftOutUnlessTheyAreAllThereIs) {
  const std::string margin = "<TopMargin>" + alto_block({"Page 3"}) + "</TopMargin>";
  EXPECT_EQ(only("<alto><Layout><Page>" + margin + "<PrintSpace>" + alto_block({"Rain."}) +
                 "</PrintSpace></Page></Layout></alto>")
                .body,
            "Rain.");
  EXPECT_EQ(only("<alto><Layout><Page>" + margin + "</Page></Layout></alto>").body, "Page 3");
}

TEST(PageXml, FollowsTheReadingOrder) {
  const Article article = only(paper("page-prima.xml"));
  EXPECT_EQ(article.title, "AUS DEM RATE");
  EXPECT_EQ(article.body, "Der Rat versammelte sich heute.\n\nEr beschloß die neue Brücke.");
  EXPECT_EQ(article.language, "de");
}

TEST(PageXml, ReadsTablesAndRegionsInRegions) {
  EXPECT_EQ(only(page_xml("<TableRegion><TableCell><TextLine><TextEquiv><Unicode>Wheat 40</Unicode>"
                          "</TextEquiv></TextLine></TableCell></TableRegion>"
                          "<TextRegion>" +
                          region({"Inner."}) + "</TextRegion>"))
                .body,
            "Wheat 40\n\nInner.");
}

TEST(Hocr, APageIsAnArticle) {
  const Outcome outcome = read(paper("pages.hocr"));
  ASSERT_THAT(outcome.rejects, IsEmpty());
  ASSERT_THAT(outcome.articles, SizeIs(2));
  EXPECT_EQ(outcome.articles[0].title, "FIRE AT MILL");
  EXPECT_EQ(outcome.articles[0].body,
            "Smoke rose over the building all night.\n\nNobody was hurt.");
  EXPECT_EQ(outcome.articles[0].language, "en");
  EXPECT_EQ(outcome.articles[1].body, "The second page.");
  EXPECT_NE(outcome.articles[0].id, outcome.articles[1].id);
}

TEST(Hocr, LeavesOutPageNumbersAndFeet) {
  EXPECT_EQ(only(hocr("<p class='ocr_par'><span class='ocr_pageno'>7</span></p>" +
                      hocr_paragraph({"Rain fell."}) +
                      "<p class='ocr_par'><span class='ocr_footer'>Printed by us</span></p>"))
                .body,
            "Rain fell.");
}

// Files that only mention OCR are not read as OCR.
TEST(Ocr, StealsNoOtherFile) {
  const std::string text =
      "<p>A page of OCR is an element of the class ocr_page, such as &lt;div class='ocr_page'&gt;, "
      "which holds all the lines that were found on it, in their order.</p>";
  const Article page = only("<html><head><title>On OCR</title></head><body><h1>On OCR</h1>" + text +
                            text + "</body></html>");
  EXPECT_THAT(page.body, HasSubstr("class ocr_page"));
  EXPECT_EQ(page.title, "On OCR");
  EXPECT_EQ(only("<rss><channel><item><title>t</title><link>http://a.org/1</link><description>"
                 "the class ocr_page of alto and mets</description></item></channel></rss>")
                .id,
            "http://a.org/1");
  EXPECT_THAT(read("<altogether><Page/></altogether>").rejects,
              ElementsAre(HasSubstr("XML of an unknown kind (<altogether>)")));
  EXPECT_THAT(read("<Page><alto/></Page>").rejects,
              ElementsAre(HasSubstr("XML of an unknown kind (<Page>)")));
}

TEST(Ocr, AMapOfTheHouseComesFirst) {
  const TemporaryFolder folder;
  UnderstandOptions options;
  options.xml_map = std::make_shared<XmlMap>(
      XmlMap::read_file(folder.write("map", "record alto/Story\ntitle Name\nbody Text\n")));
  const Outcome outcome =
      read("<alto><Story><Name>One</Name><Text>First.</Text></Story></alto>", options);
  ASSERT_THAT(outcome.articles, SizeIs(1));
  EXPECT_EQ(outcome.articles[0].title, "One");
}

TEST(Ocr, APageWithoutTextIsRejected) {
  for (const std::string& page : {alto(""), alto(alto_block({})), page_xml(""), hocr("")})
    EXPECT_THAT(read(page).rejects, ElementsAre("no text on the page")) << page;
  EXPECT_THAT(read("<alto><Layout/></alto>").rejects, ElementsAre("no articles in it"));
}

TEST(Ocr, ADamagedPageIsRejected) {
  EXPECT_THAT(read("<alto><Layout><Page><TextBlock>").rejects,
              ElementsAre(HasSubstr("within a record")));
  EXPECT_THAT(read(alto("<TextBlock><TextLine></TextBlock></TextLine>")).rejects,
              ElementsAre(HasSubstr("not XML")));
}

TEST(Ocr, AnotherEncodingIsRead) {
  EXPECT_EQ(only("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + alto(alto_block({"Br\xFC"
                                                                                      "cke"})))
                .body,
            "Brücke");
}

TEST(Ocr, LimitsHold) {
  ReadLimits limits;
  limits.record_bytes = 1 << 12;
  std::string huge;
  for (int i = 0; i < 1000; ++i) huge += alto_block({"many words of a page"});
  EXPECT_THAT(read(alto(huge), {}, limits).rejects, ElementsAre(HasSubstr("longer than")));
  EXPECT_THAT(
      read(hocr("<p class='ocr_par'>" + std::string(1 << 13, 'x') + "</p>"), {}, limits).rejects,
      ElementsAre(HasSubstr("longer than")));
}

}  // namespace
}  // namespace newsindex
