// SPDX-License-Identifier: GPL-3.0-or-later
// How fast records are split, parsed and understood, on articles made up in memory of the usual
// sizes.
#include <cstdint>
#include <fstream>
#include <string>

#include <benchmark/benchmark.h>

#include "indexer/enrich/enrich.h"
#include "indexer/extract/understand.h"
#include "indexer/readers/reader.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

constexpr int kArticles = 2000;

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

SourceFile written(const TemporaryFolder& folder, std::string (*make)(int)) {
  std::string text;
  for (int i = 0; i < kArticles; ++i) text += make(i);
  return {folder.write("articles", text), text.size(), 0};
}

enum class Until : std::int8_t { split, understood, enriched };

void read_all(benchmark::State& state, std::string (*make)(int), Until until) {
  const TemporaryFolder folder;
  const SourceFile file = written(folder, make);
  const Enricher enricher({});
  const auto take = [until, &enricher](const Record& record) {
    if (until == Until::split) return true;
    Understanding understanding = understand(record, {});
    if (until == Until::enriched)
      benchmark::DoNotOptimize(
          enricher.enrich(std::move(std::get<Understood>(understanding).article)));
    benchmark::DoNotOptimize(understanding);
    return true;
  };
  for (auto _ : state)
    read_records(file, {}, take,
                 [&state](const Reject& r) { state.SkipWithError(r.reason.c_str()); });
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.bytes));
  state.SetItemsProcessed(state.iterations() * kArticles);
}

BENCHMARK_CAPTURE(read_all, json_lines_split, json_line_of, Until::split);
BENCHMARK_CAPTURE(read_all, json_lines_understood, json_line_of, Until::understood);
BENCHMARK_CAPTURE(read_all, json_lines_enriched, json_line_of, Until::enriched);
BENCHMARK_CAPTURE(read_all, sgml_split, sgml_of, Until::split);
BENCHMARK_CAPTURE(read_all, sgml_understood, sgml_of, Until::understood);
BENCHMARK_CAPTURE(read_all, sgml_enriched, sgml_of, Until::enriched);

}  // namespace
}  // namespace newsindex

BENCHMARK_MAIN();
