// SPDX-License-Identifier: GPL-3.0-or-later
// The ids that a run has seen.
#include "indexer/write/run_ids.h"

#include <random>
#include <unordered_map>
#include <vector>

#include <gtest/gtest.h>

#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

void expect_first(const RunIds::Result& result, const Given& first) {
  EXPECT_FALSE(result.is_new);
  EXPECT_EQ(result.given.digest, first.digest);
  EXPECT_EQ(result.given.file, first.file);
  EXPECT_EQ(result.given.record, first.record);
}

TEST(RunIds, TellTheFirstArticleWithAnId) {
  const TemporaryFolder folder;
  RunIds ids(folder.path() / "ids");
  const Given first{77, 1, 2, 3};
  EXPECT_TRUE(ids.add(first).is_new);
  expect_first(ids.add({77, 4, 5, 6}), first);
  expect_first(ids.add({77, 7, 8, 9}), first);
  EXPECT_TRUE(ids.add({78, 4, 5, 6}).is_new);
}

TEST(RunIds, KeepAllWhileTheTableGrows) {
  const TemporaryFolder folder;
  RunIds ids(folder.path());
  std::mt19937_64 random(1);
  std::unordered_map<std::uint64_t, Given> known;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    const Given given{1 + random() % 70'000, random(), i / 100, i % 100};
    const auto [first, is_new] = known.try_emplace(given.id, given);
    const RunIds::Result result = ids.add(given);
    ASSERT_EQ(result.is_new, is_new) << i;
    if (!is_new) expect_first(result, first->second);
  }
  for (const auto& [id, first] : known) expect_first(ids.add({id, 0, 0, 0}), first);
}

// Ids that all want the same slot, also where the table ends.
TEST(RunIds, KeepIdsApartThatCollide) {
  const TemporaryFolder folder;
  RunIds ids(folder.path());
  std::vector<Given> all;
  for (std::uint32_t i = 0; i < 300; ++i) {
    const std::uint64_t high = std::uint64_t{i + 1} << 32;
    all.push_back({high, i, i, 1});
    all.push_back({high | 0xffff'ffff, i, i, 2});
  }
  for (const Given& given : all) EXPECT_TRUE(ids.add(given).is_new);
  for (const Given& given : all) expect_first(ids.add({given.id, 9, 9, 9}), given);
}

TEST(RunIds, TakeAnIdOfZeroForAnIdLikeOthers) {
  const TemporaryFolder folder;
  RunIds ids(folder.path());
  EXPECT_TRUE(ids.add({0, 5, 5, 5}).is_new);
  expect_first(ids.add({0, 6, 6, 6}), {0, 5, 5, 5});
}

TEST(RunIds, LeaveNoFileBehind) {
  const TemporaryFolder folder;
  {
    RunIds ids(folder.path());
    ids.add({1, 1, 1, 1});
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace newsindex
