// SPDX-License-Identifier: GPL-3.0-or-later
// Articles from HTML pages.
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/html/dates.h"
#include "indexer/extract/syntax/html_source.h"
#include "indexer/extract/syntax/html_tree.h"
#include "tests/indexer/html_fixture.h"
#include "tests/paths.h"

namespace newsindex {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string fixture(const std::string& name) {
  std::ifstream in(std::string(kFixtures) + "/html/" + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

const Understood& bridge() {
  static const Understood understood = read(fixture("harbour-bridge.html"));
  return understood;
}

TEST(HtmlPage, GivesTheTextAndNothingOfThePageAroundIt) {
  EXPECT_EQ(
      bridge().article.body,
      "The steel bridge over the Solme will carry cars again from 6 May, the city said on "
      "Thursday.\n\n"
      "HAFENSTADT (Nordic Wire) – The harbour bridge of Hafenstadt reopens on 6 May after two "
      "years of repairs, the mayor’s office said on Thursday. Work on the last of its four piers "
      "ended last week.\n\n"
      "“We kept the date that we gave,” said Ilse Brandt, who leads the works. She thanked the "
      "people of the northern bank, who had to take the ferry, for their patience.\n\n"
      "What it cost\n\n"
      "The repairs cost 48 million euros, four million more than planned. The city pays a third "
      "of it.\n\n"
      "Steel and concrete: 29 million euros\n\n"
      "Ferries: 11 million euros\n\n"
      "A bridge is a promise.\n\n"
      "Year Cars a day\n\n"
      "2021 31,000\n\n"
      "Buses of line 7 take their old way again from the same day.");
}

TEST(HtmlPage, GivesWhatThePageSaysOfTheArticle) {
  const Article& article = bridge().article;
  EXPECT_EQ(article.title, "Harbour bridge to reopen in May after two years of repairs");
  EXPECT_THAT(article.authors, ElementsAre("Rosa Lindqvist", "Tom Achterberg"));
  EXPECT_EQ(to_iso(*article.published), "2024-03-14T06:30:00+01:00");
  EXPECT_EQ(to_iso(*article.modified), "2024-03-14T09:05:00+01:00");
  EXPECT_THAT(article.section, ElementsAre("World", "Europe"));
  EXPECT_THAT(article.keywords, ElementsAre("bridges", "Hafenstadt"));
  EXPECT_EQ(article.source, "Harbour Gazette");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.url,
            "https://www.harbour-gazette.example/world/europe/2024/03/14/harbour-bridge-reopens");
}

TEST(HtmlPage, SaysWhichRuleGaveAFieldAndWhatWasCut) {
  std::vector<std::string> rules;
  for (const WhyField& field : bridge().why.fields)
    rules.push_back(field.field + ": " + field.rule);
  EXPECT_THAT(rules,
              AllOf(Contains("title: heading above the text"), Contains("authors: JSON-LD author"),
                    Contains("published: JSON-LD datePublished"), Contains("url: link canonical")));
  std::vector<std::string> cuts;
  for (const WhyCut& cut : bridge().why.cut) cuts.push_back(cut.reason);
  EXPECT_THAT(cuts, AllOf(Contains("comments"), Contains("other articles"), Contains("notice"),
                          Contains("advertisement"), Contains("navigation")));
}

struct FieldCase {
  const char* name;
  std::string head;
  std::string around;
  std::string field;
  std::string value;
  friend std::ostream& operator<<(std::ostream& out, const FieldCase& c) { return out << c.name; }
};

std::string field_of(const Article& article, const std::string& field) {
  if (field == "title") return article.title;
  if (field == "published") return article.published ? to_iso(*article.published) : "";
  if (field == "source") return article.source;
  if (field == "url") return article.url;
  const auto& list = field == "authors"   ? article.authors
                     : field == "section" ? article.section
                                          : article.keywords;
  std::string all;
  for (const std::string& each : list) all += (all.empty() ? "" : "; ") + each;
  return all;
}

class HtmlField : public ::testing::TestWithParam<FieldCase> {};

TEST_P(HtmlField, IsTheMostTrusted) {
  const FieldCase& c = GetParam();
  EXPECT_EQ(field_of(read(page(c.head, c.around)).article, c.field), c.value);
}

INSTANTIATE_TEST_SUITE_P(
    Of, HtmlField,
    ::testing::Values(
        FieldCase{"TitleWithoutTheSite", "<title>Council votes for tram - Hafen Post</title>", "",
                  "title", "Council votes for tram"},
        FieldCase{"PrintedHeadline", "<title>Tram | Hafen Post</title>",
                  "<h1>Council votes for the tram</h1>", "title", "Council votes for the tram"},
        FieldCase{"NotTheLogo",
                  "<meta property=og:site_name content='Hafen Post'>"
                  "<meta property=og:title content='Council votes for tram'>",
                  "<h1>Hafen Post</h1>", "title", "Council votes for tram"},
        FieldCase{"WithoutTheKicker", "<meta property=og:title content='Council votes for tram'>",
                  "<h1><span>Transport</span> Council votes for tram</h1>", "title",
                  "Council votes for tram"},
        FieldCase{"NotTheLinkHome", "<title>hafenpost » The tram comes</title>",
                  "<h1><a href='https://example.org/'>hafenpost</a></h1><h2>The tram comes</h2>",
                  "title", "The tram comes"},
        FieldCase{"LongerThanTheDataTell",
                  "<meta property=og:title content='Council votes for tram | Hafen Post'>",
                  "<h1>Council votes for tram: four lines</h1>", "title",
                  "Council votes for tram: four lines"},
        FieldCase{"WithoutTheDateInTheHeading",
                  "<meta property=og:title content='Council votes for tram - Hafen Post'>",
                  "<h1><span><time datetime=2021-05-06>6 May 2021</time></span>"
                  "<span>Council votes for tram</span></h1>",
                  "title", "Council votes for tram"},
        FieldCase{"OfTheHeadingThatThePageNames",
                  "<meta property=og:title content='Press releases'>"
                  "<title>Council votes for tram</title>",
                  "<h1>Press office<span>Council votes for tram</span></h1>", "title",
                  "Council votes for tram"},
        FieldCase{"HeadingRightAboveTheTextWhereOnlyTheSiteIsTold", "<title>Hafen Post -</title>",
                  "<h2>Council votes for tram</h2>", "title", "Council votes for tram"},
        FieldCase{"WithoutTheSiteWhereWordsAreNotSpaced", "<title>武汉的声音和城市-新华网</title>",
                  "", "title", "武汉的声音和城市"},
        FieldCase{"OfRubyText", "<title>新聞</title>",
                  "<h1><ruby>子<rt>こ</rt></ruby>どもの<ruby>体罰<rt>たいばつ</rt></ruby>を</h1>",
                  "title", "子どもの体罰を"},
        FieldCase{"ReferencesTwice", "<meta property=og:title content='Ann &amp;amp; Bo'>", "",
                  "title", "Ann & Bo"},
        FieldCase{"DateOfMicrodata", "",
                  "<time itemprop=datePublished datetime='2021-05-06T07:08:00Z'>May</time>",
                  "published", "2021-05-06T07:08:00Z"},
        FieldCase{"DateOfTime", "", "<time datetime=2021-05-06>yesterday</time>", "published",
                  "2021-05-06"},
        FieldCase{"DateThatIsPrinted", "", "<p class=date>6 May 2021</p>", "published",
                  "2021-05-06"},
        FieldCase{"DateOfTheAddress",
                  "<link rel=canonical href=https://example.org/2021/05/06/tram.html>", "",
                  "published", "2021-05-06"},
        FieldCase{"DateAtThePlaceWhereTheDataTellUtc",
                  "<meta property=article:published_time content=2022-05-04T03:37:41Z>",
                  "<p class=date>3 May 2022, 11:37 pm</p>", "published",
                  "2022-05-03T23:37:41-04:00"},
        FieldCase{"DateOfTheDataWhereAnotherTimeIsPrinted",
                  "<meta property=article:published_time content=2022-05-04T03:37:00Z>",
                  "<p class=date>3 May 2022, 11:20 pm</p>", "published", "2022-05-04T03:37:00Z"},
        FieldCase{"NoDateOfAComment", "",
                  "<div class=comments><p>Jane on 6 May 2021, 10:00</p></div>", "published", ""},
        FieldCase{"NoDateOfABox", "",
                  "<aside class=related><p>Old pier closes <time datetime=2018-03-01>1 March "
                  "2018</time></p></aside>",
                  "published", ""},
        FieldCase{"NoDateOfANotice", "",
                  "<div class=cookie-banner>We updated our privacy policy on 25 May 2018.</div>",
                  "published", ""},
        FieldCase{"DateOfAnOldPaper", "", "<h1>Wall</h1><p class=date>April 16, 1912</p>",
                  "published", "1912-04-16"},
        FieldCase{"DateAtTheEndOfADay", "", "<p class=date>Stand: 10.07.2019, 24:00 Uhr</p>",
                  "published", "2019-07-11T00:00:00"},
        FieldCase{"NoFutureDate", "<meta property=article:published_time content=2199-01-01>",
                  "<time datetime=2021-05-06></time>", "published", "2021-05-06"},
        FieldCase{"NotTheBeginningOfTime",
                  "<meta property=article:published_time content=1970-01-01T00:00:00Z>",
                  "<time datetime=2021-05-06></time>", "published", "2021-05-06"},
        FieldCase{"NotTheTimeOfAChange", "",
                  "<time class='updated' datetime=2023-01-01></time>"
                  "<time class='entry-date published' datetime=2021-05-06></time>",
                  "published", "2021-05-06"},
        FieldCase{"AuthorsOfABylineElement", "",
                  "<div class=byline>By Jane Doe and John Roe, Staff Writers</div>", "authors",
                  "Jane Doe; John Roe"},
        FieldCase{"AuthorGluedToBy", "", "<div class=byline><span>By</span><b>Ann Lee</b></div>",
                  "authors", "Ann Lee"},
        FieldCase{"AuthorOfTextAndPictures", "", "<p class=autor>Text & Fotos: Jane Doe 0 337</p>",
                  "authors", "Jane Doe"},
        FieldCase{"AuthorOfAnElementById", "", "<div id=author_header>Jane Doe</div>", "authors",
                  "Jane Doe"},
        FieldCase{"NoAuthorInTheWordsOfALink", "",
                  "<a href=/user/register>Register for free now</a>", "authors", ""},
        FieldCase{"AuthorOfALink", "<meta name=author content=admin>",
                  "<p>von<a href=/author/jd>Jane Doe</a></p>", "authors", "Jane Doe"},
        FieldCase{"InstitutionWhereNoPersonIsFound",
                  "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":"
                  "{\"@type\":\"Organization\",\"name\":\"Hafen Post\"}}</script>",
                  "", "authors", "Hafen Post"},
        FieldCase{"PersonBeforeInstitution",
                  "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":"
                  "{\"@type\":\"Organization\",\"name\":\"Hafen Post\"}}</script>",
                  "<div class=byline>By Jane Doe</div>", "authors", "Jane Doe"},
        FieldCase{"NoCompanyIsAnAuthor", "<meta name=author content='Hafen Verlag GmbH, Bremen'>",
                  "<div class=author>Jane Doe</div>", "authors", "Jane Doe"},
        FieldCase{"SectionOfTheAddress",
                  "<link rel=canonical href=https://example.org/news/transport/tram.html>", "",
                  "section", "transport"},
        FieldCase{
            "KeywordsOfTheNews",
            "<meta name=keywords content='a,b'><meta name=news_keywords content='tram, city'>", "",
            "keywords", "tram; city"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(HtmlPage, ReadsADatelineOfItsOwnElementAsText) {
  EXPECT_THAT(body_of("<h1>Tram</h1><p><span class=dateline>KOBE – </span>The council has voted "
                      "for the new tram line, it was learned Tuesday.</p>" +
                      page("")),
              HasSubstr("KOBE – The council has voted"));
}

TEST(HtmlPage, BeginsWithTheStandfirst) {
  EXPECT_THAT(body_of("<header><h1>Tram</h1><h2>The council of Hafenstadt has voted at last for "
                      "the line that it talked of</h2><p>By Jane Doe</p></header>" +
                      page("")),
              ::testing::StartsWith("The council of Hafenstadt has voted"));
}

TEST(HtmlPage, KeepsShortParagraphsBesideTheText) {
  const std::string text =
      "<main><p>The city council of Hafenstadt voted for the new tram line on Tuesday evening, "
      "after a debate of six hours.</p><p>Lines 1 and 7</p><p>Work begins in autumn, the mayor "
      "said, and it will take four years to finish.</p><p>– “Good.”</p></main>";
  EXPECT_THAT(body_of(text), AllOf(HasSubstr("Lines 1 and 7"), HasSubstr("“Good.”")));
}

TEST(HtmlPage, SaysNothingTwice) {
  const std::string caption =
      "<figure><figcaption>The mayor shows the first rail of the line to the press on "
      "Tuesday.</figcaption></figure>";
  const std::string body = body_of("<main>" + caption + page("") + caption + "</main>");
  EXPECT_EQ(body.find("The mayor shows"), body.rfind("The mayor shows"));
}

TEST(HtmlPage, FindsTheDateThatTheTextBeginsWith) {
  const auto article = read(
                           "<h1>Tram</h1><div><p>Karlsruhe, (12.11.2021). The council of the city "
                           "has voted for the new tram line after a debate of six hours, and the "
                           "mayor said that work on it begins in the autumn of next year.</p>" +
                           page("") + "</div>")
                           .article;
  ASSERT_TRUE(article.published);
  EXPECT_EQ(to_iso(*article.published), "2021-11-12");
}

std::string published_in(const std::string& head, const std::string& above) {
  const auto article = read(page(head, "<h1>Tram</h1>" + above)).article;
  return article.published ? to_iso(*article.published) : "";
}

TEST(HtmlPage, BelievesTheDateForWhichMostSpeaks) {
  const std::string vague = "<meta name=date content=2021-05-09>";
  const std::string json =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
      "\"datePublished\":\"2021-05-07\"}</script>";
  const std::string time = "<div><time datetime=2021-05-06>6 May 2021</time></div>";
  EXPECT_EQ(published_in(vague, time), "2021-05-06");
  EXPECT_EQ(published_in(vague, ""), "2021-05-09");
  EXPECT_EQ(published_in(json + vague, time), "2021-05-07");
  EXPECT_EQ(
      published_in("<meta property='article:published_time' content=2021-05-06>" + json, time),
      "2021-05-06");
  EXPECT_EQ(published_in("", "<div><time class=updated datetime=2021-05-08></time></div>" + time),
            "2021-05-06");
}

TEST(HtmlPage, FindsTheTimeBelowAStandfirst) {
  EXPECT_EQ(published_in("<meta name=date content=2021-05-09>",
                         "<p>The council of Hafenstadt has voted at last for the line that it "
                         "talked of.</p><ul><li class=date><time>6 May 2021</time></li></ul>"),
            "2021-05-06");
}

TEST(HtmlPage, TakesTheTextOfTheDataWhereNothingIsPrinted) {
  const std::string html =
      "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
      "\"Tram\",\"articleBody\":\"The council voted for the tram.\\n\\nWork begins in autumn.\"}"
      "</script></head><body><div id=app></div></body></html>";
  EXPECT_EQ(read(html).article.body, "The council voted for the tram.\n\nWork begins in autumn.");
}

TEST(HtmlPage, BelievesNoClassThatWouldHideTheArticle) {
  EXPECT_THAT(
      read("<body class='sidebar'><div class='widget'>" + page("", "") + "</div>").article.body,
      HasSubstr("Work begins in autumn"));
}

TEST(HtmlPage, LeavesOutOtherArticlesOfTheSamePage) {
  const std::string teaser =
      "<article><h3><a href=/x>Ferry</a></h3><p>The ferry makes its last trip on Sunday, and "
      "thousands want to be there.</p></article>";
  const std::string body =
      read("<article><h1>Tram</h1>" + page("") + "</article>" + teaser + teaser).article.body;
  EXPECT_THAT(body, HasSubstr("Work begins"));
  EXPECT_THAT(body, Not(HasSubstr("ferry")));
}

TEST(HtmlPage, ReadsALiveBlogOnce) {
  std::string entries;
  for (int i = 10; i < 40; ++i)
    entries += "<article class=live-entry><time>" + std::to_string(i) +
               ":00</time><p>At this hour entry number " + std::to_string(i) +
               " came in, and it tells what the ministers said in the long night.</p></article>";
  const std::string body = read("<main><h1>Live</h1>" + entries + "</main>").article.body;
  EXPECT_THAT(body, AllOf(HasSubstr("number 10 "), HasSubstr("number 39 ")));
  EXPECT_EQ(body.find("number 20 "), body.rfind("number 20 "));
}

TEST(HtmlPage, KnowsTheAddressThatItWasFetchedFrom) {
  Record record;
  record.url = "https://example.org/tram?utm_medium=x&id=3";
  EXPECT_EQ(read(page(""), record).article.url, "https://example.org/tram?id=3");
}

TEST(HtmlPage, BelievesTheServerOnItsEncodingWhereThePageSaysNothing) {
  Record record;
  record.charset = "windows-1251";
  const std::string word = "\xcc\xee\xf1\xea\xe2\xe0";  // Москва
  EXPECT_THAT(read(page("", "<h1>" + word + "</h1>"), record).article.title, "Москва");
}

TEST(HtmlPage, RefusesWhatHasNoText) {
  EXPECT_EQ(reason_of("<html><body><nav><a href=/>Home</a></nav></body></html>"),
            "no article text found");
}

TEST(HtmlPage, RefusesEndlessNesting) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  EXPECT_EQ(reason_of(deep),
            "not a page that can be read: elements are nested more than 1000 deep");
}

TEST(HtmlTree, RefusesTagsThatMakeTooLargeATree) {
  // Every paragraph repeats all formatting elements that are open.
  std::string fonts;
  for (int i = 0; i < 1'000; ++i) fonts += "<p><font size=" + std::to_string(i) + ">";
  HtmlTree::Limits limits;
  limits.bytes = 8u << 20;
  const auto tree = HtmlTree::parse(fonts, 1'000, limits);
  ASSERT_TRUE(std::holds_alternative<std::string>(tree));
  EXPECT_EQ(std::get<std::string>(tree), "its tree needs more than 8 MB");
}

TEST(HtmlPage, SurvivesOddBytes) {
  EXPECT_THAT(
      read(page("<meta name=x content='" + std::string(10'000'000, 'a') + "'>")).article.body,
      HasSubstr("Work begins"));
  EXPECT_THAT(read(page("", std::string("<p>a\0b</p>", 10))).article.body,
              HasSubstr("Work begins"));
  EXPECT_THAT(reason_of("<html><!-- never closed " + page("")), "no article text found");
  EXPECT_THAT(reason_of("<html><script>never closed" + page("")), "no article text found");
}

TEST(StripHtml, LeavesScriptsOutAndKeepsTheirData) {
  const HtmlSource source = strip_html(
      "<p title=\"a > b\">x</p><script>if (a < b) '<p>'</script><SCRIPT "
      "type=\"application/ld+json\">{}</SCRIPT><!-- <p> --><svg><text>no</text></svg><p>y</p>");
  EXPECT_EQ(source.markup, "<p title=\"a > b\">x</p>   <p>y</p>");
  EXPECT_THAT(source.json_ld, ElementsAre("{}"));
}

TEST(DateInAddress, IsWholeOrNone) {
  EXPECT_EQ(date_in_address("https://example.org/2021/05/06/tram"), "2021-05-06");
  EXPECT_EQ(date_in_address("https://example.org/tram-2021-05-06.html"), "2021-05-06");
  EXPECT_EQ(date_in_address("https://example.org/12021/05/06/tram"), "");
  EXPECT_EQ(date_in_address("https://example.org/2021/05/tram"), "");
}

}  // namespace
}  // namespace newsindex
