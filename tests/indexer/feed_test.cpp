// SPDX-License-Identifier: GPL-3.0-or-later
// Items of RSS and Atom.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reading_fixture.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Feed, Rss2GivesItsItems) {
  const Outcome outcome = read(R"(<?xml version="1.0"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbour Gazette</title><language>en</language>
<item><title>Bridge &amp;amp; ferry</title><link>https://e.org/1</link><guid isPermaLink="false">g1</guid>
<pubDate>Thu, 14 Mar 2024 06:30:00 +0100</pubDate><dc:creator>Rosa Lindqvist</dc:creator>
<category>bridges</category><media:title>A picture</media:title>
<description>Short.</description><content:encoded><![CDATA[<p>The bridge <b>re</b>opens.</p><script>x</script><p>In May.</p>]]></content:encoded></item>
<item><title>Ferry</title><guid>https://e.org/2</guid><description>It &lt;b&gt;sails&lt;/b&gt;.</description></item>
</channel></rss>)");
  ASSERT_EQ(outcome.articles.size(), 2u);
  const Article& first = outcome.articles[0];
  EXPECT_EQ(first.id, "g1");
  EXPECT_EQ(first.url, "https://e.org/1");
  EXPECT_EQ(first.title, "Bridge & ferry");
  EXPECT_EQ(first.body, "The bridge reopens.\n\nIn May.");
  EXPECT_EQ(first.lead, "Short.");
  EXPECT_THAT(first.authors, ElementsAre("Rosa Lindqvist"));
  EXPECT_THAT(first.keywords, ElementsAre("bridges"));
  EXPECT_EQ(first.source, "Harbour Gazette");
  EXPECT_EQ(to_iso(*first.published), "2024-03-14T06:30:00+01:00");
  EXPECT_EQ(outcome.articles[1].url, "https://e.org/2");
  EXPECT_EQ(outcome.articles[1].body, "It sails.");
}

TEST(Feed, Rss1HasItsItemsBesideTheChannel) {
  const Article article = only(
      R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Gazette</title></channel>
<item rdf:about="https://e.org/1"><title>Bridge</title><link>https://e.org/1</link>
<dc:date>2024-03-14</dc:date><description>It reopens.</description></item></rdf:RDF>)");
  EXPECT_EQ(article.source, "Gazette");
  EXPECT_EQ(article.url, "https://e.org/1");
  EXPECT_EQ(to_iso(*article.published), "2024-03-14");
}

TEST(Feed, AtomGivesItsEntries) {
  const Article article =
      only(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Blatt</title>
<entry><id>tag:e.org,2024:1</id><title type="html">Brücke &amp;amp; Fähre</title>
<link rel="edit" href="https://e.org/edit"/><link href="https://e.org/1"/>
<published>2024-03-14T06:30:00Z</published><updated>2024-03-15T00:00:00Z</updated>
<author><name>Rosa Lindqvist</name></author><category term="verkehr" label="Verkehr"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins.</p><p>Zwei.</p></div></content></entry></feed>)");
  EXPECT_EQ(article.id, "tag:e.org,2024:1");
  EXPECT_EQ(article.url, "https://e.org/1");
  EXPECT_EQ(article.title, "Brücke & Fähre");
  EXPECT_EQ(article.body, "Eins.\n\nZwei.");
  EXPECT_EQ(article.language, "de");
  EXPECT_THAT(article.keywords, ElementsAre("Verkehr"));
  EXPECT_EQ(to_iso(*article.modified), "2024-03-15T00:00:00Z");
}

std::string rss(const std::string& item) {
  return "<rss version='2.0' xmlns:wp='http://wordpress.org/export/1.2/' "
         "xmlns:dc='http://purl.org/dc/elements/1.1/' "
         "xmlns:media='http://search.yahoo.com/mrss/'><channel><title>Harbour Gazette</title>"
         "<link>https://e.org/news/</link><item><title>Bridge</title>" +
         item + "</item></channel></rss>";
}

