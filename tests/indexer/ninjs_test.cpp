// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/ninjs.h"

#include <ostream>

#include <gmock/gmock.h>

#include "tests/indexer/json_fixture.h"

namespace newsindex {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// An article in ninjs that has these members besides its URI and date.
Article ninjs(const std::string& members, const UnderstandOptions& options = {}) {
  return article(R"({"uri":"urn:x:1","versioncreated":"2020-05-02T10:00:00Z",)" + members + "}",
                 options);
}

struct TextCase {
  const char* name;
  std::string members;
  std::string Article::*field;
  std::string value;
  friend std::ostream& operator<<(std::ostream& out, const TextCase& c) { return out << c.name; }
};

class NinjsText : public testing::TestWithParam<TextCase> {};

TEST_P(NinjsText, IsTheBestOfItsForms) {
  EXPECT_EQ(ninjs(GetParam().members).*GetParam().field, GetParam().value);
}

INSTANTIATE_TEST_SUITE_P(
    Of, NinjsText,
    testing::Values(
        TextCase{"ABodyOfAnySuffix", R"("body_new":"A tram.")", &Article::body, "A tram."},
        TextCase{"AHeadlineOfAnySuffix", R"("headline_main":"Tram")", &Article::title, "Tram"},
        TextCase{"HtmlWithParagraphsBeforeText",
                 R"("body_text":"One.Two.","body_xhtml":"<p>One.</p><p>Two.</p>")", &Article::body,
                 "One.\n\nTwo."},
        TextCase{"TextWithParagraphsBeforeHtmlWithout",
                 R"("body_html":"One. Two.","body_text":"One.\n\nTwo.")", &Article::body,
                 "One.\n\nTwo."},
        TextCase{
            "AFormWithHalfOfTheTextIsAPart",
            R"("body_text":"One and much more behind it, too.","body_html":"<p>1</p><p>2</p>")",
            &Article::body, "One and much more behind it, too."},
        TextCase{"BodiesAreOneText",
                 R"("bodies":[{"role":"text","contenttype":"text/plain","value":"One. Two."},
                     {"role":"xhtml","contenttype":"text/html",
                      "value":"<body><p>One.</p><p>Two.</p></body>"}])",
                 &Article::body, "One.\n\nTwo."},
        TextCase{"AnotherPieceIsNoBody",
                 R"("bodies":[{"role":"factbox","value":"Facts.\n\nMany of them, and long."},
                     {"role":"main","value":"The text."}])",
                 &Article::body, "The text."},
        TextCase{"ContentTypesOfVersion3",
                 R"("bodies":[{"contentType":"text/html","value":"R&amp;D <b>here</b>"}])",
                 &Article::body, "R&D here"},
        TextCase{"NitfGivesItsBodyAlone",
                 R"("bodies":[{"role":"nitf","contentType":"text/vnd.IPTC.NITF","value":
                   "<nitf><body><body.head><hedline><hl1>Tram</hl1></hedline><byline>By A B</byline></body.head><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>"}])",
                 &Article::body, "One.\n\nTwo."},
        TextCase{
            "XmlOfAnotherKindIsTheLastChoice",
            R"("bodies":[{"contenttype":"application/xml","value":"<X><H>Tram</H><P>One. Two and more.</P></X>"},
                     {"contenttype":"text/plain","value":"One."}])",
            &Article::body, "One."},
        TextCase{"ThePageOfABodyHasAHeader",
                 R"("headlines":[{"value":"Tram"}],"bodies":[{"contenttype":"text/html","value":
                   "<html><head><title>Tram</title></head><body><h1>Tram</h1><div><span>Local</span></div><div><p>One.</p><p>Two.</p></div></body></html>"}])",
                 &Article::body, "One.\n\nTwo."},
        TextCase{"TheHeadlineIsNoPartOfTheBody",
                 R"("headline":"Tram","body_html":"<h2>Tram</h2><p>One.</p>")", &Article::body,
                 "One."},
        TextCase{"AMarginIsTakenOff", R"("body_text":"\n   One\n   two.\n")", &Article::body,
                 "One\ntwo."},
        TextCase{"TitleIsAWorkingTitle", R"("title":"AP-Tram, 2nd Ld","headline":"Tram opens")",
                 &Article::title, "Tram opens"},
        TextCase{"TitleCountsAlone", R"("title":"Tram opens")", &Article::title, "Tram opens"},
        TextCase{"TheMainHeadline",
                 R"("headlines":[{"role":"seo","value":"x"},{"role":"main","value":"Tram"}])",
                 &Article::title, "Tram"},
        TextCase{"OfHeadlinesWithoutMainTheFirst",
                 R"("headlines":[{"role":"kicker","value":"x"},{"role":"a","value":"Tram"}])",
                 &Article::title, "Tram"},
        TextCase{"MarkupInAHeadline",
                 R"("headlines":[{"contenttype":"text/html","value":"<h1>A <b>tram</b></h1>"}])",
                 &Article::title, "A tram"},
        TextCase{"TheLeadIsNoCredit",
                 R"("title":"t","descriptions":[{"role":"creditline","value":"AP"},
                     {"role":"caption","value":"A tram"}])",
                 &Article::lead, "A tram"},
        TextCase{"CreditsAloneAreNoLead",
                 R"("title":"t","descriptions":[{"role":"writer","value":"www.x.example"}])",
                 &Article::lead, ""},
        TextCase{"TheSummaryIsTheLead",
                 R"("title":"t","descriptions":[{"role":"caption","value":"A tram"},
                     {"role":"summary","value":"It opens."}])",
                 &Article::lead, "It opens."},
        TextCase{"DescriptionsOfVersion1",
                 R"("title":"t","description_creditline":"AP","description_caption":"A tram")",
                 &Article::lead, "A tram"},
        TextCase{"TheSourceIsTheHolder", R"("title":"t","copyrightholder":"NTB")", &Article::source,
                 "NTB"},
        TextCase{"AProviderIsSurerThanTheHolder",
                 R"("title":"t","copyrightholder":"Someone","provider":"AP")", &Article::source,
                 "AP"},
        TextCase{"ASourceOfInformation", R"("title":"t","infosources":[{"name":"DHA"}])",
                 &Article::source, "DHA"},
        TextCase{"WhoWasInterviewedIsNoSource",
                 R"("title":"t","infosource":[{"name":"Ann Lee","rel":"Interviewee"}])",
                 &Article::source, ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Ninjs, WhatAMapNamesCountsFirst) {
  UnderstandOptions options;
  options.fields = {{"title", "title"}, {"body", "x.text"}};
  const Article read =
      ninjs(R"("title":"a","headline":"b","body_text":"c","x":{"text":"d"})", options);
  EXPECT_EQ(read.title, "a");
  EXPECT_EQ(read.body, "d");
}

