// SPDX-License-Identifier: GPL-3.0-or-later
// The seeds of the readers' fuzz target and some mutations of them, the same each time.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/fuzz/read_anything.h"

namespace newsindex {
namespace {

std::vector<std::string> seeds() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(SEEDS))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> all;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    all.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return all;
}

std::string mutated(std::string text, const std::vector<std::string>& all, std::mt19937& random) {
  const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
  for (std::size_t edits = 1 + below(6); edits > 0 && !text.empty(); --edits) {
    const std::size_t at = below(text.size());
    switch (below(6)) {
      case 0: text[at] = static_cast<char>(random()); break;
      case 1: text.erase(at, 1 + below(30)); break;
      case 2: text.insert(at, std::string(1 + below(4), "<>&\"'\0\n{}[]"[below(11)])); break;
      case 3: text.insert(at, text.substr(below(text.size()), below(200))); break;
      case 4: text.resize(at); break;
      default: {
        const std::string& other = all[below(all.size())];
        text.insert(at, other.substr(below(other.size()), below(400)));
      }
    }
  }
  return text;
}

TEST(Fuzz, SeedsAreArticles) {
  for (const std::string& seed : seeds()) EXPECT_GT(read_anything(seed), 0u) << seed.substr(0, 60);
}

TEST(Fuzz, MutationsAreReadOrRefused) {
  constexpr int kRounds = 40'000;
  const std::vector<std::string> all = seeds();
  std::mt19937 random(7);
  std::size_t articles = 0;
  for (int i = 0; i < kRounds; ++i)
    articles += read_anything(mutated(all[random() % all.size()], all, random));
  EXPECT_GT(articles, 0u);
}

}  // namespace
}  // namespace newsindex
