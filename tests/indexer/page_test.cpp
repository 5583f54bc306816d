// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iterator>
#include <map>
#include <ostream>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/understand.h"
#include "tests/paths.h"

namespace newsindex {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

std::string fixture(const std::string& name) {
  std::ifstream file(std::string(kFixtures) + "/pages/" + name);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

Understanding understood_text(std::string_view text, const UnderstandOptions& options = {}) {
  Record record;
  record.origin = {"news/page.txt", 0};
  record.bytes = text;
  return understand(record, options);
}

Understood understood(std::string_view text, const UnderstandOptions& options = {}) {
  const auto understanding = understood_text(text, options);
  const auto* page = std::get_if<Understood>(&understanding);
  EXPECT_NE(page, nullptr);
  return page == nullptr ? Understood{} : *page;
}

Article article_in(const std::string& name) { return understood(fixture(name)).article; }

std::size_t paragraphs(const std::string& body) {
  std::size_t count = body.empty() ? 0 : 1;
  for (std::size_t at = body.find("\n\n"); at != body.npos; at = body.find("\n\n", at + 1)) ++count;
  return count;
}

TEST(Page, GivesHeadlineSectionDateAndBodyOfABreadcrumbPage) {
  const Article article = article_in("harbour-talks.txt");
  EXPECT_EQ(article.title, "Port workers and owners meet again in Valmora");
  EXPECT_THAT(article.section, ElementsAre("World"));
  EXPECT_THAT(article.lead, StartsWith("The unions and the owners of the container port"));
  EXPECT_THAT(article.body, StartsWith(article.lead));
  EXPECT_THAT(article.body, EndsWith("in the history of the port."));
  EXPECT_THAT(article.body, HasSubstr("\n\nOwners point to falling rates\n\n"));
  EXPECT_THAT(article.body, HasSubstr("\n\nA bay full of ships\n\n"));
  EXPECT_EQ(paragraphs(article.body), 8u);
}

TEST(Page, LeavesOutBreadcrumbHeadlineCommentFormAndLicenceLine) {
  const Article article = article_in("harbour-talks.txt");
  for (const char* boilerplate :
       {"Home", "»", "meet again in Valmora", "Status", "Leave a Comment", "Akismet"}) {
    EXPECT_THAT(article.body, Not(HasSubstr(boilerplate)));
  }
}

TEST(Page, KeepsASentenceThatStartsLikeAByline) {
  const Article article = article_in("harbour-talks.txt");
  EXPECT_THAT(article.body, HasSubstr("By Thursday evening the first crews want to vote."));
  EXPECT_THAT(article.authors, IsEmpty());
}

TEST(Page, KeepsTheLineOfTheDateAsEvidence) {
  const Article article = article_in("harbour-talks.txt");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(to_iso(*article.published), "2023-06-05T09:07:00");
  EXPECT_EQ(article.published->evidence, "Status: 06/05/2023 9:07 a.m");
  EXPECT_TRUE(article.published->ambiguous);
}

TEST(Page, ReadsANumericDateInTheOrderAskedFor) {
  UnderstandOptions options;
  options.date_order = DateOrder::day_first;
  const Understood page = understood(fixture("harbour-talks.txt"), options);
  EXPECT_EQ(to_iso(page.article.published.value()), "2023-05-06T09:07:00");
  EXPECT_FALSE(page.other_reading);
}

TEST(Page, LeavesADateThatNothingDecidesToTheOthersOfItsSite) {
  const Understood page = understood(
      "Ferry late again\n\n06/05/2023\n\nThe ferry to the island was two hours late on Friday.\n");
  ASSERT_TRUE(page.article.published);
  EXPECT_EQ(to_iso(*page.article.published), "2023-05-06");
  ASSERT_TRUE(page.other_reading);
  EXPECT_EQ(to_iso(*page.other_reading), "2023-06-05");
}

TEST(Page, CountsHoursAgoFromTheReferenceTimeOnly) {
  constexpr std::string_view kPage =
      "Ferry late again\n\n3 hours ago\n\nThe ferry to the island was two hours late on Friday.\n";
  EXPECT_FALSE(understood(kPage).article.published);
  UnderstandOptions options;
  options.reference_time = published_from_iso("2023-06-05T12:00:00");
  const auto published = understood(kPage, options).article.published;
  ASSERT_TRUE(published);
  EXPECT_EQ(to_iso(*published), "2023-06-05T09:00:00");
}

TEST(GermanPage, IsUnderstood) {
  const Article article = article_in("hafen-streit.txt");
  EXPECT_EQ(article.title, "Hafenstreit: Reeder bieten neuen Vertrag an");
  EXPECT_THAT(article.section, ElementsAre("Wirtschaft", "Häfen"));
  EXPECT_THAT(article.authors, ElementsAre("Meike Brandt", "Jörg von Salm"));
  EXPECT_EQ(to_iso(article.published.value()), "2023-06-05T14:30:00");
  EXPECT_FALSE(article.published->ambiguous);
  EXPECT_THAT(article.keywords, ElementsAre("Hafen", "Tarifstreit", "Reeder"));
  EXPECT_EQ(article.source, "Küstenbote");
  EXPECT_THAT(article.lead, StartsWith("Nach Wochen des Stillstands"));
  EXPECT_THAT(article.body, HasSubstr("Die Löhne sollen in zwei Stufen"));
  EXPECT_THAT(article.body, EndsWith("ohne sich auf einen Zeitplan festzulegen."));
  EXPECT_EQ(paragraphs(article.body), 6u);
}

TEST(GermanPage, LosesReadAlsoListCaptionAndComments) {
  const Article article = article_in("hafen-streit.txt");
  for (const char* boilerplate : {"Krabbenpreise", "Neue Fähre", "Luftbild", "Anzeige", "Teilen",
                                  "Endlich bewegt sich", "Rechte vorbehalten", "Schlagworte"}) {
    EXPECT_THAT(article.body, Not(HasSubstr(boilerplate)));
  }
}

TEST(FrenchPage, IsUnderstood) {
  const Article article = article_in("pont-ferme.txt");
  EXPECT_EQ(article.title, "Le pont de Saulx fermé jusqu'à l'automne");
  EXPECT_THAT(article.section, ElementsAre("Régions"));
  EXPECT_THAT(article.authors, ElementsAre("Claire Aubin"));
  EXPECT_EQ(to_iso(article.published.value()), "2023-07-03T18:05:00");
  EXPECT_EQ(to_iso(article.modified.value()), "2023-07-04T09:10:00");
  EXPECT_THAT(article.lead, StartsWith("Le pont de Saulx, qui relie"));
  EXPECT_THAT(article.body, HasSubstr("\n\nUn détour de douze kilomètres\n\n"));
  EXPECT_THAT(article.body, EndsWith("demandent une aide."));
}

TEST(SpanishPage, IsUnderstoodWithoutATitleOfThePage) {
  const Article article = article_in("sequia.txt");
  EXPECT_EQ(article.title, "La sequía vacía el embalse de Torrealba");
  EXPECT_THAT(article.section, ElementsAre("Sociedad", "Medio ambiente"));
  EXPECT_THAT(article.authors, ElementsAre("Lucía Ferrer Domingo"));
  EXPECT_EQ(to_iso(article.published.value()), "2023-08-12T20:36:00");
  EXPECT_THAT(article.keywords, ElementsAre("sequía", "agua", "Torrealba"));
  EXPECT_THAT(article.body, Not(HasSubstr("Dónde bañarse")));
  EXPECT_THAT(article.body, EndsWith("mantener el reparto todo el mes."));
}

TEST(JapanesePage, IsUnderstood) {
  const Article article = article_in("shima-ferry.txt");
  EXPECT_EQ(article.title, "島の定期船、三年ぶりに運航再開");
  EXPECT_THAT(article.section, ElementsAre("社会"));
  EXPECT_EQ(to_iso(article.published.value()), "2023-04-02T15:24:00");
  EXPECT_THAT(article.body, StartsWith("青潮島と本土を結ぶ定期船が"));
  EXPECT_THAT(article.body, EndsWith("島に住む女性は話した。"));
  EXPECT_EQ(paragraphs(article.body), 3u);
}

TEST(Page, JoinsLinesThatWereWrapped) {
  const Article article = article_in("wire-grain.txt");
  EXPECT_EQ(article.title, "GRAIN FREIGHTERS HELD AT RIVER MOUTH");
  EXPECT_EQ(paragraphs(article.body), 3u);
  EXPECT_THAT(article.body, HasSubstr("loaded with wheat were held"));
  EXPECT_THAT(article.body, HasSubstr("\n\nThe barge went down in forty feet of water"));
}

TEST(Page, TakesAgencyAndDateFromTheDatelineAndLeavesItInTheText) {
  const Article article = article_in("wire-grain.txt");
  EXPECT_EQ(article.source, "Meridian");
  EXPECT_EQ(to_iso(article.published.value()), "1987-10-19");
  EXPECT_THAT(article.body, StartsWith("PORT SELDEN, Oct 19, 1987 (Meridian) - Eleven"));
}

TEST(Page, ReadsLinesOfKeysAndValuesAboveTheText) {
  const Article article = article_in("museum-front-matter.txt");
  EXPECT_EQ(article.title, "Museum opens its cellars");
  EXPECT_EQ(to_iso(article.published.value()), "2021-11-03T08:15:00+01:00");
  EXPECT_THAT(article.authors, ElementsAre("Nora Field"));
  EXPECT_THAT(article.section, ElementsAre("Culture", "Museums"));
  EXPECT_THAT(article.keywords, ElementsAre("museum", "archives"));
  EXPECT_EQ(article.url, "https://news.example/2021/museum-cellars");
  EXPECT_EQ(article.source, "The Weekly Lantern");
  EXPECT_EQ(article.language, "en");
  EXPECT_THAT(article.body, StartsWith("For the first time in its history"));
  EXPECT_THAT(article.body, HasSubstr("\n\nTwo hundred boxes a day\n\n"));
}

TEST(Page, ReadsKeysWithoutFences) {
  const Article article = understood(
                              "Title: Ferry late again\nDate: 5 June 2023\nAuthor: Jane Doe\n\n"
                              "The ferry to the island was two hours late on Friday.\n")
                              .article;
  EXPECT_EQ(article.title, "Ferry late again");
  EXPECT_EQ(to_iso(article.published.value()), "2023-06-05");
  EXPECT_THAT(article.authors, ElementsAre("Jane Doe"));
  EXPECT_EQ(article.body, "The ferry to the island was two hours late on Friday.");
}

TEST(Page, PartsTheTimeAndTheSourceFromTheHeadlineThatTheyRunTogetherWith) {
  const Article article =
      understood(
          "Ferry to the island late again 2020-07-26 05:03:17 Source: Northern Post\n\n"
          "The ferry to the island was two hours late on Friday, and the passengers had to wait "
          "in the rain for it.\n\nThe owner said that the weather was to blame for the delay.\n")
          .article;
  EXPECT_EQ(article.title, "Ferry to the island late again");
  EXPECT_EQ(to_iso(article.published.value()), "2020-07-26T05:03:17");
}

TEST(Page, FindsTheArticleAmongMenusListsAndComments) {
  const Article article = article_in("busy-front.txt");
  EXPECT_EQ(article.title, "Storm tears roofs off village school");
  EXPECT_EQ(to_iso(article.published.value()), "2022-01-04");
  EXPECT_EQ(to_iso(article.modified.value()), "2022-01-05");
  EXPECT_THAT(article.authors, ElementsAre("Hannah Okafor"));
  EXPECT_EQ(article.source, "Northern Post");
  EXPECT_EQ(
      article.body,
      "Pupils of the primary school in Little Arden were sent home on Tuesday after a gust "
      "lifted the roof off two classrooms.\n\n"
      "No one was hurt, the head teacher said, because the children were at lunch in the hall "
      "when the wind struck.\n\n"
      "\"We heard a bang and then there was daylight,\" she said.\n\n"
      "Repairs will take until Easter, according to the county, and lessons move to the parish "
      "hall.\n\n"
      "The county had planned to replace the roofs in 2020, but the money went to roads.");
}

constexpr std::string_view kMastheadPage =
    "NORTHERN POST\n"
    "Markets | Economy | Opinion\n\n"
    "Economy / Fisheries\n\n"
    "Herring quota cut by a third after poor spring survey\n\n"
    "Date: 2022-07-21T14:45:00+02:00\n\n"
    "Author: Jane Doe, Little Arden\n\n"
    "The quota for herring will be cut by a third next year, the ministry said on Thursday.\n\n"
    "Boats from four harbours had asked for a year of grace, and will now be laid up for months.\n";

TEST(Page, TakesTheLineAboveTheTextForTheHeadlineBelowAMasthead) {
  EXPECT_EQ(understood(kMastheadPage).article.title,
            "Herring quota cut by a third after poor spring survey");
}

TEST(Page, TakesTheSectionFromALineOfSectionsAboveTheHeadline) {
  EXPECT_THAT(understood(kMastheadPage).article.section, ElementsAre("Economy", "Fisheries"));
}

TEST(Page, TakesNoMenuForSections) {
  std::string page(kMastheadPage);
  page.erase(page.find("Economy / Fisheries"), std::string_view("Economy / Fisheries\n\n").size());
  EXPECT_THAT(understood(page).article.section, IsEmpty());
}

TEST(Page, MayBeAHeadlineAndOneParagraph) {
  const Article article = article_in("brief.txt");
  EXPECT_EQ(article.title, "Rain stops play in final");
  EXPECT_THAT(article.body, StartsWith("The final of the northern cup"));
  EXPECT_EQ(article.lead, article.body);
  EXPECT_FALSE(article.published);
}

class PageWithoutArticle : public testing::TestWithParam<std::string> {};
TEST_P(PageWithoutArticle, IsRejectedWithTheReason) {
  const auto understanding = understood_text(GetParam());
  const auto* reject = std::get_if<Reject>(&understanding);
  ASSERT_NE(reject, nullptr);
  EXPECT_EQ(reject->reason, "no article text found");
  EXPECT_EQ(reject->origin.path, "news/page.txt");
}
INSTANTIATE_TEST_SUITE_P(Pages, PageWithoutArticle,
                         testing::Values(fixture("menu-only.txt"), "", "\n\n \n", "Headline only",
                                         "---\ntitle: A\n---\n",
                                         "We use cookies to give you the best experience."));

TEST(Page, SaysWhichRuleGaveAFieldAndWhatWasCut) {
  UnderstandOptions options;
  options.explain = true;
  const Why why = understood(fixture("harbour-talks.txt"), options).why;
  std::map<std::string, std::string> rules;
  for (const WhyField& field : why.fields) rules[field.field] = field.rule;
  EXPECT_EQ(rules["title"], "line above the text");
  EXPECT_EQ(rules["published"], "printed date");
  EXPECT_EQ(rules["section"], "breadcrumb");
  std::vector<std::string> reasons;
  for (const WhyCut& cut : why.cut) reasons.push_back(cut.reason);
  EXPECT_THAT(reasons, testing::IsSupersetOf(
                           {"headline", "date", "comments", "notice", "byline or breadcrumb"}));
}

TEST(Page, SaysWhenALineOfKeyAndValueGaveAField) {
  UnderstandOptions options;
  options.explain = true;
  const Why why = understood(
                      "Title: Tram\nDate: 2 April 2023\n\nThe council voted for the new "
                      "tram line on Tuesday evening.\n",
                      options)
                      .why;
  EXPECT_EQ(why.fields.size(), 2u);
  for (const WhyField& field : why.fields)
    EXPECT_EQ(field.rule, "line of key and value above the text") << field.field;
}

TEST(Page, OfOneEndlessLineIsUnderstood) {
  std::string text = "Ferry late again\n\n";
  for (int i = 0; i < 20'000; ++i) text += "The ferry to the island was late. ";
  EXPECT_GT(understood(text).article.body.size(), 600'000u);
}

std::string published_of(const std::string& lines, const std::string& path = "page.txt") {
  std::string text =
      "Marlow Courier\n\nCouncil votes to repair sea wall\n\n" + lines +
      "Engineers told the meeting that the work would take about eleven months and cost nearly "
      "four "
      "million pounds.\n\nThe council voted on Tuesday evening to repair the old wall after two "
      "storms damaged it badly.\n";
  const Record record{RecordFormat::page, std::move(text), {path, 0}};
  const auto result = understand(record, {});
  const auto& published = std::get<Understood>(result).article.published;
  return published ? to_iso(*published) : "";
}

TEST(Page, TakesNoDayThatIsPartOfWhatItTells) {
  for (const std::string line :
       {"The pier, which burned down on 3 May 1998 and was rebuilt, is to be closed.",
        "Mr Tarrow, born on 25 February 1970, has run the harbour.", "The fire of 3 May 1998",
        "Der Brand vom 3. Mai 1998", "We updated our privacy policy on 25 May 2018.",
        "Datenschutz, Stand: 25.05.2018", "When: June 21, 1999", "Wann: 21. Juni 1999",
        "When: June 21 - 25, 1999", "Lectures, March 10-11 and March 24-25",
        "The book was published on 3 May 1998 by a small press in the old town of the bay."})
    EXPECT_EQ(published_of(line + "\n\n"), "") << line;
}

TEST(Page, TakesADayThatALineIsThereToTell) {
  for (const std::string line :
       {"3 May 2019", "By Jane Doe, 3 May 2019", "Published on 3 May 2019",
        "This article was published on 3 May 2019 and has been read by many since.",
        "Опубликовано 3 мая 2019", "发布时间：2019年5月3日", "Published\n\n3 May 2019"})
    EXPECT_EQ(published_of(line + "\n\n"), "2019-05-03") << line;
  EXPECT_EQ(published_of("April 16, 1912\n\n"), "1912-04-16");
}

TEST(Page, OfAPostHasTheDayThatItIsNamedBy) {
  const std::string printed = "3 May 2019\n\n";
  EXPECT_EQ(published_of(printed, "posts/2019-07-10-sea-wall.md"), "2019-07-10");
  EXPECT_EQ(published_of("", "posts/2019/07/10/sea-wall.md"), "2019-07-10");
  EXPECT_EQ(published_of("", "posts/2019/07/10/sea-wall/index.md"), "2019-07-10");
  EXPECT_EQ(published_of("", "posts/2019-07-10-sea-wall/index.md"), "2019-07-10");
  EXPECT_EQ(published_of(printed, "crawl/2019-07-10/sea-wall.md"), "2019-05-03");
  EXPECT_EQ(published_of("", "crawl/2019-13-10-sea-wall.md"), "");
  EXPECT_EQ(published_of("10 July 2019, 15:05\n\n", "posts/2019-07-10-sea-wall.md"),
            "2019-07-10T15:05:00");
}

}  // namespace
}  // namespace newsindex
