// SPDX-License-Identifier: GPL-3.0-or-later
// The ids that a run has seen.
#include "indexer/write/run_ids.h"

#include <random>
#include <unordered_map>

#include <gtest/gtest.h>

#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

GivenArticle some_article(std::uint64_t number) {
  return {number, number + 1, {number, -5, -6, 7, "source " + std::to_string(number % 10), 8}};
}

void expect_same(const std::optional<GivenArticle>& found, const GivenArticle& given) {
  ASSERT_TRUE(found);
  EXPECT_EQ(found->digest, given.digest);
  EXPECT_EQ(found->sequence, given.sequence);
  EXPECT_EQ(found->version, given.version);
}

TEST(RunIds, GiveBackTheArticleThatWasPutLast) {
  const TemporaryFolder folder;
  RunIds ids(folder.path() / "ids");
  EXPECT_FALSE(ids.find("a"));
  ids.put("a", some_article(1));
  ids.put("b", some_article(2));
  expect_same(ids.find("a"), some_article(1));
  ids.put("a", some_article(3));
  expect_same(ids.find("a"), some_article(3));
  expect_same(ids.find("b"), some_article(2));
  EXPECT_FALSE(ids.find("c"));
}

TEST(RunIds, KeepAllWhileTheTableGrows) {
  const TemporaryFolder folder;
  RunIds ids(folder.path());
  std::mt19937_64 random(1);
  std::unordered_map<std::string, std::uint64_t> known;
  for (int i = 0; i < 100'000; ++i) {
    const std::string id = std::to_string(random() % 70'000);
    const std::uint64_t number = random();
    ids.put(id, some_article(number));
    known[id] = number;
  }
  for (const auto& [id, number] : known) expect_same(ids.find(id), some_article(number));
}

}  // namespace
}  // namespace newsindex
