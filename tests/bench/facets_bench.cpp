// SPDX-License-Identifier: GPL-3.0-or-later
// Compares our facets and ranges of dates with Xapian's match spy and value range, on one archive.
//   NEWSINDEX_ARCHIVE=DIR facets_bench
// The archive should hold articles with places and dates, such as the Reuters-21578 collection.
#include <cstdlib>
#include <map>
#include <string>

#include <benchmark/benchmark.h>
#include <xapian.h>

#include "query/search/search.h"
#include "schema/archive/archive.h"
#include "schema/packed.h"
#include "schema/query_language/parser.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

constexpr const char* kWord = "oil";

Archive& archive() {
  static Archive opened(std::getenv("NEWSINDEX_ARCHIVE") ? std::getenv("NEWSINDEX_ARCHIVE") : "");
  return opened;
}

SearchRequest request_for(const std::string& query) {
  using namespace std::chrono;
  SearchRequest request;
  request.query_text = query;
  request.query = parse_query(query, {Match::all, year{2024} / January / 1});
  return request;
}

class PlaceSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    const std::string packed =
        document.get_value(static_cast<Xapian::valueno>(field("place").slot));
    std::string_view rest = packed;
    for (std::string_view each; take_packed(rest, each);) ++counts[std::string(each)];
  }
  std::map<std::string, std::uint64_t> counts;
};

// A query for one word, or for everything if empty, for Xapian.
Xapian::Query plain_query(const std::string& query) {
  return query.empty() ? Xapian::Query::MatchAll : Xapian::Query(query);
}

Xapian::Database all_segments() {
  Xapian::Database all;
  for (const OpenSegment* open : archive().segments()) all.add_database(open->database());
  return all;
}

void facets_ours(benchmark::State& state, const char* query) {
  const FacetRequest request{request_for(query), {"place"}};
  for (auto _ : state) benchmark::DoNotOptimize(facets(archive(), request).total);
}

void facets_by_spy(benchmark::State& state, const char* query) {
  const Xapian::Database all = all_segments();
  const Xapian::Query plain = plain_query(query);
  for (auto _ : state) {
    PlaceSpy spy;
    Xapian::Enquire enquire(all);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(plain);
    enquire.add_matchspy(&spy);
    benchmark::DoNotOptimize(enquire.get_mset(0, 0, all.get_doccount()).size());
    benchmark::DoNotOptimize(spy.counts.size());
  }
}

void range_ours(benchmark::State& state, const char* range) {
  const SearchRequest request = request_for(std::string(kWord) + " " + range);
  for (auto _ : state) benchmark::DoNotOptimize(search(archive(), request).total);
}

// The same search with a value range on the order slot, which is how Xapian's own range processors
// do it.
void range_by_value(benchmark::State& state, const char* first, const char* last) {
  const Xapian::Database all = all_segments();
  const Xapian::Query range(Xapian::Query::OP_VALUE_RANGE, kOrderSlot,
                            order_value(published_from_iso(first), "").substr(0, 5),
                            order_value(published_from_iso(last), "").substr(0, 5) + "\xff");
  const Xapian::Query query(Xapian::Query::OP_FILTER, plain_query(kWord), range);
  for (auto _ : state) {
    Xapian::Enquire enquire(all);
    enquire.set_query(query);
    benchmark::DoNotOptimize(enquire.get_mset(0, 10, all.get_doccount()).size());
  }
}

void range_ours_count(benchmark::State& state, const char* range) {
  const SearchRequest request = request_for(std::string(kWord) + " " + range);
  for (auto _ : state) benchmark::DoNotOptimize(count(archive(), request).total);
}

BENCHMARK_CAPTURE(facets_ours, of_a_word, kWord)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(facets_by_spy, of_a_word, kWord)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(facets_ours, of_all_articles, "")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(facets_by_spy, of_all_articles, "")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(range_ours_count, of_a_week, "date:1987-03-09..1987-03-15")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(range_ours, of_a_week_with_ten_hits, "date:1987-03-09..1987-03-15")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(range_by_value, of_a_week, "1987-03-09", "1987-03-16")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(range_ours_count, of_a_month, "date:1987-03")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(range_by_value, of_a_month, "1987-03-01", "1987-04-01")
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace newsindex

BENCHMARK_MAIN();
