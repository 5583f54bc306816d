// SPDX-License-Identifier: GPL-3.0-or-later
// Containers, compressed files and web archives, whole and hostile.
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/readers/http_message.h"
#include "tests/indexer/packing.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Outcome = PackedOutcome;

Outcome read(const std::string& bytes, ReadLimits limits = {}) {
  return read_packed(bytes, std::move(limits));
}

const std::string kPage =
    "The ministers met in the capital on Tuesday, and they talked about fish.";
const Entries kTwo{{"a/one.txt", kPage}, {"b.jsonl", "{\"id\":1}\n{\"id\":2}\n"}};

struct Kind {
  const char* name;
  int format;
  int filter;
  friend std::ostream& operator<<(std::ostream& out, const Kind& kind) { return out << kind.name; }
};

class ContainerKind : public ::testing::TestWithParam<Kind> {};

TEST_P(ContainerKind, GivesTheRecordsOfAllEntries) {
  const Outcome outcome = read(pack(GetParam().format, GetParam().filter, kTwo));
  EXPECT_THAT(outcome.records,
              ElementsAre("a/one.txt: " + kPage, "b.jsonl: {\"id\":1}", "b.jsonl: {\"id\":2}"));
  EXPECT_THAT(outcome.rejects, IsEmpty());
  EXPECT_EQ(outcome.whole[2].origin.record, 2u);
}

INSTANTIATE_TEST_SUITE_P(
    Of, ContainerKind,
    ::testing::Values(Kind{"Tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE},
                      Kind{"TarGzip", ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE, ARCHIVE_FILTER_GZIP},
                      Kind{"TarXz", ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_XZ},
                      Kind{"TarZstd", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_ZSTD},
                      Kind{"Zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE},
                      Kind{"SevenZip", ARCHIVE_FORMAT_7ZIP, ARCHIVE_FILTER_NONE}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Compressed, IsReadAsTheFileItself) {
  for (const int filter : {ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_BZIP2, ARCHIVE_FILTER_XZ,
                           ARCHIVE_FILTER_ZSTD, ARCHIVE_FILTER_LZMA})
    EXPECT_THAT(read(compressed(filter, "{\"id\":1}\n{\"id\":2}\n")).records,
                ElementsAre(": {\"id\":1}", ": {\"id\":2}"))
        << filter;
}

TEST(Container, MayStandInAnother) {
  const std::string inner = pack(ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, kTwo);
  const std::string seven = pack(ARCHIVE_FORMAT_7ZIP, ARCHIVE_FILTER_NONE, {{"c.txt", kPage}});
  const Outcome outcome = read(
      pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
           {{"in.tar.gz", inner}, {"x.7z", seven}, {"y", compressed(ARCHIVE_FILTER_XZ, kPage)}}));
  EXPECT_THAT(outcome.records,
              ElementsAre("in.tar.gz/a/one.txt: " + kPage, "in.tar.gz/b.jsonl: {\"id\":1}",
                          "in.tar.gz/b.jsonl: {\"id\":2}", "x.7z/c.txt: " + kPage, "y: " + kPage));
}

TEST(Container, PassesOverWhatIsNoText) {
  const Outcome outcome = read(pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
                                    {{"a.png", "\x89PNG\r\n"},
                                     {".hidden", kPage},
                                     {"__MACOSX/b", kPage},
                                     {"empty", ""},
                                     {"c.txt", kPage}}));
  EXPECT_THAT(outcome.records, ElementsAre("c.txt: " + kPage));
  EXPECT_THAT(outcome.rejects, IsEmpty());
}

TEST(Container, SaysWhenThereIsNothingInIt) {
  EXPECT_THAT(
      read(pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {{"a.png", "\x89PNG\r\n"}})).rejects,
      ElementsAre(": no articles in it"));
  EXPECT_THAT(
      read(pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
                {{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}}))
          .rejects,
      ElementsAre(": not an article: a Word document (docx); 'pandoc --to plain FILE' makes "
                  "text of it"));
}

TEST(Container, MakesNamesHarmless) {
  const Outcome outcome = read(pack(ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE, ARCHIVE_FILTER_NONE,
                                    {{"../../etc/pass\nwd", kPage}, {"/top/x", kPage}}));
  EXPECT_THAT(outcome.records, ElementsAre("etc/pass wd: " + kPage, "top/x: " + kPage));
}

TEST(Container, IsRefusedWhereItIsNestedTooDeep) {
  std::string bytes = kPage;
  for (int i = 0; i < 7; ++i) bytes = pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {{"x", bytes}});
  EXPECT_THAT(read(bytes).rejects,
              ElementsAre("x/x/x/x/x: containers are nested more than 5 deep"));
  ReadLimits limits;
  limits.nesting = 7;
  EXPECT_THAT(read(bytes, limits).records, ElementsAre("x/x/x/x/x/x/x: " + kPage));
}

