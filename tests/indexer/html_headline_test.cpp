// SPDX-License-Identifier: GPL-3.0-or-later
// Which heading of an HTML page is the headline, and which part of it is used.
#include <string>

#include <gtest/gtest.h>

#include "tests/indexer/html_fixture.h"

namespace newsindex {
namespace {

std::string title_of(const std::string& head, const std::string& around) {
  return read(page(head, around)).article.title;
}

std::string og(const std::string& title) {
  return "<meta property=og:title content=\"" + title + "\">";
}

std::string json(const std::string& headline) {
  return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" +
         headline + "\"}</script>";
}

const std::string kCrumbs =
    "<ul><li><a href=/a>Politics</a></li><li><a href=/b>Transport</a></li>"
    "<li><h1>Tram Hafenstadt: council votes for line</h1></li></ul>";

TEST(HtmlHeadline, IsPrintedAnewBelowABreadcrumbThatEndsInAHeading) {
  const std::string told = og("Tram Hafenstadt: council votes for line");
  EXPECT_EQ(title_of(told + json("Council votes for the tram"),
                     kCrumbs + "<h2>Council votes for the tram</h2>"),
            "Council votes for the tram");
  EXPECT_EQ(title_of(told, kCrumbs), "Tram Hafenstadt: council votes for line");
}

TEST(HtmlHeadline, HasNoKickerThatTheDataDoNotCountAmongIt) {
  const std::string heading =
      "<h1><span class=topline>New line</span> <span>Council votes for tram</span></h1>";
  EXPECT_EQ(title_of(og("Council of Hafenstadt has voted for tram"), heading),
            "Council votes for tram");
}

TEST(HtmlHeadline, IsThePartOfAHeadingThatIsCalledSo) {
  EXPECT_EQ(title_of(og("Council of Hafenstadt votes for tram"),
                     "<h1><span class=small>New line</span> <span class='c-headline'>Council votes "
                     "for tram</span></h1>"),
            "Council votes for tram");
}

TEST(HtmlHeadline, KeepsTheKickerThatTheDataCountAmongIt) {
  EXPECT_EQ(title_of(json("New line: Council votes for tram"),
                     "<h1><span class=kicker>New line</span><span>Council votes for "
                     "tram</span></h1>"),
            "New line: Council votes for tram");
}

TEST(HtmlHeadline, KeepsAPartBelowThatHasTheNameOfAKicker) {
  EXPECT_EQ(title_of("<title>Trams</title>",
                     "<h1><span>The new line</span> <span class=topline>Council votes for "
                     "tram</span></h1>"),
            "The new line Council votes for tram");
}

TEST(HtmlHeadline, MayStandInABoxWhereItIsTheOnlyHeadingOfThePage) {
  EXPECT_EQ(title_of(og("Hafenstadt transport news and fares"),
                     "<div class=widget><h1>Council votes for tram</h1></div>"),
            "Council votes for tram");
}

TEST(HtmlHeadline, MayBePrintedForNarrowAndForWideScreens) {
  EXPECT_EQ(title_of(og("Hafenstadt transport news and fares"),
                     "<div><h1>Council votes for tram</h1></div><section><h1>Council votes for "
                     "tram</h1></section>"),
            "Council votes for tram");
}

TEST(HtmlHeadline, IsNotTheSectionAboveIt) {
  EXPECT_EQ(title_of(og("Council votes for tram"), "<h1>Blog</h1>"), "Council votes for tram");
}

TEST(HtmlHeadline, HasNoReferencesLeftWhereJsonTellsIt) {
  EXPECT_EQ(title_of(json("Council &#8211; votes &amp; pays"), ""), "Council – votes & pays");
}

TEST(HtmlHeadline, HasNoSiteThatItsAddressNames) {
  EXPECT_EQ(title_of("<link rel=canonical href=https://hafenpost.example/tram>" +
                         json("Council votes for tram - Hafenpost"),
                     ""),
            "Council votes for tram");
}

TEST(HtmlHeadline, HasNoBoldKickerThatTheDataDoNotCountAmongIt) {
  const std::string heading = "<h1><strong>New line:</strong> Council votes for the tram</h1>";
  EXPECT_EQ(title_of(og("Council votes for the tram | Hafen Post"), heading),
            "Council votes for the tram");
  EXPECT_EQ(title_of(og("New line: Council votes for the tram"), heading),
            "New line: Council votes for the tram");
  EXPECT_EQ(title_of("", heading), "New line: Council votes for the tram");
}

TEST(HtmlHeadline, HasNoSoftHyphensOfItsParts) {
  EXPECT_EQ(title_of(og("Council votes for the tram"),
                     "<h1><em>New line</em> Coun&shy;cil votes for the tram</h1>"),
            "Council votes for the tram");
}

TEST(HtmlHeadline, IsTheOnlyLargestHeadingThoughItStandsAmongLinks) {
  const std::string nav =
      "<div class=navigation><a href=/blog>Blog</a><h1>The ultimate guide to the tram of "
      "Hafenstadt</h1></div>";
  EXPECT_EQ(title_of(og("Guide to the tram of Hafenstadt: all you need"), nav),
            "The ultimate guide to the tram of Hafenstadt");
  EXPECT_EQ(title_of(og("Council votes for new line"), nav), "Council votes for new line");
}

TEST(HtmlHeadline, IsNotAnEntryOfAListThatTheTitleEndsIn) {
  EXPECT_EQ(
      title_of(og("Five tram makers of the world in 2026 | Tram Works"), "<h3>1. Tram Works</h3>"),
      "Five tram makers of the world in 2026 | Tram Works");
}

TEST(HtmlHeadline, HasNoMarkOfAPathBesideIt) {
  for (const char* title : {"» Council votes for the tram", "Council votes for the tram -"})
    EXPECT_EQ(title_of("<title>" + std::string(title) + "</title>", ""),
              "Council votes for the tram");
}

TEST(HtmlHeadline, HasNothingThatOnlyScreenReadersSay) {
  EXPECT_EQ(title_of("<title>Trams</title>",
                     "<h1><span>Council votes for the tram</span><span class=sr-only>Subject: "
                     "transport</span></h1>"),
            "Council votes for the tram");
}

}  // namespace
}  // namespace newsindex
