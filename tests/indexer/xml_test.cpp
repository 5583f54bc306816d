// SPDX-License-Identifier: GPL-3.0-or-later
// News in XML: the news standards, feeds, and in-house formats.
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/xml/xml_map.h"
#include "schema/error.h"
#include "tests/indexer/reading_fixture.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::shared_ptr<const XmlMap> house_map() {
  const TemporaryFolder folder;
  return std::make_shared<XmlMap>(XmlMap::read_file(
      folder.write("map",
                   "record messages/message/content   # one a language\n\n"
                   "id concat(../@id, '-', @lang)\ntitle title\nbody lead | text\n"
                   "published ../date\nkeywords ../tag\nlanguage @lang\n")));
}

TEST(XmlMap, ReadsTheXmlOfAHouse) {
  UnderstandOptions options;
  options.xml_map = house_map();
  const Outcome outcome = read(
      "<messages><message id='1'><date>2024-03-14</date><tag>a</tag><tag>b</tag>"
      "<content lang='de'><title>Brücke</title><lead>Kurz.</lead><text>&lt;p&gt;Eins.&lt;/p&gt;"
      "&lt;p&gt;Zwei.&lt;/p&gt;</text></content><content lang='fr'><title>Pont</title><lead>Court."
      "</lead></content></message><message id='2'><date>2024-03-15</date><content lang='de'>"
      "<title>Fähre</title><text>Drei.</text></content></message></messages>",
      options);
  ASSERT_EQ(outcome.articles.size(), 3u);
  EXPECT_EQ(outcome.articles[0].id, "1-de");
  EXPECT_EQ(outcome.articles[0].body, "Kurz.\n\nEins.\n\nZwei.");
  EXPECT_THAT(outcome.articles[0].keywords, ElementsAre("a", "b"));
  EXPECT_EQ(outcome.articles[1].id, "1-fr");
  EXPECT_EQ(outcome.articles[2].id, "2-de");
  EXPECT_EQ(to_iso(*outcome.articles[2].published), "2024-03-15");
}

