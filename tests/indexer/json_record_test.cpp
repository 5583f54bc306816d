// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_record.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "indexer/extract/fields/json_fields.h"
#include "schema/article_json.h"
#include "schema/error.h"
#include "tests/indexer/json_fixture.h"

namespace newsindex {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> topic_ids(const Article& article) {
  std::vector<std::string> ids;
  for (const Topic& topic : article.topics) ids.push_back(topic.id);
  return ids;
}

std::vector<std::string> entity_names(const Article& article) {
  std::vector<std::string> names;
  for (const Entity& entity : article.entities)
    names.push_back(std::string(to_string(entity.type)) + ":" + entity.name);
  return names;
}

struct NameCase {
  std::string json;
  std::string Article::*field;
  std::string value;
};

class FieldNames : public testing::TestWithParam<NameCase> {};

TEST_P(FieldNames, AreRecognised) {
  EXPECT_EQ(article(GetParam().json).*GetParam().field, GetParam().value);
}

const NameCase kNames[] = {
    {R"({"id":"a1","title":"t"})", &Article::id, "a1"},
    {R"({"_id":{"$oid":"5f"},"title":"t"})", &Article::id, "5f"},
    {R"({"GUID":17,"title":"t"})", &Article::id, "17"},
    {R"({"docno":"D-1","title":"t"})", &Article::id, "D-1"},
    {R"({"link":"http://x/","title":"t"})", &Article::url, "http://x/"},
    {R"({"url":"http://b/","canonical_url":"http://a/","title":"t"})", &Article::url, "http://a/"},
    {R"({"headline":"Rain"})", &Article::title, "Rain"},
    {R"({"Headline":{"main":"Rain","kicker":"x"}})", &Article::title, "Rain"},
    {R"({"title":{"rendered":"Rain"}})", &Article::title, "Rain"},
    {R"({"title":"  Rain\n over  Bern "})", &Article::title, "Rain over Bern"},
    {R"({"headline":"second","title":"first"})", &Article::title, "first"},
    {R"({"title":"","headline":"Rain"})", &Article::title, "Rain"},
    {R"({"title":null,"headline":"Rain"})", &Article::title, "Rain"},
    {R"({"title":"t","lang":"en-US"})", &Article::language, "en"},
    {R"({"title":"t","language":"German"})", &Article::language, "de"},
    {R"({"title":"t","inLanguage":"eng"})", &Article::language, "en"},
    {R"({"title":"t","language":"N/A"})", &Article::language, ""},
    {R"({"title":"t","source":{"id":null,"name":"Daily Planet"}})", &Article::source,
     "Daily Planet"},
    {R"({"title":"t","publisher":"Daily Planet"})", &Article::source, "Daily Planet"},
    {R"({"title":"t","source":"null"})", &Article::source, ""},
    {R"({"title":"t","description":"In short"})", &Article::lead, "In short"},
    {R"({"title":"t","standfirst":"In short"})", &Article::lead, "In short"},
    {R"({"articleBody":"One.\n\nTwo."})", &Article::body, "One.\n\nTwo."},
    {R"({"content":"x","body":"y"})", &Article::body, "y"},
    {R"({"maintext":"x"})", &Article::body, "x"},
    {R"({"full_text":["One.","Two."]})", &Article::body, "One.\n\nTwo."},
    {R"({"body":[{"type":"p","text":"One."},{"text":"Two."}]})", &Article::body, "One.\n\nTwo."},
    {R"({"body":7,"text":"x"})", &Article::body, "x"},
    {R"({"body":"nan","text":"x"})", &Article::body, "x"},
    {R"({"bodyText":"OneTwo","bodyHtml":"<p>One</p><p>Two</p>"})", &Article::body, "One\n\nTwo"},
    {R"({"body":"See <a href=\"x\">this</a> H<sub>2</sub>O"})", &Article::body, "See this H2O"},
    {R"({"body":"if a <b and c> d or <name>"})", &Article::body, "if a <b and c> d or <name>"},
    {R"({"body":"[dropcap]W[/dropcap]hen [gallery ids=1] it [sic] rains"})", &Article::body,
     "When  it [sic] rains"},
    {R"({"body":"[caption id=1]A tram[/caption]It rains"})", &Article::body, "It rains"},
    {R"({"title":"t","fingerprint":"00000000000000ff","body":"Write </b> and [b]x[/b]"})",
     &Article::body, "Write and x"},
    {R"({"format":"newsindex article 1","title":"t","body":"Write </b> and [b]x[/b]"})",
     &Article::body, "Write </b> and [b]x[/b]"},
    {R"({"title":"A <em>tram</em>"})", &Article::title, "A tram"},
    {R"({"title":"t","lead":"A <em>tram</em>"})", &Article::lead, "A tram"},
    {R"({"data":{"item":{"uri":"a","headline":"Tram"}},"api":"1"})", &Article::title, "Tram"},
    {R"({"meta":{},"item":{"uri":"a","headline":"Tram"}})", &Article::id, "a"},
    {R"({"title":"Tram","item":{"headline":"Other"}})", &Article::title, "Tram"},
};
INSTANTIATE_TEST_SUITE_P(Json, FieldNames, testing::ValuesIn(kNames));

TEST(JsonRecord, TheBodyKeepsItsTextButForLineEndsAndControls) {
  EXPECT_EQ(article(R"({"body":"  One\r\n two  three. \n\n\n\nFour\u0007\u0000.\n"})").body,
            "  One\n two  three.\n\n\n\nFour.");
}

struct DateCase {
  std::string json;
  std::string published;  // ISO, or empty
};

class Dates : public testing::TestWithParam<DateCase> {};

TEST_P(Dates, AreReadOrLeftUnknown) {
  const auto published = article(GetParam().json).published;
  EXPECT_EQ(published ? to_iso(*published) : "", GetParam().published);
}

const DateCase kDates[] = {
    {R"({"title":"t","date":"2019-03-04"})", "2019-03-04"},
    {R"({"title":"t","pubDate":"Mon, 04 Mar 2019 10:00:00 GMT"})", "2019-03-04T10:00:00Z"},
    {R"({"title":"t","publishedAt":"2019-03-04T10:00:00Z"})", "2019-03-04T10:00:00Z"},
    {R"({"title":"t","timestamp":1551693600})", "2019-03-04T10:00:00Z"},
    {R"({"title":"t","created":1551693600000})", "2019-03-04T10:00:00Z"},
    {R"({"title":"t","date":{"$date":"2019-03-04"}})", "2019-03-04"},
    {R"({"title":"t","date":"Updated March 4, 2019"})", "2019-03-04"},
    {R"({"title":"t","date":"2019-03-04","datePublished":"2019-03-05"})", "2019-03-05"},
    {R"({"title":"t","date":""})", ""},
    {R"({"title":"t","date":"N/A"})", ""},
    {R"({"title":"t","date":NaN})", ""},
    {R"({"title":"t","date":"2019-02-31"})", ""},
    {R"({"title":"t","date":"soon"})", ""},
    {R"({"title":"t","date":true})", ""},
};
INSTANTIATE_TEST_SUITE_P(Json, Dates, testing::ValuesIn(kDates));

TEST(JsonRecord, AnAmbiguousDateKeepsBothReadings) {
  const auto result = understanding(R"({"title":"t","date":"04/02/2023"})");
  const auto& understood = std::get<Understood>(result);
  EXPECT_TRUE(understood.article.published->ambiguous);
  EXPECT_TRUE(understood.other_reading.has_value());
}

TEST(JsonRecord, ADateThatShowsItsOrderIsAClue) {
  const auto result = understanding(R"({"title":"t","date":"10/18/16"})");
  EXPECT_EQ(std::get<Understood>(result).clue, OrderClue::month_first);
  EXPECT_EQ(to_iso(*std::get<Understood>(result).article.published), "2016-10-18");
}

struct ListCase {
  std::string json;
  std::vector<std::string> Article::*field;
  std::vector<std::string> values;
};

class Lists : public testing::TestWithParam<ListCase> {};

TEST_P(Lists, AreReadInTheirShapes) {
  EXPECT_EQ(article(GetParam().json).*GetParam().field, GetParam().values);
}

const ListCase kLists[] = {
    {R"({"title":"t","authors":["Ann Lee","Bo Chan"]})", &Article::authors, {"Ann Lee", "Bo Chan"}},
    {R"({"title":"t","author":"By Ann Lee and Bo Chan"})",
     &Article::authors,
     {"Ann Lee", "Bo Chan"}},
    {R"({"title":"t","author":{"name":"Ann Lee"}})", &Article::authors, {"Ann Lee"}},
    {R"({"title":"t","authors":[{"name":"Ann Lee"},{"name":"Bo Chan"}]})",
     &Article::authors,
     {"Ann Lee", "Bo Chan"}},
    {R"({"title":"t","authors":[{"name":"Ann Lee","role":"Reporter"},{"name":"Bo Chan","role":"editor"},
         {"name":"Cy Ford","role":"photographer"},{"name":"Dan Mo","role":"Senior fellow"}]})",
     &Article::authors,
     {"Ann Lee", "Dan Mo"}},
    {R"({"title":"t","byline":"N/A"})", &Article::authors, {}},
    {R"({"title":"t","author":NaN})", &Article::authors, {}},
    {R"({"title":"t","section":"World > Asia"})", &Article::section, {"World", "Asia"}},
    {R"({"title":"t","section":"World » Asia"})", &Article::section, {"World", "Asia"}},
    {R"({"title":"t","category":["World","Asia"]})", &Article::section, {"World", "Asia"}},
    {R"({"title":"t","desk":{"name":"World"}})", &Article::section, {"World"}},
    {R"({"title":"t","tags":"rain, snow"})", &Article::keywords, {"rain", "snow"}},
    {R"({"title":"t","keywords":["rain","sun, moon"]})", &Article::keywords, {"rain", "sun, moon"}},
    {R"({"title":"t","entities":["Japan"]})", &Article::keywords, {"Japan"}},
    {R"({"title":"t","subjects":["weather forecasts of old"]})",
     &Article::keywords,
     {"weather forecasts of old"}},
};
INSTANTIATE_TEST_SUITE_P(Json, Lists, testing::ValuesIn(kLists));