TEST(Container, IsRefusedWhereItIsABomb) {
  ReadLimits limits;
  limits.grace_bytes = 1 << 20;
  limits.expansion = 100;
  const std::string lines(64 << 20, '\n');
  const Outcome gzip = read(compressed(ARCHIVE_FILTER_GZIP, "{\"id\":1}\n" + lines), limits);
  EXPECT_THAT(gzip.rejects, ElementsAre(HasSubstr("expands to more than 100 times its size")));
  const Outcome zip = read(pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
                                {{"a.txt", kPage}, {"bomb", lines}, {"b.txt", kPage}}),
                           limits);
  EXPECT_THAT(zip.records, ElementsAre("a.txt: " + kPage));
  EXPECT_FALSE(zip.rejects.empty());
}

TEST(Container, KeepsWhatCameBeforeTheDamage) {
  std::string lines;
  for (int i = 0; i < 20'000; ++i) lines += "{\"id\":" + std::to_string(i * 7919) + "}\n";
  std::string gzip = compressed(ARCHIVE_FILTER_GZIP, lines);
  gzip.resize(gzip.size() / 2);
  const Outcome outcome = read(gzip);
  EXPECT_GT(outcome.records.size(), 5'000u);
  EXPECT_THAT(
      outcome.rejects,
      ElementsAre(HasSubstr("cannot be read: the file ends within gzip member 1 (from byte 0)")));
}

TEST(Container, SaysWhatIsEncrypted) {
  const std::string zip =
      pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {{"a.txt", kPage}}, "secret");
  EXPECT_THAT(read(zip).rejects, ElementsAre("a.txt: encrypted"));
}

TEST(Container, OfManyEntriesIsRead) {
  Entries entries;
  for (int i = 0; i < 3'000; ++i) entries.emplace_back("f" + std::to_string(i), kPage);
  EXPECT_EQ(read(pack(ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_ZSTD, entries)).records.size(),
            3'000u);
}

// Web archives.

std::string warc(const std::string& type, const std::string& url, const std::string& block,
                 const std::string& length = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2022-05-06T07:08:09Z\r\nContent-Length: " +
         (length.empty() ? std::to_string(block.size()) : length) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string answer(const std::string& body, const std::string& more = "",
                   const std::string& type = "text/html; charset=windows-1252") {
  return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + more + "\r\n" + body;
}

const std::string kHtml = "<html><p>" + kPage + "</p></html>";

TEST(Warc, GivesThePagesThatWereAnswered) {
  const Outcome outcome =
      read(warc("warcinfo", "", "software: x") + warc("request", "http://e.org/", "GET /") +
           warc("response", "http://e.org/1", answer(kHtml)) +
           warc("response", "http://e.org/2", "HTTP/1.1 404 Not Found\r\n\r\nno") +
           warc("response", "http://e.org/3", answer("\x89PNG", "", "image/png")) +
           warc("resource", "http://e.org/4", kHtml));
  EXPECT_THAT(outcome.records, ElementsAre(": " + kHtml, ": " + kHtml));
  EXPECT_THAT(outcome.rejects, IsEmpty());
  EXPECT_EQ(outcome.whole[0].url, "http://e.org/1");
  EXPECT_EQ(outcome.whole[0].charset, "windows-1252");
  EXPECT_EQ(outcome.whole[0].retrieved, "2022-05-06T07:08:09Z");
  EXPECT_EQ(outcome.whole[0].format, RecordFormat::html);
}

TEST(Warc, MayBeCompressedAsAWholeOrRecordByRecord) {
  const std::string one = warc("response", "http://e.org/1", answer(kHtml));
  EXPECT_EQ(read(compressed(ARCHIVE_FILTER_GZIP, one + one)).records.size(), 2u);
  const std::string member = compressed(ARCHIVE_FILTER_GZIP, one);
  EXPECT_EQ(read(member + member + member).records.size(), 3u);
}

TEST(Warc, FindsTheNextRecordWhereALengthLies) {
  const std::string good = warc("response", "http://e.org/2", answer(kHtml));
  const Outcome outcome = read(warc("response", "http://e.org/1", answer(kHtml), "20") + good +
                               warc("response", "http://e.org/3", answer(kHtml), "huge") + good);
  EXPECT_THAT(outcome.records, ElementsAre(": " + kHtml, ": " + kHtml));
  EXPECT_THAT(outcome.rejects,
              ElementsAre(": the HTTP header does not end", HasSubstr("a length is wrong"),
                          HasSubstr("without Content-Length")));
}

TEST(Warc, SaysWhereItIsCutOff) {
  const std::string good = warc("response", "http://e.org/1", answer(kHtml));
  const Outcome outcome = read(good + good.substr(0, good.size() - 30));
  EXPECT_EQ(outcome.records.size(), 1u);
  EXPECT_THAT(outcome.rejects, ElementsAre(": the file ends within this record"));
}

TEST(Warc, PassesOverWhatIsTooLong) {
  ReadLimits limits;
  limits.record_bytes = 1000;
  const std::string good = warc("response", "http://e.org/2", answer(kHtml));
  const Outcome outcome =
      read(warc("response", "http://e.org/1", answer(std::string(1 << 20, 'x'))) + good, limits);
  EXPECT_EQ(outcome.records.size(), 1u);
  EXPECT_THAT(outcome.rejects, ElementsAre(": longer than 1000 bytes"));
}

TEST(Arc, GivesItsPages) {
  const std::string block = answer(kHtml);
  const std::string arc =
      "filedesc://x.arc 0.0.0.0 20080430204825 text/plain 10\n0123456789\n\n"
      "http://e.org/a b 192.0.2.1 20080430204826 text/html " +
      std::to_string(block.size()) + "\n" + block + "\n";
  const Outcome outcome = read(arc);
  ASSERT_EQ(outcome.records.size(), 1u);
  EXPECT_EQ(outcome.whole[0].url, "http://e.org/a b");
  EXPECT_EQ(outcome.whole[0].retrieved, "2008-04-30T20:48:26Z");
}

TEST(Arc, NamesTheLineThatBeginsNoRecord) {
  const Outcome outcome = read(
      "filedesc://x.arc 0.0.0.0 20080430204825 text/plain -1\nx\n\n"
      "http://e.org/a 192.0.2.1 20080430204826 text/html abc\nx\n");
  EXPECT_THAT(outcome.rejects,
              ElementsAre(": the length of an ARC record is wrong: "
                          "'filedesc://x.arc 0.0.0.0 20080430204825 text/plain -1'",
                          ": the length of an ARC record is wrong: "
                          "'http://e.org/a 192.0.2.1 20080430204826 text/html abc'"));
}

TEST(Arc, GivesAPageWithoutAnHttpHeaderAndALastOneThatIsWhole) {
  const std::string block =
      answer(kHtml, "Content-Length: " + std::to_string(kHtml.size()) + "\r\n");
  const Outcome outcome = read(
      "filedesc://x.arc 0.0.0.0 20080430204825 text/plain 10\n0123456789\n\n"
      "http://e.org/a 192.0.2.1 20080430204826 text/html " +
      std::to_string(kHtml.size()) + "\n" + kHtml +
      "\n\nhttp://e.org/b 192.0.2.1 20080430204826 text/html " + std::to_string(block.size() + 20) +
      "\n" + block);
  EXPECT_EQ(outcome.records.size(), 2u);
  EXPECT_THAT(outcome.rejects, IsEmpty());
}

std::string body_of(const std::string& message) {
  const auto read = read_http(message, 1 << 20);
  const auto* reason = std::get_if<std::string>(&read);
  return reason != nullptr ? "! " + *reason : std::get<HttpMessage>(read).body;
}

TEST(Http, IsDecoded) {
  EXPECT_EQ(body_of(answer("5\r\nHello\r\n7;x=y\r\n, world\r\n0\r\n\r\n",
                           "Transfer-Encoding: chunked\r\n")),
            "Hello, world");
  EXPECT_EQ(body_of(answer("not chunked", "Transfer-Encoding: chunked\r\n")), "not chunked");
  EXPECT_EQ(body_of(answer(compressed(ARCHIVE_FILTER_GZIP, kHtml), "Content-Encoding: gzip\r\n")),
            kHtml);
  EXPECT_EQ(body_of(answer(kHtml, "Content-Encoding: gzip\r\n")), kHtml);
  EXPECT_EQ(body_of(answer("\x1f\x8b\x08"
                           "damaged",
                           "")),
            "! the body is damaged gzip");
  const std::string brotli(
      "\x1b\x2b\x00\xf8\x8d\x94\xab\xab\x53\xcd\x43\x05\x47\x27\x7d\xca\xd0\x52\x90\x5a\x98\xc9\x06"
      "\x9a\xf1\x29\xc4\x9b\x30\xce\x54\x00",
      32);
  EXPECT_EQ(body_of(answer(brotli, "Content-Encoding: br\r\n")),
            "<p>The harbour, the harbour, the harbour</p>");
  EXPECT_EQ(body_of(answer("\x0b\xff\x80", "Content-Encoding: br\r\n")),
            "! the body is damaged brotli");
  EXPECT_EQ(body_of(answer(kHtml, "Content-Encoding: br\r\n")), kHtml);
  EXPECT_EQ(body_of(answer("\x28\xb5\x2f\xfd", "Content-Encoding: zstd\r\n")),
            "! compressed in an unknown way (zstd)");
  EXPECT_EQ(body_of("HTTP/1.1 200 OK\r\nno end"), "! the HTTP header does not end");
}

}  // namespace
}  // namespace newsindex