std::string map_error(const std::string& text) {
  const TemporaryFolder folder;
  try {
    XmlMap::read_file(folder.write("map", text));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(XmlMap, SaysWhatIsWrongWithIt) {
  EXPECT_THAT(map_error("record a/b\ntopik x\n"),
              HasSubstr("line 2: no such field of an article: 'topik'"));
  EXPECT_THAT(map_error("record a/b\ntitle x[\n"), HasSubstr("line 2: 'x[' is no XPath"));
  EXPECT_THAT(map_error("title x\n"), HasSubstr("no line says which element is a record"));
  EXPECT_THAT(map_error("record a/b\ntitle\n"), HasSubstr("line 2: a field without a path"));
}

TEST(Xml, OfAnUnknownKindIsRefused) {
  EXPECT_THAT(read("<?xml version='1.0'?><stock><price>7</price></stock>").rejects,
              ElementsAre("XML of an unknown kind (<stock>); --xml-map can describe it"));
}

TEST(Xml, ThatIsBrokenLosesOnlyTheBrokenItem) {
  const Outcome outcome = read(
      "<rss><channel><item><title>A</title><description>One.</description></item>"
      "<item><title>B<description>Two.</description></item>"
      "<item><title>C</title><description>Three.</description></item></channel></rss>");
  ASSERT_GE(outcome.articles.size(), 1u);
  EXPECT_EQ(outcome.articles[0].title, "A");
  EXPECT_FALSE(outcome.rejects.empty());
  EXPECT_THAT(read("<rss><channel><item><title>A</title></item><item><title>B").rejects,
              ElementsAre("the file ends within a record"));
}

TEST(Xml, ThatIsHostileIsRefused) {
  std::string deep = "<rss><channel><item>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_THAT(read(deep).rejects, ElementsAre("elements are nested more than 1000 deep"));
  std::string around = "<rss>";
  for (int i = 0; i < 100'000; ++i) around += "<a>";
  EXPECT_THAT(read(around).rejects, ElementsAre("elements are nested more than 1000 deep"));
  // Entities are not expanded.
  std::string laughs = "<!DOCTYPE rss [<!ENTITY a 'ha'>";
  for (char c = 'b'; c < 'k'; ++c)
    laughs += std::string("<!ENTITY ") + c + " '&" + static_cast<char>(c - 1) + ";&" +
              static_cast<char>(c - 1) + ";'>";
  const Outcome laugh = read("<?xml version='1.0'?>" + laughs +
                             "]><rss><channel><item><title>&j;</title></item></channel></rss>");
  ASSERT_EQ(laugh.articles.size(), 1u);
  EXPECT_EQ(laugh.articles[0].title, "&j;");
  const Outcome attribute = read("<rss><channel><item x='" + std::string(10'000'000, 'a') +
                                 "'><title>A</title></item></channel></rss>");
  EXPECT_EQ(attribute.articles.size(), 1u);
}

// The body of a text in the markup that NITF and XHTML share.
std::string body_of(const std::string& markup) {
  return only("<nitf><head><title>A</title></head><body><body.content>" + markup +
              "</body.content></body></nitf>")
      .body;
}

TEST(Xml, IsReadWhateverItsDeclarationSays) {
  const auto body = [](const std::string& declared, const std::string& text) {
    const Outcome outcome = read("<?xml version=\"1.0\" encoding=\"" + declared +
                                 "\"?><rss><channel><item><title>T</title><description>" + text +
                                 "</description></item></channel></rss>");
    return outcome.articles.empty() ? "" : outcome.articles[0].body;
  };
  const std::string right = "Der Bürgermeister prüft den „größten“ Deich.";
  const std::string western =
      "Der B\xfcrgermeister pr\xfc"
      "ft den \x84gr\xf6\xdften\x93 Deich.";
  for (const char* declared : {"UTF-8", "utf-8", "us-ascii", "iso-8859-1", "windows-1252"})
    EXPECT_EQ(body(declared, right), right) << declared;
  for (const char* declared : {"UTF-8", "utf-8", "iso-8859-1", "windows-1252", "us-ascii"})
    EXPECT_EQ(body(declared, western), right) << declared;
}

TEST(Xml, TellsItsVersion) {
  const auto version = [](const std::string& file) {
    const Outcome outcome = read(file);
    return outcome.articles.empty() ? 0 : outcome.articles[0].version;
  };
  EXPECT_EQ(version("<newsItem guid=\"g\" version=\"3\"><itemMeta><title>T</title></itemMeta>"
                    "</newsItem>"),
            3u);
  EXPECT_EQ(version("<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>n</NewsItemId>"
                    "<RevisionId PreviousRevision=\"1\" Update=\"N\">2</RevisionId>"
                    "</NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>T"
                    "</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>"),
            2u);
  EXPECT_EQ(version("<nitf><head><docdata><doc-id id-string=\"i\"/><du-key key=\"k\" "
                    "version=\"4\"/></docdata></head><body><body.head><hedline><hl1>T</hl1>"
                    "</hedline></body.head></body></nitf>"),
            4u);
}

TEST(XmlText, HasSpacesForLineEndsWithinAParagraph) {
  EXPECT_EQ(body_of("<p>The bridge <br/>reopens<br/>in May.</p>"), "The bridge reopens in May.");
  EXPECT_EQ(body_of("<p>It reopens.<br/> <br/>In May.</p>"), "It reopens.\n\nIn May.");
  EXPECT_EQ(body_of("It reopens.<br/>In May."), "It reopens.\n\nIn May.");
}

TEST(XmlText, HasEscapedMarkupReadInItsOwnParagraph) {
  EXPECT_EQ(body_of("<p>It reopens.</p><p>In&lt;br&gt;May.</p><p>At 1 &lt; 2.</p>"),
            "It reopens.\n\nIn May.\n\nAt 1 < 2.");
}

TEST(XmlText, LeavesOutTheHeaderOfAPageAndEmptyParagraphs) {
  EXPECT_EQ(body_of("<header><h1>Bridge</h1><p>14.03.</p></header><p>It reopens.</p>"
                    "<p>&#160;</p><p>In May.&#160;</p><footer><p>nw</p></footer>"),
            "It reopens.\n\nIn May.");
}

TEST(XmlText, KeepsTheLinesOfPreformattedText) {
  EXPECT_EQ(body_of("<p>Results:</p><pre>Solme 2\nHafenstadt  1\n\n\nAbandoned: none\n</pre>"),
            "Results:\n\nSolme 2\nHafenstadt 1\n\nAbandoned: none");
}

TEST(XmlText, IsCutWhereItsPrintedLinesAreIndented) {
  EXPECT_EQ(body_of("<p>HAFENSTADT, March 14 - The harbour bridge reopens on\n"
                    "Monday, the mayor said.\n"
                    "    Repairs cost 48 million euros and took two years of\n"
                    "work.</p>"),
            "HAFENSTADT, March 14 - The harbour bridge reopens on Monday, the mayor said.\n\n"
            "Repairs cost 48 million euros and took two years of work.");
  // All lines are indented: the indentation is only the layout of the XML.
  EXPECT_EQ(body_of("<p>The bridge\n      reopens\n    in May.</p>"), "The bridge reopens in May.");
}

TEST(XmlText, KeepsTheRowsOfAPrintedTable) {
  EXPECT_EQ(body_of("<p>Results\nSolme        2  Hafenstadt 1\n   Standings\nSolme   3  1</p>"),
            "Results\nSolme 2 Hafenstadt 1\nStandings\nSolme 3 1");
}

}  // namespace
}  // namespace newsindex