TEST(JsonRecord, TopicsComeFromLabelsAndObjects) {
  const Article read = article(
      R"({"title":"t","topics":["politics","cocoa",{"id":"medtop:15000000","confidence":0.5},
          {"code":"x","name":"sugar","relevance":70}]})");
  EXPECT_THAT(topic_ids(read),
              ElementsAre("medtop:11000000", "label:cocoa", "medtop:15000000", "label:sugar"));
  EXPECT_EQ(read.topics[0].confidence, 100);
  EXPECT_EQ(read.topics[2].confidence, 50);
  EXPECT_EQ(read.topics[3].confidence, 70);
}

TEST(JsonRecord, ANameOfTheTreeMayHoldCommas) {
  EXPECT_THAT(topic_ids(article(R"({"title":"t","topic":"crime, law and justice"})")),
              ElementsAre("medtop:02000000"));
  EXPECT_THAT(topic_ids(article(R"({"title":"t","topic":"politics, cocoa"})")),
              ElementsAre("medtop:11000000", "label:cocoa"));
}

TEST(JsonRecord, SubjectObjectsAreTopics) {
  EXPECT_THAT(topic_ids(article(R"({"title":"t","subject":[{"code":"medtop:11000000"}]})")),
              ElementsAre("medtop:11000000"));
}

