// SPDX-License-Identifier: GPL-3.0-or-later
// Articles in formats that others defined: Atom, ninjs, BibTeX, RIS, web pages.
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "query/answer/from_search.h"
#include "query/render/render.h"

namespace newsindex {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// One article whose text tries to break out of its place in every format.
SearchAnswer hostile_answer() {
  SearchAnswer answer;
  answer.archive = {"uuid-1", 7, 1};
  answer.query = "oil <b>&\"";
  answer.total = 1;
  Hit hit;
  hit.article.id = "a b/c";
  hit.article.title =
      "Oil & <script>alert(1)</script> {100%} of $5_000\x01\xef\xbf\xbe\xef\xbf\xbf";
  hit.article.url = "https://example.org/a?b=1&c='2'";
  hit.article.published = published_from_iso("2023-04-02");
  hit.article.source = "Daily Planet";
  hit.article.authors = {"Ann Lee", "van der Berg, Jo"};
  hit.article.section = {"World"};
  hit.article.keywords = {"oil", "sea"};
  hit.article.language = "en";
  hit.article.topics = {{"medtop:06000000", "environment", 90, Origin::model}};
  hit.article.entities = {{EntityType::place, "Brest", {}, 80, Origin::model, {}}};
  hit.title = {hit.article.title, {{0, 3}}, false, false};
  hit.snippet = {"lost its oil & <i>near", {{9, 12}}, true, true};
  answer.hits.push_back(hit);
  return answer;
}

std::string printed(const SearchAnswer& found, Format format, const Style& style = {}) {
  std::ostringstream out;
  render(out, to_answer(found), format, style);
  return out.str();
}

TEST(AtomFormat, IsAFeedWhateverTheTextOfTheArticles) {
  pugi::xml_document feed;
  ASSERT_TRUE(feed.load_string(printed(hostile_answer(), Format::atom).c_str()));
  const pugi::xml_node root = feed.child("feed");
  EXPECT_STREQ(root.attribute("xmlns").value(), "http://www.w3.org/2005/Atom");
  EXPECT_STREQ(root.child_value("title"), "News: oil <b>&\"");
  EXPECT_STREQ(root.child_value("updated"), "2023-04-02T00:00:00Z");
  const pugi::xml_node entry = root.child("entry");
  EXPECT_STREQ(entry.child_value("id"), "urn:newsindex:uuid-1:a%20b%2Fc");
  EXPECT_THAT(entry.child_value("title"), HasSubstr("<script>alert(1)</script>"));
  EXPECT_STREQ(entry.child_value("published"), "2023-04-02T00:00:00Z");
  EXPECT_STREQ(entry.child("link").attribute("href").value(), "https://example.org/a?b=1&c='2'");
  EXPECT_STREQ(entry.child("author").child_value("name"), "Ann Lee");
  EXPECT_THAT(entry.child_value("summary"), HasSubstr("lost its oil & <i>near"));
}

TEST(AtomFormat, HasATimeForEveryEntryAndForNone) {
  SearchAnswer answer = hostile_answer();
  for (const auto& [iso, time] :
       {std::pair("2023", "2023-01-01T00:00:00Z"), std::pair("2023-04", "2023-04-01T00:00:00Z"),
        std::pair("2023-04-02T15:24:00", "2023-04-02T15:24:00Z")}) {
    answer.hits[0].article.published = published_from_iso(iso);
    EXPECT_THAT(printed(answer, Format::atom), HasSubstr(std::string("<updated>") + time)) << iso;
  }
  answer.hits.clear();
  EXPECT_THAT(printed(answer, Format::atom), HasSubstr("<updated>1970-01-01T00:00:00Z</updated>"));
}

TEST(AtomFormat, IsOneFeedWhenItIsPrintedInParts) {
  const SearchAnswer part = hostile_answer();
  Style first;
  first.ends = false;
  Style last;
  last.begins = false;
  pugi::xml_document feed;
  ASSERT_TRUE(feed.load_string(
      (printed(part, Format::atom, first) + printed(part, Format::atom, last)).c_str()));
  const auto entries = feed.child("feed").children("entry");
  EXPECT_EQ(std::distance(entries.begin(), entries.end()), 2);
}

TEST(NinjsFormat, CarriesTheFieldsOfTheStandard) {
  const auto json = nlohmann::json::parse(printed(hostile_answer(), Format::ninjs));
  EXPECT_EQ(json["uri"], "a b/c");
  EXPECT_EQ(json["standard"]["version"], "3.0");
  EXPECT_EQ(json["type"], "text");
  EXPECT_EQ(json["bylines"][1]["value"], "van der Berg, Jo");
  EXPECT_EQ(json["infosources"][0]["name"], "Daily Planet");
  EXPECT_EQ(json["subjects"][0]["uri"], "http://cv.iptc.org/newscodes/mediatopic/06000000");
  EXPECT_EQ(json["places"][0]["name"], "Brest");
}

TEST(BibtexFormat, LetsNothingOfAnArticleBeACommand) {
  const std::string entry = printed(hostile_answer(), Format::bibtex);
  EXPECT_THAT(entry, HasSubstr("@article{a-b-c-8b4be53a,\n"));
  EXPECT_THAT(entry, HasSubstr("title = {{Oil \\& <script>alert(1)</script> 100\\% of \\$5\\_000"));
  EXPECT_THAT(entry, HasSubstr("author = {{Ann Lee} and {van der Berg, Jo}}"));
  EXPECT_THAT(entry, HasSubstr("date = {2023-04-02}"));
  EXPECT_THAT(entry, HasSubstr("url = {https://example.org/a?b=1&c='2'}"));
}

TEST(RisFormat, HasALineForEachTag) {
  const std::string entry = printed(hostile_answer(), Format::ris);
  EXPECT_THAT(entry, HasSubstr("TY  - NEWS\r\nID  - a b/c\r\n"));
  EXPECT_THAT(entry, HasSubstr("AU  - Ann Lee\r\nAU  - van der Berg, Jo\r\n"));
  EXPECT_THAT(entry, HasSubstr("PY  - 2023\r\nDA  - 2023/04/02/\r\n"));
  EXPECT_TRUE(entry.ends_with("ER  - \r\n"));
}

TEST(WebPage, LetsNothingOfAnArticleBeMarkup) {
  const std::string page = printed(hostile_answer(), Format::html);
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("<i>near")));
  EXPECT_THAT(page, HasSubstr("<mark>oil</mark> &amp; &lt;i&gt;near"));
  EXPECT_THAT(page, HasSubstr("href=\"https://example.org/a?b=1&amp;c=&#39;2&#39;\""));
}

TEST(WebPage, LinksToTheWebOnly) {
  SearchAnswer answer = hostile_answer();
  answer.hits[0].article.url = "javascript:alert(1)";
  EXPECT_THAT(printed(answer, Format::html), Not(HasSubstr("javascript:")));
  EXPECT_THAT(printed(answer, Format::atom), Not(HasSubstr("javascript:")));
}

TEST(WebPage, ShowsATimelineAsAChartWithItsNumbers) {
  TimelineAnswer found;
  found.query = "oil";
  found.total = 6;
  found.bars = {{"2023-01", 2}, {"2023-02", 0}, {"2023-03", 4}};
  std::ostringstream out;
  render(out, to_answer(found), Format::html, {});
  EXPECT_THAT(out.str(), HasSubstr("<svg"));
  EXPECT_THAT(out.str(), HasSubstr("<td>2023-03</td><td class=\"number\">4</td>"));
}

}  // namespace
}  // namespace newsindex
