// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how fast records are split, parsed and understood, on articles of the usual sizes that
// are made up in memory.
#include <cstdint>
#include <fstream>
#include <string>

#include <benchmark/benchmark.h>
#include <zlib.h>

#include "indexer/enrich/enrich.h"
#include "indexer/extract/understand.h"
#include "indexer/readers/reader.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

std::string paragraph(int seed) {
  return "The ministers of both countries said on day " + std::to_string(seed) +
         " that they would meet again in the spring to talk about trade, fishing and the "
         "\\u201cnew\\u201d "
         "railway, which had been under discussion for three years without any visible result.";
}

std::string json_line_of(int number) {
  std::string body;
  for (int i = 0; i < 25; ++i) body += paragraph(number + i) + "\\n\\n";
  return "{\"id\": \"" + std::to_string(number) +
         "\", \"url\": \"https://example.org/a\", \"title\": \"Ministers meet\", \"date\": "
         "\"2023-04-02\", "
         "\"authors\": \"Ann Lee, Bo Chan\", \"source\": \"Daily Planet\", \"topic\": "
         "\"politics\", "
         "\"content\": \"" +
         body + "\"}\n";
}

std::string sgml_of(int number) {
  std::string body;
  for (int i = 0; i < 12; ++i)
    body +=
        "    The ministers of both countries said that they would\nmeet again in the spring to "
        "talk &lt;X>\n"
        "about trade.\n";
  return "<REUTERS TOPICS=\"YES\" NEWID=\"" + std::to_string(number) +
         "\">\n<DATE>26-FEB-1988 "
         "15:01:01.79</DATE>\n<TOPICS><D>tea</D></TOPICS>\n<PLACES><D>usa</D></PLACES>\n"
         "<TEXT>&#2;\n<TITLE>MINISTERS MEET</TITLE>\n<DATELINE>    BERN, Feb 26 - "
         "</DATELINE><BODY>" +
         body + " Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n";
}