TEST(JsonRecord, ReferencesInTextWithoutTagsAreRead) {
  const Article read =
      article(R"({"title":"A &quot;b&quot; &amp; c","content:encoded":"One &#38; two."})");
  EXPECT_EQ(read.title, "A \"b\" & c");
  EXPECT_EQ(read.body, "One & two.");
  EXPECT_EQ(
      article(R"({"title":"t","body":"&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;"})").body,
      "One.\n\nTwo.");
  EXPECT_EQ(article(R"({"title":"t","body":"<p>Write &lt;p&gt; first.</p>"})").body,
            "Write <p> first.");
}

TEST(JsonRecord, ASubjectIsKnownByAnyOfItsCodes) {
  EXPECT_THAT(
      topic_ids(article(
          R"({"title":"t","subjects":[{"name":"Sykling","literal":"medtop:20000892"},
              {"name":"Sport","uri":"http://cv.iptc.org/newscodes/mediatopic/15000000"},
              {"mainConcept":{"name":"Fahrrad","uri":"http://x.example/newscodes/20001071"}},
              {"name":"Industri","literal":"04011000"},
              {"name":"Teknologi","uri":"http://x.example/subref/1.0/13010000"},
              {"qcode":"subj:06006000","name":"Abfall"},
              {"name":"oil and gas - upstream activities","code":"04005004"}]})")),
      ElementsAre("medtop:20000892", "medtop:15000000", "medtop:20001071", "medtop:20000294",
                  "medtop:13000000", "medtop:20000430", "medtop:20000267"));
}

