// SPDX-License-Identifier: GPL-3.0-or-later
// News in XML: the standards of the trade, feeds, and the XML of a house.
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/understand.h"
#include "indexer/extract/xml/field_values.h"
#include "indexer/extract/xml/xml_map.h"
#include "indexer/readers/reader.h"
#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Outcome {
  std::vector<Article> articles;
  std::vector<std::string> rejects;
};

Outcome read(const std::string& xml, UnderstandOptions options = {}, ReadLimits limits = {}) {
  const TemporaryFolder folder;
  Outcome outcome;
  if (options.xml_map != nullptr) limits.xml_record = options.xml_map->record();
  read_records(
      {folder.write("file", xml), 0, 0}, limits,
      [&](const Record& record) {
        auto understanding = understand(record, options);
        if (auto* understood = std::get_if<Understood>(&understanding))
          outcome.articles.push_back(std::move(understood->article));
        else
          outcome.rejects.push_back(std::get<Reject>(understanding).reason);
        return true;
      },
      [&](const Reject& reject) { outcome.rejects.push_back(reject.reason); });
  return outcome;
}

Article only(const std::string& xml) {
  Outcome outcome = read(xml);
  EXPECT_THAT(outcome.rejects, IsEmpty());
  if (outcome.articles.size() == 1) return outcome.articles[0];
  ADD_FAILURE() << outcome.articles.size() << " articles";
  return {};
}

std::vector<std::string> names(const Article& article, EntityType type) {
  std::vector<std::string> found;
  for (const Entity& entity : article.entities)
    if (entity.type == type) found.push_back(entity.name);
  return found;
}

std::vector<std::string> topics(const Article& article) {
  std::vector<std::string> found;
  for (const Topic& topic : article.topics) found.push_back(topic.id);
  return found;
}

const char* const kNitf = R"(<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd" [<!ENTITY x "y">]>
<nitf><head><tobject><tobject.subject tobject.subject.refnum="04016007"/></tobject>
<docdata><doc-id id-string="HP-7"/><date.issue norm="20240314T063000+0100"/>
<identified-content><person>Ilse Brandt</person><org>City of Hafenstadt</org>
<location><city>Hafenstadt</city></location></identified-content>
<key-list><keyword key="bridges"/></key-list></docdata>
<pubdata position.section="Transport"/></head>
<body><body.head><hedline><hl1>Bridge to reopen &amp; shine</hl1><hl2>After two years</hl2></hedline>
<byline>By Rosa Lindqvist<byttl>Transport Editor</byttl></byline>
<distributor>Nordic Wire</distributor></body.head>
<body.content><p>The bridge reopens in May, the
  mayor said.</p><media media-type="image"><media-caption>Not this.</media-caption></media>
<hl2>What it cost</hl2><ul><li>Steel: 29 <em>million</em></li></ul>
<table><tr><td>2021</td><td>31,000</td></tr></table></body.content></body></nitf>)";

TEST(Nitf, GivesItsFields) {
  const Article article = only(kNitf);
  EXPECT_EQ(article.id, "HP-7");
  EXPECT_EQ(article.title, "Bridge to reopen & shine");
  EXPECT_THAT(article.authors, ElementsAre("Rosa Lindqvist"));
  EXPECT_EQ(to_iso(*article.published), "2024-03-14T06:30:00+01:00");
  EXPECT_EQ(article.source, "Nordic Wire");
  EXPECT_THAT(article.section, ElementsAre("Transport"));
  EXPECT_THAT(article.keywords, ElementsAre("bridges"));
  EXPECT_THAT(topics(article), ElementsAre("medtop:04000000"));
  EXPECT_THAT(names(article, EntityType::person), ElementsAre("Ilse Brandt"));
  EXPECT_THAT(names(article, EntityType::place), ElementsAre("Hafenstadt"));
  EXPECT_EQ(article.body,
            "The bridge reopens in May, the mayor said.\n\nWhat it cost\n\nSteel: 29 million\n\n"
            "2021 31,000");
}

std::string news_item(const std::string& content, const std::string& status = "stat:usable") {
  return R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:hp:7" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="p:hp"><name>Nordic Wire</name></provider>
<versionCreated>2024-03-14T09:00:00+01:00</versionCreated><firstCreated>2024-03-14T06:30:00+01:00</firstCreated>
<pubStatus qcode=")" +
         status + R"("/></itemMeta>
<contentMeta><by>By Rosa Lindqvist</by><headline>Bridge to reopen</headline>
<subject qcode="medtop:20000337"/><subject type="cpnat:person" qcode="x:1"><name>Ilse Brandt</name></subject>
<subject type="cpnat:organisation"><name>Nordhavn Shipping</name></subject></contentMeta>
<contentSet>)" +
         content + "</contentSet></newsItem>";
}