TEST(Feed, CutsListsAtCommasAndNoNames) {
  EXPECT_THAT(only(rss("<category>Bridges,Harbour</category><category>Doe, Jane</category>"
                       "<category>Harbour</category>"
                       "<media:keywords>ferry, steel</media:keywords>"))
                  .keywords,
              ElementsAre("Bridges", "Harbour", "Doe, Jane", "ferry", "steel"));
}

TEST(Feed, TakesTheNameBesideTheAddressOfAnAuthor) {
  EXPECT_THAT(only(rss("<author>jane@e.org (Jane Roe)</author>")).authors, ElementsAre("Jane Roe"));
}

TEST(Feed, IsTheSourceWhereAnItemOnlyGivesAnAddress) {
  EXPECT_EQ(only(rss("<dc:source>https://e.org/1</dc:source>")).source, "Harbour Gazette");
  EXPECT_EQ(only(rss("<dc:source>Nordic Wire</dc:source>")).source, "Nordic Wire");
}

TEST(Feed, CompletesRelativeAddresses) {
  EXPECT_EQ(only(rss("<link>/1</link>")).url, "https://e.org/1");
  EXPECT_EQ(only(rss("<link>1.html</link>")).url, "https://e.org/news/1.html");
  EXPECT_EQ(only(rss("<link>//f.org/1</link>")).url, "https://f.org/1");
  EXPECT_EQ(only("<feed xml:base='https://f.org/a/'><title>F</title>"
                 "<link href='https://e.org'/><entry><title>A</title><link href='2'/></entry>"
                 "</feed>")
                .url,
            "https://f.org/a/2");
}

TEST(Feed, LeavesOutAChangeBeforeThePublication) {
  EXPECT_FALSE(only("<feed><entry><title>A</title><published>2024-03-14T06:30:00Z</published>"
                    "<updated>2024-03-13T00:00:00Z</updated></entry></feed>")
                   .modified);
}

TEST(WordPress, ItemsThatAreNoPublishedArticlesAreRefused) {
  EXPECT_THAT(read(rss("<wp:post_type>attachment</wp:post_type>")).rejects,
              ElementsAre("no article but a WordPress item of the type attachment"));
  EXPECT_THAT(read(rss("<wp:post_type>wp_navigation</wp:post_type>")).rejects,
              ElementsAre("no article but a WordPress item of the type wp_navigation"));
  EXPECT_THAT(read(rss("<wp:post_type>post</wp:post_type><wp:status>draft</wp:status>")).rejects,
              ElementsAre("not published: its status is draft"));
  EXPECT_EQ(only(rss("<wp:post_type>post</wp:post_type><wp:status>inherit</wp:status>")).title,
            "Bridge");
  EXPECT_EQ(only(rss("<wp:post_type>recipe</wp:post_type><wp:status>publish</wp:status>")).title,
            "Bridge");
}

TEST(WordPress, ShortcodesAreNoText) {
  const auto body = [](const std::string& text, const std::string& more = "") {
    return only(rss("<description><![CDATA[" + text + "]]></description>" + more)).body;
  };
  EXPECT_EQ(body("[dropcap]T[/dropcap]he bridge [sic] reopens [gallery ids=\"1,2\"]."),
            "The bridge [sic] reopens .");
  EXPECT_EQ(body("<p>[caption id=\"a\"]<img src=\"x\"/> A ferry[/caption]It reopens.</p>"),
            "It reopens.");
  const std::string exported = "<wp:post_type>post</wp:post_type>";
  EXPECT_EQ(body("It reopens.\n\n[contact_form]\n\nIn <b>May</b>.\nSoon.", exported),
            "It reopens.\n\nIn May. Soon.");
  EXPECT_EQ(body("[columns]\n\nIt [Note] reopens.\n\n[/columns]", exported), "It [Note] reopens.");
}

}  // namespace
}  // namespace newsindex
