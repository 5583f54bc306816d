// SPDX-License-Identifier: GPL-3.0-or-later
// News in NITF.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reading_fixture.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

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
  EXPECT_THAT(topics(article), ElementsAre("medtop:20000174"));
  EXPECT_THAT(names(article, EntityType::person), ElementsAre("Ilse Brandt"));
  EXPECT_THAT(names(article, EntityType::place), ElementsAre("Hafenstadt"));
  EXPECT_EQ(article.body,
            "The bridge reopens in May, the mayor said.\n\nWhat it cost\n\nSteel: 29 million\n\n"
            "2021 31,000");
}

std::string nitf(const std::string& docdata, const std::string& body_head,
                 const std::string& content, const std::string& status = "usable") {
  return "<nitf><head><docdata management-status='" + status + "'>" + docdata +
         "</docdata></head><body><body.head><hedline><hl1>Bridge to reopen</hl1></hedline>" +
         body_head + "</body.head><body.content>" + content + "</body.content></body></nitf>";
}

TEST(Nitf, HasTheTextOfItsBodyNotOfANote) {
  EXPECT_EQ(only(nitf("", "<note><body.content><p>For editors.</p></body.content></note>",
                      "<p>The bridge reopens.</p>"))
                .body,
            "The bridge reopens.");
}

TEST(Nitf, ThatIsCanceledOrWithheldIsNoArticle) {
  EXPECT_THAT(read(nitf("", "", "<p>A.</p>", "canceled")).rejects,
              ElementsAre("its status is canceled"));
  EXPECT_THAT(read(nitf("", "", "<p>A.</p>", "Withheld")).rejects,
              ElementsAre("its status is Withheld"));
}

TEST(Nitf, IsPublishedWhenAnEmbargoEnds) {
  EXPECT_EQ(to_iso(*only(nitf("<date.issue norm='20240314T120000+0100'/>"
                              "<date.release norm='20240315T000100+0100'/>",
                              "", "<p>A.</p>"))
                        .published),
            "2024-03-15T00:01:00+01:00");
  EXPECT_EQ(to_iso(*only(nitf("<date.issue norm='20240314T120000+0100'/>"
                              "<date.release norm='20240310T000100+0100'/>",
                              "", "<p>A.</p>"))
                        .published),
            "2024-03-14T12:00:00+01:00");
}

Article revised(const std::string& first, const std::string& second) {
  return only(
      "<nitf><head><docdata><date.issue norm='20240314T120000Z'/></docdata>"
      "<revision-history norm='" +
      first + "'/><revision-history norm='" + second +
      "'/></head><body><body.content><p>A.</p></body.content></body></nitf>");
}

TEST(Nitf, IsModifiedByItsLastRevisionAfterThePublication) {
  EXPECT_EQ(to_iso(*revised("20240315T120000Z", "20240314T180000Z").modified),
            "2024-03-15T12:00:00Z");
  EXPECT_FALSE(revised("20240312T120000Z", "20240313T120000Z").modified);
}

TEST(Nitf, GivesThePlaceOfItsDateline) {
  const auto places = [](const std::string& dateline) {
    return names(only(nitf("", "<dateline>" + dateline + "</dateline>", "<p>A.</p>")),
                 EntityType::place);
  };
  EXPECT_THAT(places("<location><city>Sydney</city></location>"), ElementsAre("Sydney"));
  EXPECT_THAT(places("NEW YORK, March 14 (NW) -"), ElementsAre("New York"));
  EXPECT_THAT(places("Oslo"), ElementsAre("Oslo"));
  EXPECT_THAT(places("14 March"), IsEmpty());
  EXPECT_THAT(places("NORDIC WIRE MORNING SERVICE"), IsEmpty());
}

TEST(Nitf, KeepsTheDetailOfItsSubjects) {
  EXPECT_THAT(topics(only("<nitf><head><tobject>"
                          "<tobject.subject tobject.subject.refnum='15054000'/>"
                          "<tobject.subject tobject.subject.detail='Ferries and Piers'/>"
                          "</tobject></head><body><body.content><p>A.</p></body.content></body>"
                          "</nitf>")),
              ElementsAre("medtop:20001065", "label:Ferries and Piers"));
}

TEST(Nitf, ReadsKeywordsThatAreText) {
  EXPECT_THAT(only(nitf("<keyword>National</keyword><keyword key='Ports'/><keyword>National"
                        "</keyword>",
                        "", "<p>A.</p>"))
                  .keywords,
              ElementsAre("National", "Ports"));
}

}  // namespace
}  // namespace newsindex
