// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the cost of names and topics on your own English articles (JSON Lines: "title", "body").
//   models_bench indexer/models ARTICLES.jsonl
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include "indexer/enrich/enrich.h"
#include "indexer/enrich/languages/name_words.h"
#include "indexer/enrich/names/tokens.h"

namespace newsindex {
namespace {

std::vector<Article> articles;
std::string models;

void count(benchmark::State& state) {
  std::size_t bytes = 0;
  for (const Article& article : articles) bytes += article.title.size() + article.body.size();
  const auto rounds = static_cast<std::size_t>(state.iterations());
  state.SetItemsProcessed(static_cast<std::int64_t>(rounds * articles.size()));
  state.SetBytesProcessed(static_cast<std::int64_t>(rounds * bytes));
}

void BM_CutNames(benchmark::State& state) {
  const NameWords words = read_name_words(models, "en");
  for (auto _ : state)
    for (const Article& article : articles)
      benchmark::DoNotOptimize(cut_names(article.body, words).tokens.size());
  count(state);
}

void BM_NamesAndTopics(benchmark::State& state) {
  EnrichSettings settings;
  settings.models = models;
  const Enricher enricher(settings);
  for (auto _ : state)
    for (const Article& article : articles)
      benchmark::DoNotOptimize(enricher.enrich(article).entities.size());
  count(state);
}

void BM_LoadModels(benchmark::State& state) {
  EnrichSettings settings;
  settings.models = models;
  for (auto _ : state) benchmark::DoNotOptimize(Enricher(settings));
}

BENCHMARK(BM_CutNames)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_NamesAndTopics)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_LoadModels)->Unit(benchmark::kMillisecond);

bool read_articles(const std::string& path) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto row = nlohmann::json::parse(line);
    Article article;
    article.title = row.value("title", "");
    article.body = row.value("body", "");
    article.language = "en";
    articles.push_back(std::move(article));
  }
  return !articles.empty();
}

}  // namespace
}  // namespace newsindex

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc < 3 || !newsindex::read_articles(argv[2])) {
    std::cerr << "usage: models_bench MODELS ARTICLES.jsonl\n";
    return 2;
  }
  newsindex::models = argv[1];
  benchmark::RunSpecifiedBenchmarks();
}
