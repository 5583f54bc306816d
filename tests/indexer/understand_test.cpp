// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/understand.h"

#include <gmock/gmock.h>

#include "schema/language_names.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

Understood understood(RecordFormat format, const std::string& bytes,
                      const UnderstandOptions& options = {}) {
  const Understanding result = understand({format, bytes, {"news/file", 3}}, options);
  if (const auto* reject = std::get_if<Reject>(&result)) {
    ADD_FAILURE() << reject->reason;
    return {};
  }
  return std::get<Understood>(result);
}

std::string reason(RecordFormat format, const std::string& bytes) {
  const Understanding result = understand({format, bytes, {"news/file", 3}}, {});
  const auto* reject = std::get_if<Reject>(&result);
  return reject == nullptr ? "understood" : reject->reason;
}

struct IdCase {
  std::string name;
  RecordFormat format;
  std::string bytes;
  std::string id;
};

class Ids : public testing::TestWithParam<IdCase> {};

TEST_P(Ids, ComeFromTheRecordTheAddressOrThePlace) {
  UnderstandOptions options;
  options.id_prefix = "x-";
  EXPECT_EQ(understood(GetParam().format, GetParam().bytes, options).article.id, GetParam().id);
}

const IdCase kIds[] = {
    {"OfTheRecordWithPrefix", RecordFormat::json, R"({"id":7,"url":"http://a/","title":"t"})",
     "x-7"},
    {"TheAddress", RecordFormat::json, R"({"url":"HTTP://A.org/b?utm_source=x&c=1#d","title":"t"})",
     "http://a.org/b?c=1"},
    {"PathAndRecord", RecordFormat::json, R"({"title":"t"})", "news/file#3"},
    {"Sgml", RecordFormat::sgml, "<REUTERS NEWID=\"5\"><TITLE>t</TITLE></REUTERS>", "x-5"},
};
INSTANTIATE_TEST_SUITE_P(Of, Ids, testing::ValuesIn(kIds),
                         [](const auto& param_info) { return param_info.param.name; });

TEST(Understand, APageWithoutAddressIsKnownByItsPath) {
  EXPECT_EQ(
      understood(RecordFormat::page, "Rain\n\nIt rained in the town all day long.\n").article.id,
      "news/file");
}