TEST(JsonRecord, ANumberOfAnotherListIsNoTopic) {
  EXPECT_THAT(topic_ids(article(
                  R"({"title":"t","subjects":[{"name":"x","code":"12345678","scheme":"house"},
                      {"name":"y","uri":"http://x.example/articles/12345678"}]})")),
              ElementsAre("label:x", "label:y"));
}

TEST(JsonRecord, ADatelineNamesThePlaceItBeginsWith) {
  EXPECT_THAT(entity_names(article(R"({"title":"t","dateline":"OSLO, March 3 (NTB) -"})")),
              ElementsAre("place:Oslo"));
  EXPECT_THAT(entity_names(article(R"({"title":"t","dateline":"March 3, 2020"})")), IsEmpty());
}

TEST(JsonRecord, EntitiesComeFromListsOfTheirTypeAndFromTypedObjects) {
  const Article read = article(
      R"({"title":"t","people":["Qin Gang"],"orgs":"Kyodo; Astellas","places":[{"name":"Bern"}],
          "entities":[{"type":"GPE","text":"Japan"},{"type":"event","name":"G7 summit"}]})");
  EXPECT_THAT(entity_names(read),
              ElementsAre("person:Qin Gang", "organisation:Kyodo", "organisation:Astellas",
                          "place:Bern", "place:Japan"));
  EXPECT_THAT(read.keywords, ElementsAre("G7 summit"))
      << "a type that we do not know is not guessed";
}

TEST(JsonRecord, WhatIsPrintedIsReadBackAsItWas) {
  Article original;
  original.id = "a:1";
  original.url = "https://example.org/a";
  original.title = "Ministers meet";
  original.published = published_from_iso("2023-04-02T15:24:00");
  original.published->precision = Precision::minute;
  original.published->evidence = "Status: 04/02/2023 3:24 p.m";
  original.published->ambiguous = true;
  original.modified = published_from_iso("2023-04-03");
  original.modified->evidence = "Updated Monday";
  original.language = "en";
  original.source = "Daily Planet";
  original.section = {"World", "Asia"};
  original.authors = {"Ann Lee", "Bo Chan"};
  original.lead = "They met.";
  original.body = "They met.\n\nQin Gang – \"hello\" – left.";
  original.keywords = {"talks", "sun, moon"};
  original.topics = {{"medtop:11000000", "politics and government", 93, Origin::model},
                     {"label:cocoa", "cocoa", 1, Origin::source}};
  original.entities = {
      {EntityType::person,
       "Qin Gang",
       {"Qin"},
       88,
       Origin::authority,
       {{MentionField::body, 11, 19}}},
      {EntityType::place, "el-x", {}, 7, Origin::rule, {{MentionField::title, 0, 9}}}};
  original.origin = {"file", 3};
  const Article read = article(json_line(to_json(original)));
  EXPECT_EQ(read.published, original.published);
  EXPECT_EQ(read.topics, original.topics);
  EXPECT_EQ(read.entities, original.entities);
  EXPECT_EQ(json_line(to_json(read)), json_line(to_json(original)));
  EXPECT_EQ(read, original);
}

TEST(JsonRecord, OurOwnArticlesAreTakenAsTheyAre) {
  Article original;
  original.id = "1";
  original.title = "A <em>tram</em> &amp;  more";
  original.language = "xx";
  original.authors = {"by Ann Lee, Bo Chan", "ann lee"};
  original.section = {"World > Asia"};
  original.keywords = {"a", "a"};
  original.body = " <p>Short</p>\r\n";
  original.entities = {{EntityType::place, "bern", {"Bern", "bern"}, 0, Origin::source, {}},
                       {EntityType::place, "Bern", {}, 100, Origin::model, {}}};
  original.topics = {{"label:x", "", 3, Origin::model}};
  original.analysis = Analysis::models;
  original.origin = {"file", 3};
  const Understanding read = understanding(json_line(to_json(original)));
  EXPECT_EQ(std::get<Understood>(read).article, original);
  EXPECT_TRUE(std::get<Understood>(read).is_own);
}

TEST(JsonRecord, AFieldOfOursAloneDoesNotMakeARecordOurs) {
  const Understanding read = understanding(
      R"({"title":"t","fingerprint":"00000000000000ff","story_group":"00000000000000ff",
          "analysis":"models","format":"newsindex"})");
  EXPECT_FALSE(std::get<Understood>(read).is_own);
  EXPECT_FALSE(std::get<Understood>(read).article.fingerprint);
  EXPECT_EQ(std::get<Understood>(read).article.story, "");
}