struct DateCase {
  const char* name;
  std::string members;
  std::string published;
  std::string modified;
  friend std::ostream& operator<<(std::ostream& out, const DateCase& c) { return out << c.name; }
};

class NinjsDates : public testing::TestWithParam<DateCase> {};

TEST_P(NinjsDates, AreThoseOfTheFirstVersionAndOfThisOne) {
  const Article read = ninjs(R"("headline":"t",)" + GetParam().members);
  const auto iso = [](const auto& date) { return date ? to_iso(*date) : std::string(); };
  EXPECT_EQ(iso(read.published), GetParam().published);
  EXPECT_EQ(iso(read.modified), GetParam().modified);
}

INSTANTIATE_TEST_SUITE_P(
    Of, NinjsDates,
    testing::Values(
        DateCase{"OneVersion", R"("type":"text")", "2020-05-02T10:00:00Z", ""},
        DateCase{"Created", R"("firstcreated":"2020-05-01T10:00:00Z")", "2020-05-01T10:00:00Z",
                 "2020-05-02T10:00:00Z"},
        DateCase{"ContentCreated", R"("contentcreated":"2020-05-01T10:00:00Z")",
                 "2020-05-01T10:00:00Z", "2020-05-02T10:00:00Z"},
        DateCase{"Published",
                 R"("firstcreated":"2020-04-01","firstpublished":"2020-05-01T10:00:00Z")",
                 "2020-05-01T10:00:00Z", "2020-05-02T10:00:00Z"},
        DateCase{"TheFirstVersionChangesNothing", R"("firstcreated":"2020-05-02T12:00:00+02:00")",
                 "2020-05-02T12:00:00+02:00", ""}),
    [](const auto& row) { return std::string(row.param.name); });

