// SPDX-License-Identifier: GPL-3.0-or-later
// The date of publication of an HTML page that has no data with the usual names for it.
#include <string>

#include <gtest/gtest.h>

#include "tests/indexer/html_fixture.h"

namespace newsindex {
namespace {

std::string published_of(const std::string& html) {
  const auto article = read(html).article;
  return article.published ? to_iso(*article.published) : "";
}

TEST(HtmlDates, AreThoseOfACopyrightLineWhereNothingElseTellsOne) {
  const std::string footer = "<footer><p>Copyright © 19.12.2019 by Hafen Post</p></footer>";
  EXPECT_EQ(published_of(page("") + footer), "2019-12-19");
  EXPECT_EQ(published_of(page("", "<p class=date>6 May 2021</p>") + footer), "2021-05-06");
  EXPECT_EQ(published_of(page("") + "<footer><p>© 2019 Hafen Post</p></footer>"), "");
}

TEST(HtmlDates, SignAnArticleHoweverLongItIs) {
  std::string text = "<article><h1>Tram</h1>";
  for (int i = 0; i < 60; ++i)
    text += "<p>Paragraph number " + std::to_string(i) +
            " tells what the council said of the new tram line in the long night.</p>";
  EXPECT_EQ(published_of(text + "<p>Olga<br>10. September 2017</p></article>"), "2017-09-10");
}

TEST(HtmlDates, StandBesideAnAccountBelowTheText) {
  EXPECT_EQ(published_of(page("") + "<div>Author: Tram2man am 29.12.2010, 13:36 Uhr</div>"),
            "2010-12-29T13:36:00");
}

TEST(HtmlDates, AreRatherToldByTheDataThanByATimeThatMayBeOfAChange) {
  EXPECT_EQ(published_of(page("<meta property=article:published_time content=2025-05-14>",
                              "<h1>Tram</h1><time class='entry-date published updated' "
                              "datetime=2026-02-16>16 February 2026</time>")),
            "2025-05-14");
}

constexpr const char* kToldIn2025 =
    "<script type=application/ld+json>{\"@type\": \"BlogPosting\", \"datePublished\": "
    "\"2025-11-05\"}</script>";

TEST(HtmlDates, PrintedBesideTheHeadlineCountBeforeALaterOneOfTheData) {
  EXPECT_EQ(published_of(page(kToldIn2025, "<h1>Tram</h1><p>January 31, 2024</p>")), "2024-01-31");
  EXPECT_EQ(published_of(page(kToldIn2025, "<h1>Tram</h1><p>November 12, 2025</p>")), "2025-11-05");
  EXPECT_EQ(published_of(page(kToldIn2025, "<h1>Tram</h1><p>Updated January 31, 2024</p>")),
            "2025-11-05");
  EXPECT_EQ(published_of(page(kToldIn2025, "<p>January 31, 2024</p><h1>Tram</h1>")), "2025-11-05");
}

TEST(HtmlDates, PrintedAsThoseOfPublicationCountBeforeALaterOneOfTheData) {
  EXPECT_EQ(published_of(page(kToldIn2025) + "<p>Published: January 31, 2024</p>"), "2024-01-31");
}

TEST(HtmlDates, OlderThanTheDataAreNotTakenWhereTwoKindsOfDataAgree) {
  const std::string meta = "<meta property=article:published_time content=2025-11-05>";
  EXPECT_EQ(published_of(page(kToldIn2025 + meta, "<h1>Tram</h1><p>January 31, 2024</p>")),
            "2025-11-05");
}

TEST(HtmlDates, OfTheDataKeepTheirZoneWhereTheirTimeIsPrinted) {
  EXPECT_EQ(published_of(page("<meta property=article:published_time "
                              "content=2022-05-04T02:41:10Z>",
                              "<h1>Tram</h1><p>May 3, 2022 10:41 pm</p>")),
            "2022-05-03T22:41:10-04:00");
}

TEST(HtmlDates, OfMicrodataCountLessWhereTeasersHaveThemToo) {
  const auto card = [](const std::string& day) {
    return "<li><span itemprop=datePublished content=" + day + ">" + day + "</span></li>";
  };
  const std::string cards = "<ul>" + card("2025-03-13") + card("2025-03-12") + "</ul>";
  const std::string head = "<meta name=date content=2024-03-27>";
  EXPECT_EQ(published_of(page(head, "<h1>Tram</h1><p>March 27, 2024</p>") + cards), "2024-03-27");
  EXPECT_EQ(published_of(page("", "<h1>Tram</h1>") + cards), "2025-03-13");
}

TEST(HtmlDates, AreToldByNamesThatProgramsMakeForThemselves) {
  for (const std::string name : {"w-published-date", "vr:published_time", "og:publish_date",
                                 "prism.publicationDate", "content:publishdate", "sw-pubdate"})
    EXPECT_EQ(published_of(page("<meta name='" + name + "' content=2025-05-27>")), "2025-05-27")
        << name;
  EXPECT_EQ(published_of(page("<meta name=unpublish-after content=2025-05-27>")), "");
}

TEST(HtmlDates, ThatAreMidnightWhereTheLanguageIsSpokenAreTheDayThatBegins) {
  const std::string text =
      "<p>Der Rat der Stadt hat am Dienstag nach einer langen Debatte für die neue Strecke der "
      "Straßenbahn gestimmt.</p><p>Die Arbeiten beginnen im Herbst und werden vier Jahre dauern, "
      "sagte die Bürgermeisterin nach der Sitzung.</p></body></html>";
  const auto german = [&](const std::string& time) {
    return published_of("<html lang=de><head><meta property=article:published_time content=" +
                        time + "></head><body><h1>Die neue Strecke</h1>" + text);
  };
  EXPECT_EQ(german("2022-11-06T23:00:00Z"), "2022-11-07T00:00:00+01:00");
  EXPECT_EQ(german("2022-07-06T22:00:00Z"), "2022-07-07T00:00:00+02:00");
  EXPECT_EQ(german("2022-11-06T22:00:00Z"), "2022-11-06T22:00:00Z");
  EXPECT_EQ(german("2022-11-06T23:00:05Z"), "2022-11-06T23:00:05Z");
  EXPECT_EQ(published_of(page("<meta property=article:published_time "
                              "content=2022-11-06T23:00:00Z>")),
            "2022-11-06T23:00:00Z");
}

TEST(HtmlDates, OfALanguageOfManyZonesStayInUtc) {
  const std::string text =
      "<p>El ayuntamiento votó el martes a favor de la nueva línea de tranvía después de un largo "
      "debate.</p><p>Las obras empiezan en otoño y durarán cuatro años, dijo la alcaldesa después "
      "de "
      "la sesión.</p></body></html>";
  EXPECT_EQ(published_of("<html lang=es><head><meta property=article:published_time "
                         "content=2022-11-06T23:00:00Z></head><body><h1>La nueva línea</h1>" +
                         text),
            "2022-11-06T23:00:00Z");
}

}  // namespace
}  // namespace newsindex
