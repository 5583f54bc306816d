// SPDX-License-Identifier: GPL-3.0-or-later
// What is cut from the article of an HTML page, and what is not.
#include <string>

#include <gmock/gmock.h>

#include "tests/indexer/html_fixture.h"

namespace newsindex {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string paragraphs(int count, int first = 1) {
  std::string all;
  for (int i = first; i < first + count; ++i)
    all += "<p>Paragraph " + std::to_string(i) +
           " tells what the council of Hafenstadt did, and why it took so long to do it.</p>";
  return all;
}

TEST(HtmlTrim, KeepsDatesBetweenParagraphsAndDropsThoseAbove) {
  const std::string body =
      body_of("<h1>Matches</h1><main><div>12 March 2022</div>" + paragraphs(3) +
              "<h2>Friday, 4 March 2022</h2>" + paragraphs(1, 4) + "</main>");
  EXPECT_THAT(body, AllOf(HasSubstr("Friday, 4 March 2022"), Not(HasSubstr("12 March"))));
}

TEST(HtmlTrim, DropsTheTimeStampsOfALiveBlog) {
  std::string entries;
  int entry = 0;
  for (const char* time : {"21:22", "21:01", "20:36", "20:10"})
    entries += "<div><div><span>" + std::string(time) + "</span><span>Jane Doe</span></div>" +
               paragraphs(1, ++entry) + "</div>";
  const std::string body = body_of("<h1>Live</h1><main>" + entries + "</main>");
  EXPECT_THAT(body, AllOf(HasSubstr("Paragraph 1"), Not(HasSubstr("21:01"))));
}

TEST(HtmlTrim, KeepsTheTimesOfAList) {
  const std::string body =
      body_of("<main>" + paragraphs(2) +
              "<ul><li>10:00 Welcome</li><li>11:00 Lunch</li><li>12:00 Dinner</li></ul>" +
              paragraphs(2) + "</main>");
  EXPECT_THAT(body, HasSubstr("11:00 Lunch"));
}

TEST(HtmlTrim, DropsTheBeginningsOfOtherArticlesBelow) {
  const std::string teasers =
      "<div><div>The ferry makes its last trip on Sunday, and thousands of people want to be on "
      "board when it …</div></div><div><div>The bridge is closed for all but the buses and the "
      "ferry, until the end of…</div></div>";
  EXPECT_THAT(body_of("<main><div>" + paragraphs(4) + "</div>" + teasers + "</main>"),
              AllOf(HasSubstr("Paragraph 4"), Not(HasSubstr("ferry"))));
}

TEST(HtmlTrim, KeepsAParagraphThatBreaksOffWithinTheText) {
  EXPECT_THAT(body_of("<main>" + paragraphs(3) +
                      "<p>And so it goes on, said the mayor, as it always did...</p></main>"),
              HasSubstr("as it always did..."));
}

TEST(HtmlTrim, DropsWhatStandsBelowOtherStories) {
  const std::string others =
      "<h3>Other recent stories</h3><div><p>The ferry makes its last trip on Sunday, and "
      "thousands want to be there.</p></div>";
  EXPECT_THAT(body_of("<main><div>" + paragraphs(6) + "</div>" + others + "</main>"),
              AllOf(HasSubstr("Paragraph 6"), Not(HasSubstr("ferry"))));
}

TEST(HtmlTrim, KeepsWhatIsTooMuchToBeOtherStories) {
  EXPECT_THAT(body_of("<main><section>" + paragraphs(3) + "</section><h3>More on this</h3>" +
                      "<section><p>In the second part the council tells of the ferry, the tram, "
                      "the bridge and the station, at length.</p><p>The third part is about the "
                      "harbour, which has been there for longer than the town itself.</p>"
                      "</section></main>"),
              HasSubstr("ferry"));
}

TEST(HtmlTrim, DropsALongNoteInAnElementOfTheAuthor) {
  std::string note;
  for (int i = 0; i < 5; ++i) note += "She has written of the sea for many years, and sails. ";
  EXPECT_THAT(
      body_of("<main>" + paragraphs(6) + "<div class='mh-author-box'><p>" + note +
              "</p></div><section class='post-author'><p>" + note + "</p></section></main>"),
      Not(HasSubstr("sails")));
}

TEST(HtmlTrim, DropsInitialsBelowTheText) {
  EXPECT_THAT(body_of("<main>" + paragraphs(3) + "<p>(SID)</p></main>"), Not(HasSubstr("SID")));
}

TEST(HtmlTrim, DropsALongLineThatItsLabelCallsAnotherArticle) {
  const std::string body = body_of(
      "<main>" + paragraphs(3) +
      "<p>Read also: How the ferry of Hafenstadt made its last trip in the rain, and what the "
      "captain said to the thousands who had come to see it</p>" +
      paragraphs(1, 4) + "<p>Press contact: Jane Doe, 4 Harbour Street, Hafenstadt, telephone " +
      "0123 456789, from nine in the morning until noon on working days.</p></main>");
  EXPECT_THAT(body,
              AllOf(HasSubstr("Paragraph 4"), Not(HasSubstr("ferry")), Not(HasSubstr("Jane"))));
}

TEST(HtmlTrim, TakesAShortTextOfSeveralSentencesForAnArticle) {
  EXPECT_THAT(body_of("<h1>New chapter</h1><div><p>Chapter 121 can be read now. As always only "
                      "readers with an account see its pictures. The next comes on Friday.<br>Have "
                      "fun</p></div>"),
              HasSubstr("Chapter 121"));
}

TEST(HtmlTrim, LeavesTheHeadlineOutOfTheText) {
  const auto article =
      read("<html><head><title>Trams for Hafenstadt</title></head><body><main>" + paragraphs(1) +
           "<h2>Trams for Hafenstadt</h2>" + paragraphs(3, 2) + "</main></body></html>")
          .article;
  EXPECT_EQ(article.title, "Trams for Hafenstadt");
  EXPECT_THAT(article.body, Not(HasSubstr("Trams for Hafenstadt")));
}

TEST(HtmlZones, LeaveOutWhatAmpDoesNotDisplay) {
  EXPECT_THAT(body_of("<main>" + paragraphs(6) + "<div class='i-amphtml-layout-nodisplay'>" +
                      paragraphs(2, 101) + "</div>" + paragraphs(1, 7) + "</main>"),
              AllOf(HasSubstr("Paragraph 7"), Not(HasSubstr("Paragraph 101"))));
}

TEST(HtmlZones, BelieveNoWordWithinAMadeUpName) {
  EXPECT_THAT(body_of("<main>" + paragraphs(2) + "<h2 id=orgd7109ad>The harbour</h2>" +
                      "<p class=css-1nav>Four ships lay there, and none of them could leave before "
                      "the storm was over.</p>" +
                      paragraphs(1) + "</main>"),
              AllOf(HasSubstr("The harbour"), HasSubstr("Four ships")));
}

TEST(HtmlZones, KeepAColumnThatHoldsTheArticle) {
  EXPECT_THAT(
      body_of("<h1>Tram</h1><div class=right-column><article class=article-content>" +
              paragraphs(8) + "</article></div><div class=news>" + paragraphs(20, 101) + "</div>"),
      HasSubstr("Paragraph 8"));
}

TEST(HtmlZones, TakeAnAimOfLinksForNoLink) {
  EXPECT_THAT(body_of("<main><h1>Tram</h1><a name=top>" + paragraphs(3) + "</main>"),
              HasSubstr("Paragraph 3"));
}

TEST(HtmlZones, LeaveOutALargeSideColumnBesideAWholeArticle) {
  std::string column;
  for (int i = 0; i < 60; ++i)
    column += "<p>Picture " + std::to_string(i) +
              " shows a street of the old town on a day of rain, with people and umbrellas.</p>";
  const std::string body = body_of("<main><h1>Tram</h1>" + paragraphs(40) + "<aside>" + column +
                                   "</aside>" + paragraphs(2) + "</main>");
  EXPECT_THAT(body, AllOf(HasSubstr("Paragraph 40"), Not(HasSubstr("umbrellas"))));
}

TEST(HtmlZones, LeaveOutAnOverlayThatIsLargerThanTheArticle) {
  const std::string body = body_of(
      "<div id=popmake-7 class=pum-overlay>" + paragraphs(50) + "</div><main><h1>Tram</h1>" +
      "<p>The city council voted for the tram, and the mayor was glad of it.</p>" + paragraphs(40) +
      "</main>");
  EXPECT_THAT(body, AllOf(::testing::StartsWith("The city council"), HasSubstr("Paragraph 40"),
                          Not(HasSubstr("Paragraph 41"))));
}

TEST(HtmlPage, ReadsTheTextOfTheDataThatIsHtmlItself) {
  const std::string html =
      "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
      "\"Tram\",\"articleBody\":\"&lt;p&gt;The council voted.&lt;/p&gt;&lt;p&gt;Work begins "
      "&amp;amp; "
      "ends.&lt;/p&gt;\"}</script></head><body><div id=app></div></body></html>";
  EXPECT_EQ(body_of(html), "The council voted.\n\nWork begins & ends.");
}

TEST(HtmlPage, PartsNamesThatOnlyAStyleSheetParts) {
  const auto article =
      read("<h1>Tram</h1><div class=author>Author:<b>Jane Doe</b><i>2021</i></div>" + page(""))
          .article;
  EXPECT_THAT(article.authors, ::testing::ElementsAre("Jane Doe"));
}

TEST(HtmlPage, TakesAOneWordNameFromALinkThatIsTheWholeByline) {
  const auto article =
      read("<h1>Tram</h1><span class=author><a href=/x>Olga</a></span>" + page("")).article;
  EXPECT_THAT(article.authors, ::testing::ElementsAre("Olga"));
}

}  // namespace
}  // namespace newsindex