struct AuthorCase {
  const char* name;
  std::string members;
  std::vector<std::string> authors;
  friend std::ostream& operator<<(std::ostream& out, const AuthorCase& c) { return out << c.name; }
};

class NinjsAuthors : public testing::TestWithParam<AuthorCase> {};

TEST_P(NinjsAuthors, AreThoseWhoWrote) {
  EXPECT_EQ(ninjs(R"("headline":"t",)" + GetParam().members).authors, GetParam().authors);
}

INSTANTIATE_TEST_SUITE_P(
    Of, NinjsAuthors,
    testing::Values(
        AuthorCase{"TheByline", R"("by":"By Ann Lee and Bo Chan")", {"Ann Lee", "Bo Chan"}},
        AuthorCase{"TheBylineBeforeTheList",
                   R"("byline":"Ann Lee","authors":[{"name":"Bo Chan","role":"editor"}])",
                   {"Ann Lee"}},
        AuthorCase{"ByTheirRoleInTheList",
                   R"("authors":[{"name":"Bo Chan","role":"editor"},
                       {"name":"Ann Lee","role":"author"},{"name":"Cy Ford","role":"photographer"}])",
                   {"Ann Lee"}},
        AuthorCase{"AnAgencyIsTheSource",
                   R"("by":"Von Ann Lee, dpa","copyrightholder":"dpa")",
                   {"Ann Lee"}},
        AuthorCase{"AmongTheSourcesOfInformation",
                   R"("infosource":[{"name":"Ann Lee","rel":"http://x.example/role/reporter"},
                       {"name":"Cy Ford","rel":"interviewee"}])",
                   {"Ann Lee"}}),
    [](const auto& row) { return std::string(row.param.name); });

struct RejectCase {
  const char* name;
  std::string json;
  std::string reason;
  friend std::ostream& operator<<(std::ostream& out, const RejectCase& c) { return out << c.name; }
};

class NinjsReject : public testing::TestWithParam<RejectCase> {};

TEST_P(NinjsReject, SaysWhatItIs) { EXPECT_EQ(reason(GetParam().json), GetParam().reason); }

INSTANTIATE_TEST_SUITE_P(
    Of, NinjsReject,
    testing::Values(
        RejectCase{"Canceled", R"({"uri":"a","headline":"t","pubstatus":"canceled"})",
                   "its publication status is canceled"},
        RejectCase{"Withheld", R"({"uri":"a","headlines":[{"value":"t"}],"pubStatus":"withheld"})",
                   "its publication status is withheld"},
        RejectCase{"Usable", R"({"uri":"a","headline":"t","pubstatus":"usable"})", "understood"},
        RejectCase{"ABodyThatIsNoText", R"({"uri":"a","headline":"t","body_text":7})",
                   "the body ('body_text') is a number, not text"},
        RejectCase{"Event", R"({"uri":"a","type":"event","title":"t"})", "no news but an event"},
        RejectCase{"EventByItsDetails", R"({"uri":"a","title":"t","eventDetails":{"dates":{}}})",
                   "no news but an event"},
        RejectCase{"Planning", R"({"uri":"a","type":"planning","title":"t"})",
                   "no news but a plan of coverage"},
        RejectCase{"ANewsItemWithATypeAndEventDetails",
                   R"({"uri":"a","type":"text","headline":"t","eventDetails":{}})", "understood"},
        RejectCase{"APictureWithoutCaption", R"({"uri":"a","type":"picture","headline":"t"})",
                   "a picture, no text"},
        RejectCase{"APictureWithCaption",
                   R"({"uri":"a","type":"picture","headline":"t","description_text":"A tram"})",
                   "understood"},
        RejectCase{"ATextThatIsLinked",
                   R"({"uri":"a","type":"text","headline":"t","renditions":{"nitf":{"href":"x"}}})",
                   "its text is only linked (renditions)"},
        RejectCase{"AFlashIsItsHeadline", R"({"uri":"a","type":"text","headline":"t"})",
                   "understood"},
        RejectCase{
            "APackageOfPictures",
            R"({"uri":"a","type":"composite","associations":{"x":{"type":"picture","body_text":"b"}}})",
            "a package of other items, no text"},
        RejectCase{"APackageOfArticles",
                   R"({"uri":"a","type":"composite","headline":"t","associations":[
               {"name":"x","uri":"b","type":"text","bodies":[{"value":"One."}]},
               {"name":"y","uri":"c","type":"text","bodies":[{"value":"Two."}]}]})",
                   "a package of 2 articles, no text of its own"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Ninjs, APackageTakesTheTextOfTheArticleInIt) {
  const Article read = ninjs(
      R"("type":"composite","headline":"Trams","associations":{
         "main-0":{"uri":"b","type":"picture","headline":"Pic","body_text":"Pic."},
         "main-1":{"uri":"c","type":"text","headline":"Tram","byline":"Ann Lee",
                   "body_html":"<p>One.</p><p>Two.</p>","description_text":"It opens."}})");
  EXPECT_EQ(read.id, "urn:x:1");
  EXPECT_EQ(read.title, "Trams");
  EXPECT_EQ(read.lead, "It opens.");
  EXPECT_EQ(read.body, "One.\n\nTwo.");
  EXPECT_THAT(read.authors, ElementsAre("Ann Lee"));
}

