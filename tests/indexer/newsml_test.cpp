// SPDX-License-Identifier: GPL-3.0-or-later
// News in NewsML-G2 and NewsML 1, and the codes in them.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/labels/subject_codes.h"
#include "tests/indexer/reading_fixture.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

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

TEST(TopicOfCode, MapsTheOlderListAsTheIptcDoes) {
  EXPECT_EQ(topic_of_code("medtop:20000337"), "medtop:20000337");
  EXPECT_EQ(topic_of_code("http://cv.iptc.org/newscodes/mediatopic/20000337"), "medtop:20000337");
  EXPECT_EQ(topic_of_code("subj:15054000"), "medtop:20001065");
  EXPECT_EQ(topic_of_code("15054999"), "medtop:20001065");  // the topic of the matter above
  EXPECT_EQ(topic_of_code("11999005"), "medtop:11000000");  // the topic of the subject above
  EXPECT_EQ(topic_of_code("99000000"), "");
  EXPECT_EQ(topic_of_code("city:12345678"), "");
  EXPECT_TRUE(has_topic_of_its_own("subj:15054000"));
  EXPECT_FALSE(has_topic_of_its_own("15054999"));
  EXPECT_FALSE(has_topic_of_its_own("city:12345678"));
}

// An item of the class `kind`, with `meta` in its contentMeta.
std::string item_of(const std::string& kind, const std::string& meta,
                    const std::string& content = "", const std::string& after = "") {
  return "<newsItem guid='urn:hp:8'><itemMeta><itemClass qcode='ninat:" + kind +
         "'/><versionCreated>2024-03-14T09:00:00Z</versionCreated></itemMeta><contentMeta>" + meta +
         "</contentMeta>" + after + "<contentSet>" + content + "</contentSet></newsItem>";
}

const std::string kHeadline = "<headline>Bridge to reopen</headline>";

TEST(NewsMlG2, WithAHeadlineAloneIsAnArticleIfItIsText) {
  const Article article = only(item_of("text", kHeadline));
  EXPECT_EQ(article.title, "Bridge to reopen");
  EXPECT_EQ(article.body, "");
  EXPECT_THAT(read(item_of("text", "")).rejects, ElementsAre("no title and no body"));
}

TEST(NewsMlG2, KeepsTheNameOfASubjectThatItsTopicSaysLessThan) {
  const auto read_subject = [](const std::string& code, const std::string& name) {
    return only(item_of("text", kHeadline + "<subject type='cpnat:abstract' qcode='subj:" + code +
                                    "'><name>" + name + "</name></subject>"));
  };
  const Article rolled = read_subject("15054999", "Night regatta");
  EXPECT_THAT(topics(rolled), ElementsAre("medtop:20001065"));
  EXPECT_THAT(rolled.keywords, ElementsAre("Night regatta"));
  EXPECT_THAT(read_subject("15054000", "Regatta").keywords, IsEmpty());
}

TEST(NewsMlG2, OfAPictureIsItsCaptionIfThatIsASentence) {
  const std::string caption =
      "<description role='drol:caption'>A ferry passes the closed bridge of Hafenstadt."
      "</description>";
  EXPECT_EQ(only(item_of("picture", kHeadline + caption)).body,
            "A ferry passes the closed bridge of Hafenstadt.");
  EXPECT_THAT(read(item_of("picture", kHeadline)).rejects, ElementsAre("a picture, no text"));
  EXPECT_THAT(read(item_of("audio", kHeadline + "<description>NW-FERRY_1</description>")).rejects,
              ElementsAre("audio, no text"));
}

TEST(NewsMlG2, OfAVideoHasAllItsDescriptions) {
  EXPECT_EQ(only(item_of("video",
                         "<description>- The mayor of Hafenstadt</description>"
                         "<description>SHOTLIST: HARBOUR. A ferry leaves.</description>"))
                .body,
            "- The mayor of Hafenstadt\n\nSHOTLIST: HARBOUR. A ferry leaves.");
}

TEST(NewsMlG2, DoesNotTakeResultsOrEventsForProse) {
  const Article article = only(item_of("text", kHeadline,
                                       "<inlineXML><results><team><name>Hafenstadt Harriers</name>"
                                       "</team></results></inlineXML>"));
  EXPECT_EQ(article.title, "Bridge to reopen");
  EXPECT_EQ(article.body, "");
}

TEST(NewsMlG2, PackagesAreNoArticlesEvenWithAHeadline) {
  EXPECT_THAT(read("<packageItem guid='p'><contentMeta>" + kHeadline +
                   "</contentMeta><groupSet/></packageItem>")
                  .rejects,
              ElementsAre("a package of other items, no text"));
}

