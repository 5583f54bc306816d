// SPDX-License-Identifier: GPL-3.0-or-later
// Measures each kind of query, with its ten best hits and exact total, without starting a process.
//   NEWSINDEX_ARCHIVE=DIR search_bench
// The archive should hold news in English, such as the Reuters-21578 collection.
#include <cstdlib>
#include <string>

#include <benchmark/benchmark.h>

#include "query/search/search.h"
#include "schema/archive/archive.h"
#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

Archive& archive() {
  static Archive opened(std::getenv("NEWSINDEX_ARCHIVE") ? std::getenv("NEWSINDEX_ARCHIVE") : "");
  return opened;
}

SearchRequest request_for(const std::string& query) {
  using namespace std::chrono;
  SearchRequest request;
  request.query = parse_query(query, {Match::all, year{2024} / January / 1});
  request.detail = HitDetail::id;
  return request;
}

void searching(benchmark::State& state, const char* query) {
  const SearchRequest request = request_for(query);
  for (auto _ : state) benchmark::DoNotOptimize(search(archive(), request).total);
}

// The same with titles and snippets.
void showing(benchmark::State& state, const char* query) {
  SearchRequest request = request_for(query);
  request.detail = HitDetail::text;
  for (auto _ : state) benchmark::DoNotOptimize(search(archive(), request).total);
}

// Searches for articles like the first hit of a query.
void comparing(benchmark::State& state, const char* query) {
  SimilarRequest request;
  request.like = search(archive(), request_for(query)).hits.at(0).article.id;
  for (auto _ : state) benchmark::DoNotOptimize(similar(archive(), request).total);
}

void counting(benchmark::State& state, const char* query) {
  const SearchRequest request = request_for(query);
  for (auto _ : state) benchmark::DoNotOptimize(count(archive(), request).total);
}

void counting_values(benchmark::State& state, const char* query) {
  const FacetRequest request{request_for(query), {"place"}};
  for (auto _ : state) benchmark::DoNotOptimize(facets(archive(), request).total);
}

BENCHMARK_CAPTURE(searching, a_rare_word, "hostels")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(searching, a_frequent_word, "bank")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(searching, two_words, "bank settlements")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(searching, any_of_three, "(public OR bank OR share)")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(searching, a_phrase, "\"unemployment rate\"")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(searching, a_word_of_some_weeks, "bank date:1987-03-01..1987-04-15")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(searching, everything, "")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(showing, two_words, "bank settlements")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(comparing, with_an_article, "bank settlements")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(counting, a_frequent_word, "bank")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(counting_values, of_a_frequent_word, "bank")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(counting_values, of_everything, "")->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace newsindex

BENCHMARK_MAIN();
