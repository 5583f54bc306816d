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

std::string message(const std::string& id, const std::string& text) {
  return "From a@e.org Thu Mar 14 06:30:00 2024\nFrom: a@e.org\nTo: b@e.org\nSubject: " + id +
         "\nDate: Thu, 14 Mar 2024 06:30:00 +0100\nMessage-ID: <" + id + "@e.org>\n\n" + text +
         "\n\n";
}

TEST(Mail, ALineOfATextThatBeginsWithFromIsText) {
  const std::string text =
      "The council met.\n\nFrom the harbour came horns at 10:15 in 2024.\n\nFrom Monday, all is "
      "well.";
  const Outcome outcome = read(message("m1", text) + message("m2", "Second."));
  ASSERT_EQ(outcome.articles.size(), 2u);
  EXPECT_EQ(outcome.articles[0].body, text);
}

TEST(Mail, LinesThatAMailboxEscapedAreUndone) {
  const Outcome outcome =
      read(message("m1", "A.\n\n>From the harbour.\n\n>>From the hills.\n\n>To the sea."));
  ASSERT_EQ(outcome.articles.size(), 1u);
  EXPECT_EQ(outcome.articles[0].body,
            "A.\n\nFrom the harbour.\n\n>From the hills.\n\n>To the sea.");
}

TEST(Mail, MailboxesAreCutWhateverWroteTheirLines) {
  const std::string second = message("m2", "Second.");
  const std::string rest = second.substr(second.find('\n'));
  for (const char* line :
       {"From - Thu Mar 14 06:30:00 2024", "From MAILER-DAEMON Thu Mar 14 06:30:00 2024",
        "From 179@xxx Thu Mar 14 06:30:00 +0000 2024", "From a@e.org Thu, 14 Mar 2024 06:30 CET",
        "From petra  Thu Mar  4 06:30:00 MET 2024"})
    EXPECT_EQ(read(message("m1", "First.") + line + rest).articles.size(), 2u) << line;
}

TEST(Mail, IsReadWhateverItsLabelSays) {
  const auto body = [](const std::string& charset, const std::string& text) {
    const Outcome outcome = read(kHead + "Content-Type: text/plain; charset=" + charset +
                                 "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text + "\r\n");
    return outcome.articles.empty() ? "" : outcome.articles[0].body;
  };
  const std::string right = "Der Bürgermeister prüft den „größten“ Deich.";
  const std::string western =
      "Der B\xfcrgermeister pr\xfc"
      "ft den \x84gr\xf6\xdften\x93 Deich.";
  for (const char* label : {"us-ascii", "iso-8859-1", "windows-1252", "utf-8", "x-unknown"})
    EXPECT_EQ(body(label, right), right) << label;
  for (const char* label : {"us-ascii", "iso-8859-1", "windows-1252", "utf-8", "x-unknown"})
    EXPECT_EQ(body(label, western), right) << label;
  EXPECT_EQ(body("koi8-r", "\xf3\xcf\xd7\xc5\xd4 \xc7\xcf\xd2\xcf\xc4\xc1"), "Совет города");
  EXPECT_EQ(body("iso-2022-jp", "\x1b$B;T5D2q\x1b(B"), "市議会");
  EXPECT_EQ(body("utf-7", "Br+APw-cke"), "Brücke");
}

TEST(Mail, HasWordsOfItsHeaderWhateverTheirLabelSays) {
  const auto title = [](const std::string& subject) {
    const Outcome outcome = read("From: a@e.org\r\nTo: b@e.org\r\nSubject: " + subject +
                                 "\r\nDate: Thu, 14 Mar 2024 06:30:00 +0100\r\n\r\nText.\r\n");
    return outcome.articles.empty() ? "" : outcome.articles[0].title;
  };
  EXPECT_EQ(title("=?us-ascii?Q?Br=C3=BCcke?= offen"), "Brücke offen");
  EXPECT_EQ(title("=?utf-8?Q?Br=FCcke_offen?="), "Brücke offen");
  EXPECT_EQ(title("=?iso-8859-1?B?QnLDvGNrZQ==?="), "Brücke");
  EXPECT_EQ(title("=?utf-8?Q?Br=C3?= =?utf-8?Q?=BCcke?="), "Brücke");
  EXPECT_EQ(title("=?iso-8859-1?Q?Br=FCcke?="), "Brücke");
  EXPECT_EQ(title("Is 2 =? 3 or =?x?"), "Is 2 =? 3 or =?x?");
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

TEST(Table, MayBeInAnotherEncoding) {
  const Outcome outcome = read(
      "Titel;Inhalt\nBr\xfc"
      "cke;Der B\xfcrgermeister pr\xfc"
      "ft sie.\nNoch;Text.\n",
      {}, {}, "x.csv");
  ASSERT_EQ(outcome.articles.size(), 2u);
  EXPECT_EQ(outcome.articles[0].title, "Brücke");
  EXPECT_EQ(outcome.articles[0].body, "Der Bürgermeister prüft sie.");
}

TEST(Table, IsKnownByItsHeaderInOtherLanguagesWithoutAName) {
  const Outcome outcome =
      read("Titulo;Enlace;Fecha;Texto\nVuelve;https://e.org/1;10/07/2019;Hoy.\n");
  ASSERT_EQ(outcome.articles.size(), 1u);
  EXPECT_EQ(outcome.articles[0].url, "https://e.org/1");
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
