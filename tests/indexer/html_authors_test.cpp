// SPDX-License-Identifier: GPL-3.0-or-later
// Who wrote the article of an HTML page.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/html_fixture.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> authors_of(const std::string& head, const std::string& around) {
  return read(page(head, "<h1>Tram</h1>" + around)).article.authors;
}

std::string json(const std::string& author) {
  return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":" + author +
         "}</script>";
}

TEST(HtmlAuthors, HaveGivenAndFamilyNames) {
  EXPECT_THAT(authors_of(json("[{\"@type\":\"Person\",\"givenName\":\"Jane\",\"familyName\":"
                              "\"Doe\"},{\"@type\":\"Person\",\"givenName\":\"Bo\","
                              "\"familyName\":\"Chan\"}]"),
                         ""),
              ElementsAre("Jane Doe", "Bo Chan"));
}

TEST(HtmlAuthors, AreToldByTheLinesOfACard) {
  EXPECT_THAT(authors_of("<meta name=twitter:label1 content='Written by'>"
                         "<meta name=twitter:data1 content='Jane Doe'>",
                         ""),
              ElementsAre("Jane Doe"));
  EXPECT_THAT(authors_of("<meta name=twitter:label1 content='Reading time'>"
                         "<meta name=twitter:data1 content='Five Minutes'>",
                         ""),
              IsEmpty());
}

TEST(HtmlAuthors, ArePrintedInFullWhereTheDataTellOne) {
  const std::string byline = "<div class=byline>By Jane Doe, Bo Chan and Ann Lee</div>";
  EXPECT_THAT(authors_of(json("{\"@type\":\"Person\",\"name\":\"Jane Doe\"}"), byline),
              ElementsAre("Jane Doe", "Bo Chan", "Ann Lee"));
  EXPECT_THAT(authors_of(json("{\"@type\":\"Person\",\"name\":\"Jane\"}"),
                         "<div class=byline>By Jane Doe</div>"),
              ElementsAre("Jane Doe"));
  EXPECT_THAT(authors_of(json("{\"@type\":\"Person\",\"name\":\"Cy Roe\"}"), byline),
              ElementsAre("Cy Roe"));
}

TEST(HtmlAuthors, ArePersonsBeforeTheSiteThatTheDataTell) {
  const std::string head = "<meta property=og:site_name content='Hafen Post'>" +
                           json("{\"@type\":\"Person\",\"name\":\"Hafen Post\"}");
  EXPECT_THAT(authors_of(head, "<div class=byline>By Jane Doe</div>"), ElementsAre("Jane Doe"));
  EXPECT_THAT(authors_of(head, ""), ElementsAre("Hafen Post"));
}

TEST(HtmlAuthors, AreNotTheSiteBesideThem) {
  EXPECT_THAT(authors_of("<meta property=og:site_name content=hafenpost>"
                         "<meta name=author content='hafenpost - Jane Doe'>",
                         ""),
              ElementsAre("Jane Doe"));
}

TEST(HtmlAuthors, AreNoAccountsAndNumbersWhereANameIsTold) {
  EXPECT_THAT(authors_of(json("{\"@type\":\"Person\",\"name\":\"jane.doe\"}") +
                             "<meta name=author content='Jane Doe'>",
                         ""),
              ElementsAre("Jane Doe"));
  EXPECT_THAT(authors_of("<meta name=author content=105092>", ""), IsEmpty());
}

TEST(HtmlAuthors, AreNotThoseOfPicturesAndOtherArticles) {
  EXPECT_THAT(authors_of("<meta name=author content='Jane Doe'>",
                         "<figure><figcaption>Photo: <span itemprop=author>Bo Chan</span>"
                         "</figcaption></figure><aside class=related><a rel=author href=/x>Ann "
                         "Lee</a></aside>"),
              ElementsAre("Jane Doe"));
}

TEST(HtmlAuthors, AreTheLinksWhereRolesFollow) {
  EXPECT_THAT(authors_of("",
                         "<div class=byline><a href=/author/jd>Jane Doe</a> "
                         "<span>Gadget Specialist</span></div>"),
              ElementsAre("Jane Doe"));
}

TEST(HtmlAuthors, ArePartedFromTheWordBefore) {
  EXPECT_THAT(authors_of("", "<div><span>By</span><span>Jane Doe</span></div>"),
              ElementsAre("Jane Doe"));
}

TEST(HtmlAuthors, StandBelowTheWordBeforeThem) {
  EXPECT_THAT(authors_of("", "<div>Von:</div><div>Jane Doe</div>"), ElementsAre("Jane Doe"));
}

TEST(HtmlAuthors, StandBesideTheTimeAboveTheHeadline) {
  EXPECT_THAT(read("<small>04.02.2022 | 13:10 Uhr | Jane Doe</small><h1>Tram</h1>" + page(""))
                  .article.authors,
              ElementsAre("Jane Doe"));
}

TEST(HtmlAuthors, AreNamedInAListOfFactsBelowTheText) {
  std::string below;
  for (int i = 0; i < 8; ++i) below += "<div>Photo " + std::to_string(i) + "</div>";
  EXPECT_THAT(read(page("", "<h1>Tram</h1>") + below + "<ul><li>Autorin/Autor Jane Doe</li></ul>")
                  .article.authors,
              ElementsAre("Jane Doe"));
}

TEST(HtmlAuthors, AreTheInstitutionThatIsPrintedWhereNobodyElseIs) {
  EXPECT_THAT(authors_of("", "<div class=author-name>By the Post editors</div>"),
              ElementsAre("the Post editors"));
  EXPECT_THAT(authors_of("", "<span class=author>Redaktion</span>"), ElementsAre("Redaktion"));
  EXPECT_THAT(authors_of("", "<div class=author>Register now for free!</div>"), IsEmpty());
}

}  // namespace
}  // namespace newsindex
