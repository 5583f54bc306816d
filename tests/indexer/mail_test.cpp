// SPDX-License-Identifier: GPL-3.0-or-later
// Newsletters and other e-mail, and tables.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reading_fixture.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kHead =
    "Return-Path: <news@e.org>\r\nDate: Thu, 14 Mar 2024 06:30:00 +0100\r\n"
    "From: =?UTF-8?Q?Harbour_Gazette?= <news@e.org>\r\nMessage-ID: <m1@e.org>\r\n"
    "Subject: =?UTF-8?B?QnLDvGNrZSBvZmZlbg==?=\r\nMIME-Version: 1.0\r\n";

TEST(Mail, GivesItsFields) {
  const Outcome outcome = read(kHead +
                               "Content-Type: text/plain; charset=iso-8859-1\r\n"
                               "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                               "Die Br=FCcke ist wieder offen.\r\n\r\nAb Mai.\r\n\r\n"
                               "Unsubscribe from our newsletter\r\n\r\n-- \r\nThe editors\r\n");
  ASSERT_EQ(outcome.articles.size(), 1u);
  const Article& article = outcome.articles[0];
  EXPECT_EQ(article.id, "m1@e.org");
  EXPECT_EQ(article.title, "Brücke offen");
  EXPECT_EQ(article.source, "Harbour Gazette");
  EXPECT_EQ(to_iso(*article.published), "2024-03-14T06:30:00+01:00");
  EXPECT_EQ(article.body, "Die Brücke ist wieder offen.\n\nAb Mai.");
}

TEST(Mail, TakesTheHtmlWhereItSaysMore) {
  std::string html;
  for (int i = 0; i < 5; ++i)
    html += "<p>Paragraph number " + std::to_string(i) + " of the newsletter has some words.</p>";
  const Outcome outcome = read(
      kHead +
      "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: "
      "text/plain\r\n\r\n"
      "Read this in a browser.\r\n--x\r\nContent-Type: text/html\r\n\r\n<html><body>" +
      html +
      "</body></html>\r\n--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\n"
      "not this\r\n--x--\r\n");
  ASSERT_EQ(outcome.articles.size(), 1u);
  EXPECT_THAT(outcome.articles[0].body, ::testing::StartsWith("Paragraph number 0 of"));
  EXPECT_EQ(outcome.articles[0].body.find("not this"), std::string::npos);
}

TEST(Mail, MailboxesHoldMany) {
  const std::string message = kHead + "Content-Type: text/plain\r\n\r\nThe bridge reopens.\r\n";
  const std::string other = std::string(message).replace(message.find("m1@"), 3, "m2@");
  const Outcome outcome = read("From news@e.org Thu Mar 14 06:30:00 2024\r\n" + message +
                               "\r\nFrom news@e.org Fri Mar 15 06:30:00 2024\r\n" + other);
  ASSERT_EQ(outcome.articles.size(), 2u);
  EXPECT_EQ(outcome.articles[1].id, "m2@e.org");
}

TEST(Mail, SurvivesEndlessParts) {
  std::string deep = kHead;
  for (int i = 0; i < 300; ++i)
    deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" +
            std::to_string(i) + "\r\n";
  const Outcome outcome = read(deep + "Content-Type: text/plain\r\n\r\nx\r\n");
  EXPECT_EQ(outcome.articles.size() + outcome.rejects.size(), 1u);
}

TEST(Table, GivesItsRows) {
  const Outcome outcome = read(
      "id,title,text,date\n1,\"A, \"\"quoted\"\" title\",\"Two\n\nparagraphs\",2024-03-14\n"
      "2,B,Text.,2024-03-15\n\n3,C,Text.,x,too many\n");
  ASSERT_EQ(outcome.articles.size(), 2u);
  EXPECT_EQ(outcome.articles[0].title, "A, \"quoted\" title");
  EXPECT_EQ(outcome.articles[0].body, "Two\n\nparagraphs");
  EXPECT_EQ(to_iso(*outcome.articles[1].published), "2024-03-15");
  EXPECT_THAT(outcome.rejects, ElementsAre("a row of 5 cells in a table of 4 columns"));
}

TEST(Table, MayHaveTabsAndOtherNames) {
  UnderstandOptions options;
  options.fields = {{"title", "Titel"}, {"body", "Inhalt"}};
  const Outcome outcome = read("Nr\tTitel\tInhalt\n7\tBrücke\tOffen.\n", options, {}, "x.tsv");
  ASSERT_EQ(outcome.articles.size(), 1u);
  EXPECT_EQ(outcome.articles[0].title, "Brücke");
  EXPECT_EQ(outcome.articles[0].body, "Offen.");
}

TEST(Table, IsNotSeenInAPageOfText) {
  const Outcome outcome = read(
      "Ministers meet, and talk, on the date\n\nThe ministers met in the capital on Tuesday, "
      "and they talked about fish, trade and the weather.\n");
  ASSERT_EQ(outcome.articles.size(), 1u);
  EXPECT_THAT(outcome.rejects, IsEmpty());
}

}  // namespace
}  // namespace newsindex
