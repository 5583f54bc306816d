// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the cost of authority files and topic rules, on made-up articles of 450 words.
//   lists_bench indexer/models
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "indexer/enrich/lists/list_lookup.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

std::string models = "indexer/models";

constexpr std::size_t kWords = 450;
constexpr std::size_t kArticles = 2000;
constexpr std::size_t kNames = 500'000;

std::string made_up_word(std::uint64_t number) {
  constexpr std::string_view kSyllables[] = {"ba",  "ke", "mi", "to", "ru",  "san", "del", "vor",
                                             "lin", "ga", "pe", "no", "shi", "cru", "an",  "ter"};
  std::string word;
  for (number += 16; number > 0; number /= 16) word += kSyllables[number % 16];
  return word;
}

// Words as often as in news: the n-th word comes 1/n as often as the first; some have capitals.
std::vector<Article> made_up_articles() {
  constexpr std::string_view kNewsWords[] = {"the",  "election", "minister", "talks", "oil",
                                             "bank", "court",    "trade",    "union", "police"};
  std::mt19937 random(1);
  std::uniform_real_distribution<double> share(0, 1);
  std::vector<Article> articles(kArticles);
  for (Article& article : articles) {
    article.language = "en";
    for (std::size_t i = 0; i < kWords; ++i) {
      const auto rank = static_cast<std::size_t>(std::pow(40'000.0, share(random)));
      std::string word =
          rank <= std::size(kNewsWords) ? std::string(kNewsWords[rank - 1]) : made_up_word(rank);
      if (rank % 8 == 0) word[0] = static_cast<char>(word[0] - 'a' + 'A');
      std::string& text = i < 9 ? article.title : article.body;
      text += word + (i % 20 == 19 ? ". " : " ");
    }
  }
  return articles;
}

std::string made_up_names() {
  std::mt19937 random(2);
  std::string text;
  for (std::size_t i = 0; i < kNames; ++i) {
    std::string first = made_up_word(random() % 60'000);
    std::string last = made_up_word(random() % 400'000);
    first[0] = static_cast<char>(first[0] - 'a' + 'A');
    last[0] = static_cast<char>(last[0] - 'a' + 'A');
    text += first + " " + last + "\tperson\t" + last + "\tQ" + std::to_string(i) + "\n";
  }
  return text;
}

void analyze_only(benchmark::State& state) {
  const auto articles = made_up_articles();
  Analyzer analyzer;
  for (auto _ : state)
    for (const Article& article : articles) {
      benchmark::DoNotOptimize(analyzer.analyze(article.title));
      benchmark::DoNotOptimize(analyzer.analyze(article.body));
    }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kArticles));
}

void look_up(benchmark::State& state, const Authority& authority, const TopicRules& rules) {
  const auto articles = made_up_articles();
  const Authority none = Authority::read({});
  ListLookup lookup(authority, none, rules);
  for (auto _ : state)
    for (Article article : articles) {
      benchmark::DoNotOptimize(lookup.read(article));
      lookup.add_topics(article);
    }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kArticles));
}

TopicRules shipped() { return TopicRules::read({models + "/topic-rules.tsv"}, {}); }

void topic_rules(benchmark::State& state) { look_up(state, Authority::read({}), shipped()); }

void authority(benchmark::State& state) {
  const TemporaryFolder folder;
  const Authority names = Authority::read({folder.write("names.tsv", made_up_names())});
  look_up(state, names, TopicRules::read({}, {}));
}

void well_known(benchmark::State& state) {
  look_up(state, Authority::read({models + "/well-known.tsv"}), TopicRules::read({}, {}));
}

void both(benchmark::State& state) {
  const TemporaryFolder folder;
  const Authority names = Authority::read({folder.write("names.tsv", made_up_names())});
  look_up(state, names, shipped());
}

void load_authority(benchmark::State& state) {
  const TemporaryFolder folder;
  const auto file = folder.write("names.tsv", made_up_names());
  for (auto _ : state) benchmark::DoNotOptimize(Authority::read({file}));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kNames));
}

void load_rules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(shipped());
}

BENCHMARK(analyze_only)->Unit(benchmark::kMillisecond);
BENCHMARK(topic_rules)->Unit(benchmark::kMillisecond);
BENCHMARK(authority)->Unit(benchmark::kMillisecond);
BENCHMARK(well_known)->Unit(benchmark::kMillisecond);
BENCHMARK(both)->Unit(benchmark::kMillisecond);
BENCHMARK(load_authority)->Unit(benchmark::kMillisecond);
BENCHMARK(load_rules)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsindex

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (count > 1) newsindex::models = arguments[1];
  benchmark::RunSpecifiedBenchmarks();
}