const std::string kXhtml =
    "<inlineXML contenttype='application/xhtml+xml'><html><body><p>The bridge reopens.</p>"
    "<p>In May.</p></body></html></inlineXML>";

TEST(NewsMlG2, GivesItsFields) {
  const Article article = only(news_item(kXhtml));
  EXPECT_EQ(article.id, "urn:hp:7");
  EXPECT_EQ(article.title, "Bridge to reopen");
  EXPECT_EQ(article.body, "The bridge reopens.\n\nIn May.");
  EXPECT_EQ(to_iso(*article.published), "2024-03-14T06:30:00+01:00");
  EXPECT_EQ(to_iso(*article.modified), "2024-03-14T09:00:00+01:00");
  EXPECT_THAT(article.authors, ElementsAre("Rosa Lindqvist"));
  EXPECT_EQ(article.source, "Nordic Wire");
  EXPECT_EQ(article.language, "en");
  EXPECT_THAT(topics(article), ElementsAre("medtop:20000337"));
  EXPECT_THAT(names(article, EntityType::person), ElementsAre("Ilse Brandt"));
  EXPECT_THAT(names(article, EntityType::organisation), ElementsAre("Nordhavn Shipping"));
}

TEST(NewsMlG2, CarriesNitfAndPlainText) {
  EXPECT_EQ(only(news_item("<inlineXML><nitf><body><body.content><p>One.</p><p>Two.</p>"
                           "</body.content></body></nitf></inlineXML>"))
                .body,
            "One.\n\nTwo.");
  EXPECT_EQ(only(news_item("<inlineData>One line &amp; more.</inlineData>")).body,
            "One line & more.");
}

TEST(NewsMlG2, SaysWhyAnItemIsNoArticle) {
  EXPECT_THAT(read(news_item("<remoteContent href='x.jpg'/>")).rejects,
              ElementsAre("an item, no text"));
  EXPECT_THAT(read(news_item(kXhtml, "stat:canceled")).rejects,
              ElementsAre("its publication status is canceled"));
  EXPECT_THAT(read("<conceptItem guid='x'/>").rejects, ElementsAre("no news but a conceptItem"));
}

TEST(NewsMlG2, ComesInMessages) {
  const Outcome outcome =
      read("<newsMessage><header><sent>2024</sent></header><itemSet>" + news_item(kXhtml) +
           "<packageItem guid='p'><groupSet/></packageItem>" + news_item(kXhtml) +
           "</itemSet></newsMessage>");
  EXPECT_EQ(outcome.articles.size(), 2u);
  EXPECT_THAT(outcome.rejects, ElementsAre("a package of other items, no text"));
}

TEST(NewsMl1, GivesItsFields) {
  const Article article = only(R"(<NewsML Version="1.2"><NewsEnvelope/><NewsItem xml:lang="en">
<Identification><NewsIdentifier><ProviderId>nw.example</ProviderId>
<PublicIdentifier>urn:newsml:nw:7</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20240314T063000+0100</FirstCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Bridge to reopen</HeadLine><ByLine>Rosa Lindqvist</ByLine></NewsLines>
<DescriptiveMetadata><SubjectCode><Subject FormalName="04000000"/></SubjectCode></DescriptiveMetadata>
<ContentItem><DataContent><p>The bridge reopens.</p><p>In May.</p></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>)");
  EXPECT_EQ(article.id, "urn:newsml:nw:7");
  EXPECT_EQ(article.title, "Bridge to reopen");
  EXPECT_EQ(article.body, "The bridge reopens.\n\nIn May.");
  EXPECT_THAT(article.authors, ElementsAre("Rosa Lindqvist"));
  EXPECT_THAT(topics(article), ElementsAre("medtop:04000000"));
  EXPECT_EQ(article.source, "nw.example");
}

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

TEST(TopicOfCode, KnowsTheOlderList) {
  EXPECT_EQ(topic_of_code("medtop:20000337"), "medtop:20000337");
  EXPECT_EQ(topic_of_code("subj:15073031"), "medtop:15000000");
  EXPECT_EQ(topic_of_code("11006005"), "medtop:11000000");
  EXPECT_EQ(topic_of_code("99000000"), "");
  EXPECT_EQ(topic_of_code("city:12345678"), "");
}

}  // namespace
}  // namespace newsindex