TEST(Understand, NoDayAfterTheRecordWasFetchedIsTaken) {
  UnderstandOptions options;
  options.reference_time = published_from_iso("2019-07-10");
  const auto published = [&](const std::string& date) {
    const auto article =
        understood(RecordFormat::json,
                   R"({"title":"t","url":"http://a.org/x","date":")" + date + "\"}", options)
            .article;
    return article.published ? to_iso(*article.published) : "";
  };
  EXPECT_EQ(published("2019-07-11"), "2019-07-11");  // in another zone
  EXPECT_EQ(published("2019-07-12"), "");
  EXPECT_EQ(published("2199-01-01"), "");
  EXPECT_EQ(published("12/05/2019"), "2019-05-12");
  EXPECT_EQ(published("05/12/2019"), "2019-05-12");
}

TEST(Understand, TheAddressTellsTheDayWhereNothingElseDoes) {
  const std::string address = R"({"title":"t","url":"http://a.org/2019/07/10/x")";
  const auto undated = understood(RecordFormat::json, address + "}").article;
  EXPECT_EQ(to_iso(undated.published.value()), "2019-07-10");
  EXPECT_EQ(undated.published->evidence, "2019/07/10");
  const auto dated = understood(RecordFormat::json, address + R"(,"date":"2019-07-11"})").article;
  EXPECT_EQ(to_iso(dated.published.value()), "2019-07-11");
}

TEST(Understand, OptionsFillWhatRecordsDoNotSay) {
  UnderstandOptions options;
  options.source = "Daily Planet";
  options.language = "de";
  const Article filled = understood(RecordFormat::json, R"({"title":"t"})", options).article;
  EXPECT_EQ(filled.source, "Daily Planet");
  EXPECT_EQ(filled.language, "de");
  const Article own =
      understood(RecordFormat::json, R"({"title":"t","source":"S","lang":"en"})", options).article;
  EXPECT_EQ(own.source, "S");
  EXPECT_EQ(own.language, "en");
}

TEST(Understand, TheOriginIsWhereTheRecordWasRead) {
  const Article read =
      understood(RecordFormat::json, R"({"title":"t","origin":{"path":"p"}})").article;
  EXPECT_EQ(read.origin, (Provenance{"news/file", 3}));
}

TEST(Understand, TheSiteIsTheSourceTheHostOrTheFolder) {
  EXPECT_EQ(understood(RecordFormat::json, R"({"title":"t","source":"S","url":"http://h/"})").site,
            "S");
  EXPECT_EQ(understood(RecordFormat::json, R"({"title":"t","url":"http://www.h.org/a"})").site,
            "h.org");
  EXPECT_EQ(understood(RecordFormat::json, R"({"title":"t"})").site, "news");
}

TEST(Understand, RecordsWithoutTitleAndBodyAreRejected) {
  EXPECT_EQ(reason(RecordFormat::json, R"({"id":1})"), "no title and no body");
  EXPECT_EQ(reason(RecordFormat::json, R"({"title":" ","body":""})"), "no title and no body");
  EXPECT_EQ(reason(RecordFormat::sgml, "<DOC><DOCNO>1</DOCNO></DOC>"), "no title and no body");
}

TEST(Understand, BinaryBodiesAreRejected) {
  EXPECT_EQ(reason(RecordFormat::json, "{\"body\":\"\xEF\xBF\xBD\xEF\xBF\xBDx\xEF\xBF\xBDy\"}"),
            "the body is not text");
}

struct AddressCase {
  std::string url;
  std::string host;
  std::string canonical;
};

class WebAddress : public testing::TestWithParam<AddressCase> {};

TEST_P(WebAddress, HasAHostAndACanonicalForm) {
  EXPECT_EQ(host_of(GetParam().url), GetParam().host);
  EXPECT_EQ(canonical_url(GetParam().url), GetParam().canonical);
}

const AddressCase kAddresses[] = {
    {"https://www.Example.org:8080/A?b=C#d", "example.org", "https://www.example.org:8080/A?b=C"},
    {"http://user@example.org", "example.org", "http://example.org"},
    {"http://e.org/a?utm_source=x", "e.org", "http://e.org/a"},
    {"http://e.org/a?fbclid=1&b=2&utm_medium=y&c=3", "e.org", "http://e.org/a?b=2&c=3"},
    {"http://e.org?q", "e.org", "http://e.org?q"},
    {"not an address", "", "not an address"},
    {"", "", ""},
};
INSTANTIATE_TEST_SUITE_P(Of, WebAddress, testing::ValuesIn(kAddresses));

struct CodeCase {
  std::string name;
  std::string code;
};

class LanguageCode : public testing::TestWithParam<CodeCase> {};

TEST_P(LanguageCode, IsOfTwoLetters) { EXPECT_EQ(language_code(GetParam().name), GetParam().code); }

const CodeCase kCodes[] = {
    {"en", "en"},      {"EN", "en"},      {"en-US", "en"},   {"en_GB", "en"},    {"eng", "en"},
    {"English", "en"}, {"german", "de"},  {"Deutsch", "de"}, {"français", "fr"}, {"ger", "de"},
    {"deu", "de"},     {"zh-Hans", "zh"}, {"中文", "zh"},    {"日本語", "ja"},   {"xx", ""},
    {"", ""},          {"klingon", ""},   {"und", ""},       {"iw", "he"},       {"pt-BR", "pt"},
    {"nb-NO", "no"},   {"no", "no"},      {"nob", "no"},     {"nn", "nn"},
};
INSTANTIATE_TEST_SUITE_P(Of, LanguageCode, testing::ValuesIn(kCodes));

}  // namespace
}  // namespace newsindex