TEST(NewsMlG2, LooksUpNamesInItsAssertions) {
  const Article article = only(item_of(
      "text",
      kHeadline + "<subject type='cpnat:geoArea' qcode='nwalias:17'/>"
                  "<subject type='cpnat:poi' literal='int001'/>"
                  "<subject type='cpnat:poi' literal='int002'/>"
                  "<subject type='cpnat:poi'><name>Old Pier, Quay 4</name></subject>",
      "",
      "<assert qcode='nwplace:rich:17'><name>Solme</name><geoAreaDetails/></assert>"
      "<assert literal='int001'><POIDetails><address><locality><name>Hafenstadt</name></locality>"
      "</address></POIDetails></assert>"));
  EXPECT_THAT(names(article, EntityType::place),
              ElementsAre("Solme", "Hafenstadt", "Old Pier, Quay 4"));
}

TEST(NewsMlG2, GivesThePlaceWhereItWasWritten) {
  EXPECT_THAT(names(only(item_of("text", kHeadline + "<located><name>Hafenstadt</name></located>")),
                    EntityType::place),
              ElementsAre("Hafenstadt"));
  EXPECT_THAT(names(only(item_of("text", kHeadline + "<located><name>Solme</name></located>"
                                                     "<dateline>HAFENSTADT, Nordland</dateline>")),
                    EntityType::place),
              ElementsAre("Hafenstadt"));
}

TEST(NewsMlG2, HasItsSluglineAsKeywords) {
  EXPECT_THAT(
      only(item_of("text", kHeadline + "<slugline>HAFENSTADT-BRIDGE/TRAFFIC (PIX)</slugline>"))
          .keywords,
      ElementsAre("HAFENSTADT-BRIDGE", "TRAFFIC"));
}

TEST(NewsMlG2, NamesThePhotographerButNoAgencyAsAuthor) {
  EXPECT_THAT(only(item_of("text", kHeadline + "<creator role='crol:photographer' qcode='p:1'>"
                                               "<name>Ilse Brandt</name></creator>"
                                               "<creator qcode='src:nw'><name>Nordic Wire</name>"
                                               "</creator>"))
                  .authors,
              ElementsAre("Ilse Brandt"));
}

TEST(NewsMlG2, IsPublishedWhenAnEmbargoEnds) {
  const std::string embargoed =
      "<newsItem guid='urn:hp:9'><itemMeta><versionCreated>2024-03-14T09:00:00Z</versionCreated>"
      "<embargoed>2024-03-15T00:00:00Z</embargoed></itemMeta><contentMeta>" +
      kHeadline + "</contentMeta></newsItem>";
  EXPECT_EQ(to_iso(*only(embargoed).published), "2024-03-15T00:00:00Z");
  EXPECT_FALSE(only(embargoed).modified);
}

std::string newsml_1(const std::string& component, const std::string& management = "") {
  return "<NewsML><NewsItem><NewsManagement>" + management +
         "<Status FormalName='Usable'/></NewsManagement><NewsComponent><NewsLines>"
         "<HeadLine>Bridge to reopen</HeadLine></NewsLines>" +
         component + "</NewsComponent></NewsItem></NewsML>";
}

TEST(NewsMl1, HasKeywordsAndACityAsProperties) {
  const Article article =
      only(newsml_1("<DescriptiveMetadata><Location><Property FormalName='City' Value='Solme'/>"
                    "</Location><Property FormalName='Keyword' Value='bridges'/>"
                    "<Property FormalName='NWIndustryKeywords' Value='Food, Beverage'/>"
                    "<Property FormalName='Department' Value='Foreign'/></DescriptiveMetadata>"));
  EXPECT_THAT(article.keywords, ElementsAre("bridges", "Food, Beverage"));
  EXPECT_THAT(names(article, EntityType::place), ElementsAre("Solme"));
}

TEST(NewsMl1, HasItsSubHeadLineAsLead) {
  EXPECT_EQ(only(newsml_1("<NewsLines><SubHeadLine>After two years.</SubHeadLine></NewsLines>"
                          "<ContentItem><DataContent><p>It reopens now.</p></DataContent>"
                          "</ContentItem>"))
                .lead,
            "After two years.");
}

TEST(NewsMl1, ReadsHtmlInAText) {
  EXPECT_EQ(only(newsml_1("<ContentItem><DataContent><![CDATA[<P>It reopens.</P><P> </P>"
                          "<P>In May.</P>]]></DataContent></ContentItem>"))
                .body,
            "It reopens.\n\nIn May.");
}

TEST(NewsMl1, SaysWhatItIsWithoutText) {
  EXPECT_THAT(read(newsml_1("<ContentItem><MediaType FormalName='Photo'/></ContentItem>")).rejects,
              ElementsAre("a photo, no text"));
  EXPECT_EQ(only(newsml_1("<ContentItem><MediaType FormalName='Text'/></ContentItem>")).title,
            "Bridge to reopen");
}

TEST(NewsMl1, IsPublishedWhenItBecomesUsable) {
  EXPECT_EQ(to_iso(*only(newsml_1("",
                                  "<FirstCreated>20240314T063000Z</FirstCreated>"
                                  "<StatusWillChange><FutureStatus FormalName='Usable'/>"
                                  "<DateAndTime>20240315T000000Z</DateAndTime>"
                                  "</StatusWillChange>"))
                        .published),
            "2024-03-15T00:00:00Z");
}

}  // namespace
}  // namespace newsindex