// A page of about 150 kB, like those of newspapers: most of it is menus, teasers and scripts.
std::string html_of(int number) {
  constexpr int kMenu = 350;
  constexpr int kParagraphs = 25;
  std::string page =
      "<!DOCTYPE html><html lang=en><head><title>Ministers meet - Daily Planet</title>"
      "<meta property=og:title content='Ministers meet'><script type='application/ld+json'>"
      "{\"@type\":\"NewsArticle\",\"headline\":\"Ministers meet\",\"datePublished\":"
      "\"2023-04-02T10:00:00Z\",\"author\":{\"@type\":\"Person\",\"name\":\"Ann Lee\"}}</script>"
      "<script>" +
      std::string(50'000, ';') + "</script></head><body><nav><ul>";
  for (int i = 0; i < kMenu; ++i)
    page += "<li class='menu-item item-" + std::to_string(i) + "'><a href='/section/" +
            std::to_string(i) + "' title='Section'><span class=label>Section " + std::to_string(i) +
            "</span></a></li>\n";
  page += "</ul></nav><main><article><h1>Ministers meet</h1><div class='article-body'>";
  for (int i = 0; i < kParagraphs; ++i) page += "<p>" + paragraph(number + i) + "</p>\n";
  page += "</div></article><aside>";
  for (int i = 0; i < kMenu / 2; ++i)
    page += "<div class='teaser'><a href='/news/" + std::to_string(i) + "'><img src='/pictures/" +
            std::to_string(i) +
            ".jpg' alt='A picture'><h3>Another headline of the day</h3></a><p>Its first sentence "
            "says what has happened, and no more.</p></div>\n";
  return page + "</aside></body></html>";
}

std::string gzipped(const std::string& bytes) {
  z_stream stream{};
  constexpr int kGzip = 15 + 16;
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

// A record of a web archive, compressed by itself.
std::string warc_of(int number) {
  const std::string http =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html_of(number);
  return gzipped("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/" +
                 std::to_string(number) +
                 "\r\nWARC-Date: 2023-04-03T00:00:00Z\r\nContent-Type: application/http; "
                 "msgtype=response\r\nContent-Length: " +
                 std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n");
}

std::string nitf_of(int number) {
  std::string body;
  for (int i = 0; i < 12; ++i) body += "<p>" + paragraph(number + i) + "</p>\n";
  return "<nitf><head><title>Ministers meet</title><docdata><doc-id id-string=\"" +
         std::to_string(number) +
         "\"/><date.issue norm=\"20230402T100000Z\"/></docdata></head><body><body.head><hedline>"
         "<hl1>Ministers meet</hl1></hedline></body.head><body.content>" +
         body + "</body.content></body></nitf>\n";
}

std::string item_of(int number) {
  return "<item><title>Ministers meet</title><guid>" + std::to_string(number) +
         "</guid><pubDate>Sun, 02 Apr 2023 10:00:00 GMT</pubDate><description>" +
         paragraph(number) + "</description></item>\n";
}

std::string message_of(int number) {
  std::string body;
  for (int i = 0; i < 12; ++i) body += paragraph(number + i) + "\n\n";
  return "From planet Sun Apr  2 10:00:00 2023\nFrom: Ann Lee <ann@example.org>\nSubject: "
         "Ministers meet\nMessage-ID: <" +
         std::to_string(number) +
         "@example.org>\nDate: Sun, 02 Apr 2023 10:00:00 +0000\nContent-Type: text/plain; "
         "charset=utf-8\n\n" +
         body + "\n";
}

std::string row_of(int number) {
  std::string body;
  for (int i = 0; i < 12; ++i) body += paragraph(number + i) + " ";
  return std::to_string(number) + ",Ministers meet,2023-04-02,\"" + body + "\"\n";
}

std::string wire_of(int number) {
  std::string body;
  for (int i = 0; i < 12; ++i) body += "   " + paragraph(number + i) + "\r\n\r\n";
  return "\x01nwa017 4 i 62  planet 0312\r\n\r\n\x02Ministers meet =\r\n\r\n" + body + "\x03" +
         "021000 GMT Apr 23\r\n\x04";
}

// A file of many records.
struct Kind {
  std::string (*make)(int);
  const char* before = "";
  const char* after = "";
  int articles = 2000;
};

constexpr Kind kJsonLines{json_line_of};
constexpr Kind kSgml{sgml_of};
constexpr Kind kPage{html_of, "", "", 1};
constexpr Kind kWarc{warc_of, "", "", 200};
constexpr Kind kNitf{nitf_of, "", "", 1};
constexpr Kind kFeed{item_of, "<rss><channel><title>Daily Planet</title>", "</channel></rss>"};
constexpr Kind kMailbox{message_of};
constexpr Kind kTable{row_of, "id,title,date,body\n"};
constexpr Kind kWire{wire_of};

SourceFile written(const TemporaryFolder& folder, const Kind& kind) {
  std::string text = kind.before;
  for (int i = 0; i < kind.articles; ++i) text += kind.make(i);
  text += kind.after;
  return {folder.write("articles", text), text.size(), 0};
}

enum class Until : std::int8_t { split, understood, enriched };

void read_all(benchmark::State& state, const Kind& kind, Until until) {
  const TemporaryFolder folder;
  const SourceFile file = written(folder, kind);
  const Enricher enricher({});
  const auto take = [until, &enricher, &state](const Record& record) {
    if (until == Until::split) return true;
    Understanding understanding = understand(record, {});
    if (until == Until::enriched)
      benchmark::DoNotOptimize(
          enricher.enrich(std::move(std::get<Understood>(understanding).article)));
    if (const auto* reject = std::get_if<Reject>(&understanding))
      state.SkipWithError(reject->reason.c_str());
    benchmark::DoNotOptimize(understanding);
    return true;
  };
  for (auto _ : state)
    read_records(file, {}, take,
                 [&state](const Reject& r) { state.SkipWithError(r.reason.c_str()); });
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.bytes));
  state.SetItemsProcessed(state.iterations() * kind.articles);
}

BENCHMARK_CAPTURE(read_all, json_lines_split, kJsonLines, Until::split);
BENCHMARK_CAPTURE(read_all, json_lines_understood, kJsonLines, Until::understood);
BENCHMARK_CAPTURE(read_all, json_lines_enriched, kJsonLines, Until::enriched);
BENCHMARK_CAPTURE(read_all, sgml_split, kSgml, Until::split);
BENCHMARK_CAPTURE(read_all, sgml_understood, kSgml, Until::understood);
BENCHMARK_CAPTURE(read_all, sgml_enriched, kSgml, Until::enriched);
BENCHMARK_CAPTURE(read_all, page_understood, kPage, Until::understood);
BENCHMARK_CAPTURE(read_all, page_enriched, kPage, Until::enriched);
BENCHMARK_CAPTURE(read_all, warc_split, kWarc, Until::split);
BENCHMARK_CAPTURE(read_all, warc_understood, kWarc, Until::understood);
BENCHMARK_CAPTURE(read_all, nitf_split, kNitf, Until::split);
BENCHMARK_CAPTURE(read_all, nitf_understood, kNitf, Until::understood);
BENCHMARK_CAPTURE(read_all, feed_split, kFeed, Until::split);
BENCHMARK_CAPTURE(read_all, feed_understood, kFeed, Until::understood);
BENCHMARK_CAPTURE(read_all, mailbox_split, kMailbox, Until::split);
BENCHMARK_CAPTURE(read_all, mailbox_understood, kMailbox, Until::understood);
BENCHMARK_CAPTURE(read_all, table_split, kTable, Until::split);
BENCHMARK_CAPTURE(read_all, table_understood, kTable, Until::understood);
BENCHMARK_CAPTURE(read_all, wire_split, kWire, Until::split);
BENCHMARK_CAPTURE(read_all, wire_understood, kWire, Until::understood);

}  // namespace
}  // namespace newsindex

BENCHMARK_MAIN();