TEST(JsonRecord, AnArticleOfOursThatWasBrokenIsRejectedWithTheField) {
  const std::string mark = R"({"format":"newsindex article 1","title":"t","body":"Zürich",)";
  const auto broken = [&mark](const std::string& rest) { return reason(mark + rest + "}"); };
  const std::string place = R"("entities":[{"type":"place","name":"Zürich","salience":5,)";
  EXPECT_EQ(broken(R"("authors":"Ann")"), "'authors' is not as newsindex writes it");
  EXPECT_EQ(broken(R"("modified":"Monday")"), "'modified' is not as newsindex writes it");
  EXPECT_EQ(broken(R"("entities":[{"type":"city","name":"x","salience":5}])"),
            "'type' is not as newsindex writes it");
  for (const char* const mention :
       {R"({"field":"body","start":3,"end":3})", R"({"field":"lead","start":0,"end":1})", "7"})
    EXPECT_EQ(broken(place + R"("mentions":[)" + mention + "]}]"),
              "'mentions' is not as newsindex writes it")
        << mention;
  EXPECT_EQ(broken(place + R"("mentions":[{"field":"body","start":0,"end":7}]}])"), "understood");
  EXPECT_EQ(reason(R"({"format":"newsindex article 2","title":"t"})"),
            "written by another newsindex (\"newsindex article 2\", this one reads "
            "\"newsindex article 1\")");
}

TEST(JsonRecord, AnArticleOfOursWhoseTextWasEditedIsReadAsAnybodys) {
  const auto is_own = [](const std::string& json) {
    return std::get<Understood>(understanding(json)).is_own;
  };
  const std::string start = R"({"format":"newsindex article 1","title":"t","body":"Zürich",)";
  const std::string place = R"("entities":[{"type":"place","name":"Zürich","salience":5,)"
                            R"("mentions":[{"field":"body",)";
  EXPECT_TRUE(is_own(start + place + R"("start":0,"end":7}]}]})"));
  EXPECT_FALSE(is_own(start + place + R"("start":0,"end":8}]}]})"));
  EXPECT_FALSE(is_own(start + place + R"("start":2,"end":7}]}]})"));
  EXPECT_FALSE(is_own(start + R"("fingerprint":"00000000000000ff"})"));
}

TEST(JsonRecord, DatesOfEveryPrecisionAreReadBack) {
  for (const char* const text : {"2023", "2023-04", "2023-04-02", "2023-04-02T15:24:00+09:00"}) {
    Article original;
    original.id = "1";
    original.title = "t";
    original.published = published_from_iso(text);
    original.published->evidence = "words";
    EXPECT_EQ(article(json_line(to_json(original))).published, original.published) << text;
  }
}

TEST(JsonRecord, AMapNamesFieldsByPath) {
  UnderstandOptions options;
  options.fields = {{"title", "kopf"}, {"body", "inhalt.text"}, {"author", "wer.1.name"}};
  const Article read = article(
      R"({"title":"no","kopf":"yes","Inhalt":{"text":"body"},"wer":[{},{"name":"Ann Lee"}]})",
      options);
  EXPECT_EQ(read.title, "yes");
  EXPECT_EQ(read.body, "body");
  EXPECT_THAT(read.authors, ElementsAre("Ann Lee"));
}

TEST(JsonRecord, WhereAMappedFieldIsMissingTheUsualNamesCount) {
  UnderstandOptions options;
  options.fields = {{"title", "kopf"}};
  EXPECT_EQ(article(R"({"title":"yes"})", options).title, "yes");
}

TEST(JsonRecord, OurOwnOutputGivesBackEntitiesTopicsAndAnalysis) {
  Article before;
  before.id = "a";
  before.title = "Hayashi in Tokyo";
  before.body = "Yoshimasa Hayashi met Kyodo.";
  Entity hayashi;
  hayashi.name = "Yoshimasa Hayashi";
  hayashi.aliases = {"Hayashi"};
  hayashi.salience = 88;
  hayashi.origin = Origin::authority;
  hayashi.id = "Q8049974";
  hayashi.mentions = {{MentionField::title, 0, 7}, {MentionField::body, 0, 17}};
  Entity tokyo;
  tokyo.type = EntityType::place;
  tokyo.name = "Tokyo";
  tokyo.country = "JP";
  tokyo.origin = Origin::model;
  before.entities = {hayashi, tokyo};
  before.topics = {{"medtop:20000639", "diplomacy", 85, Origin::rule}};
  for (const Analysis analysis : {Analysis::none, Analysis::lists, Analysis::models}) {
    before.analysis = analysis;
    const Article after = article(json_line(to_json(before)));
    EXPECT_EQ(after.entities, before.entities);
    EXPECT_EQ(after.topics, before.topics);
    EXPECT_EQ(after.analysis, analysis);
  }
}