TEST(Ninjs, OfSeveralArticlesInAPackageTheMainOneIsRead) {
  const Article read = ninjs(
      R"("type":"composite","headline":"Trams","associations":[
         {"name":"sidebar","uri":"b","bodies":[{"value":"Aside."}]},
         {"name":"main","uri":"c","bodies":[{"value":"The text."}]}])");
  EXPECT_EQ(read.body, "The text.");
}

TEST(Ninjs, WhatIsNoneKeepsItsTitle) {
  EXPECT_EQ(
      std::get<Understood>(understanding(R"({"id":"1","headline":"b","title":"a"})")).article.title,
      "a");
}

TEST(Ninjs, IsPublishedWhenItsEmbargoEnds) {
  const Article read = ninjs(
      R"("headline":"t","firstcreated":"2020-05-01T10:00:00Z","embargoed":"2020-05-03T02:30:00Z")");
  EXPECT_EQ(to_iso(*read.published), "2020-05-03T02:30:00Z");
  EXPECT_FALSE(read.modified) << "the version was there before that";
  EXPECT_EQ(to_iso(*ninjs(R"("headline":"t","firstcreated":"2020-05-01T10:00:00Z",
                             "embargoed":"2020-04-03T02:30:00Z")")
                        .published),
            "2020-05-01T10:00:00Z");
}

TEST(Ninjs, KeepsTheEndOfAnEmbargoThatLiesAhead) {
  UnderstandOptions options;
  options.today = std::chrono::year(2020) / 5 / 1;
  const std::string record =
      R"({"uri":"a","type":"text","headline":"t","body_text":"A long enough text.",)"
      R"("versioncreated":"2020-05-01T10:00:00Z","embargoed":"2020-06-03T02:30:00Z"})";
  const Understanding read = understand({RecordFormat::json, record, {"file", 0}}, options);
  ASSERT_TRUE(std::holds_alternative<Understood>(read));
  EXPECT_EQ(to_iso(*std::get<Understood>(read).article.published), "2020-06-03T02:30:00Z");
}

TEST(Ninjs, APictureIsAnArticleOfItsCaption) {
  const Article read = ninjs(
      R"("type":"picture","description_caption":"The first tram crosses the bridge in the rain, on Tuesday.")");
  EXPECT_EQ(read.body, "The first tram crosses the bridge in the rain, on Tuesday.");
}

TEST(Ninjs, ThePlaceItWasFiledFromIsOneInPassing) {
  const Article read =
      ninjs(R"("headline":"t","located":"GRAND HARBOUR, Norway","places":[{"name":"Oslo"}])");
  ASSERT_EQ(read.entities.size(), 2u);
  EXPECT_EQ(read.entities[1].name, "Grand Harbour");
  EXPECT_EQ(read.entities[1].type, EntityType::place);
  EXPECT_LT(read.entities[1].salience, 50);
  EXPECT_EQ(ninjs(R"("headline":"t","located":"Oslo, Norway","places":[{"name":"Oslo"}])")
                .entities.size(),
            1u);
  EXPECT_THAT(ninjs(R"("headline":"t","located":"2017")").entities, IsEmpty());
  EXPECT_EQ(ninjs(R"("headline":"t","datelinelocation":{"city":"Bergen"})").entities.size(), 1u);
}

}  // namespace
}  // namespace newsindex