TEST(JsonRecord, ACountryOfAnEntityIsACodeOrNothing) {
  const Article read =
      article(R"({"title":"t","entities":[{"type":"place","name":"Oslo","country":"Norway"}]})");
  ASSERT_EQ(read.entities.size(), 1u);
  EXPECT_EQ(read.entities[0].country, "");
}

TEST(JsonRecord, AMapToAnUnknownFieldIsAUsageError) {
  try {
    mapped_field("tilte");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::usage);
    EXPECT_THAT(error.what(), HasSubstr("'tilte'"));
  }
}

struct RejectCase {
  std::string json;
  std::string reason;
};

class Rejects : public testing::TestWithParam<RejectCase> {};

TEST_P(Rejects, SayWhatIsWrong) { EXPECT_EQ(reason(GetParam().json), GetParam().reason); }

const RejectCase kRejects[] = {
    {R"({"title":"t)", "not JSON: the record is cut off"},
    {R"({"title":"t","body":)", "not JSON: the record is cut off"},
    {R"({"title":"t" "body":"x"})",
     "not JSON: a bracket, comma, colon or quotation mark is missing or too many"},
    {R"({"title":tru})", "not JSON: a word is neither true, false nor null"},
    {R"({"title":1.2.3})", "not JSON: a number is malformed"},
    {R"({"title":"\q"})", "not JSON: a string holds an unknown escape"},
    {"{\"title\":\"a\nb\"}", "not JSON: a string holds a line end or another control character"},
    {R"(["title"])", "not a JSON object"},
    {"hello", "not a JSON object"},
    {R"({"title":"t","body":17})", "the body ('body') is a number, not text"},
    {R"({"title":"t","text":{"a":1}})", "the body ('text') is an object, not text"},
    {R"({"title":"t","content":[1.5,true,[]],"x":2})", "understood"},
    {R"({"$schema":"http://json-schema.org/draft-07/schema#","title":"t"})",
     "a JSON Schema, no article"},
    {R"({"$schema":"https://x.example/meta","title":"t","properties":{}})",
     "a JSON Schema, no article"},
    {R"({"$schema":"https://x.example/article.json","title":"t","body":"x"})", "understood"},
    {R"({"name":"trams","version":"1.0.0","description":"x","scripts":{}})",
     "the package.json of a program, no article"},
    {R"({"name":"Trams","version":"2","body":"x"})", "understood"},
    {R"({"title":"t","content":[true]})", "the body ('content') is a list without text, not text"},
};
INSTANTIATE_TEST_SUITE_P(Json, Rejects, testing::ValuesIn(kRejects));

TEST(JsonRecord, HalfSurrogatesBecomeReplacementCharacters) {
  EXPECT_EQ(article(R"({"title":"a\ud83d","body":"\ude00 \ud83d\ude00 \\ud83d"})").title,
            "a\uFFFD");
  EXPECT_EQ(article(R"({"title":"a\ud83d","body":"\ude00 \ud83d\ude00 \\ud83d"})").body,
            "\uFFFD \U0001F600 \\ud83d");
}

TEST(JsonRecord, NanIsForgivenOutsideStringsOnly) {
  EXPECT_EQ(article(R"({"title":"NaN \"NaN","x":NaN,"y":[-Infinity,Infinity]})").title,
            "NaN \"NaN");
}

TEST(JsonRecord, OtherEncodingsAreConverted) {
  EXPECT_EQ(article("{\"title\":\"Caf\xE9\"}").title, "Café");
}

TEST(JsonRecord, ALongRecordAfterAndBeforeShortOnes) {
  const std::string body(6u << 20, 'x');
  EXPECT_EQ(article(R"({"body":"a"})").body, "a");
  EXPECT_EQ(article(R"({"body":")" + body + R"("})").body, body);
  EXPECT_EQ(article(R"({"body":"b"})").body, "b");
}

}  // namespace
}  // namespace newsindex
