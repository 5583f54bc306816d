// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of a story are found among the articles of a run, in memory or on the disk.
#include "indexer/write/story_tables.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/write/stories.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

const std::chrono::sys_days kDay = std::chrono::year(2024) / 3 / 1;

// The sketch of a text that is like no other.
Sketch random_sketch(std::mt19937_64& random) {
  Sketch sketch;
  for (std::uint8_t& word : sketch.words) word = static_cast<std::uint8_t>(random());
  sketch.size = 200;
  for (std::uint32_t& key : sketch.keys) key = static_cast<std::uint32_t>(random());
  return sketch;
}

// A copy with an eighth of the words and a third of the keys changed.
Sketch edited(Sketch sketch) {
  for (std::size_t i = 0; i < sketch.words.size(); i += 8) sketch.words[i] ^= 0xff;
  for (std::size_t i = 0; i < sketch.keys.size(); i += 3) sketch.keys[i] ^= 0xffffffff;
  return sketch;
}

std::vector<StoryCopy> random_copies(std::size_t count, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<StoryCopy> copies(count);
  for (std::size_t i = 0; i < count; ++i) {
    copies[i].sketch = random_sketch(random);
    if (i % 4 != 3) copies[i].day = kDay + std::chrono::days(i % 20);
    copies[i].story = seed << 32 | (i + 1);
  }
  return copies;
}

void expect_found(const StoryTables& tables, const std::vector<StoryCopy>& copies) {
  for (const StoryCopy& copy : copies) {
    StoryCopy other = copy;
    other.sketch = edited(copy.sketch);
    std::optional<StoryCopy> best;
    tables.find_most_alike(other, best);
    ASSERT_TRUE(best);
    EXPECT_EQ(best->story, copy.story);
    EXPECT_EQ(best->day, copy.day);
  }
}

TEST(StoryTables, FindACopyInWhicheverTableItIs) {
  const TemporaryFolder folder;
  StoryTables tables(folder.path());
  std::vector<std::vector<StoryCopy>> added;
  for (std::uint64_t seed = 1; seed <= 17; ++seed) {  // four tables become one, four of these again
    added.push_back(random_copies(30, seed));
    tables.add(added.back());
    for (const std::vector<StoryCopy>& copies : added) expect_found(tables, copies);
  }
}

TEST(StoryTables, FindNothingThatIsNoCopy) {
  const TemporaryFolder folder;
  StoryTables tables(folder.path());
  const std::vector<StoryCopy> copies = random_copies(50, 1);
  tables.add(copies);
  for (const StoryCopy& other : random_copies(50, 2)) {
    std::optional<StoryCopy> best;
    tables.find_most_alike(other, best);
    EXPECT_FALSE(best);
  }
  StoryCopy late = copies[0];
  late.day = kDay + std::chrono::days(30);
  std::optional<StoryCopy> best;
  tables.find_most_alike(late, best);
  EXPECT_FALSE(best) << "a copy of another month";
}

TEST(StoryTables, KeepWhatIsMoreAlikeAlready) {
  const TemporaryFolder folder;
  StoryTables tables(folder.path());
  std::vector<StoryCopy> copies = random_copies(1, 1);
  tables.add(copies);
  StoryCopy article = copies[0];
  article.sketch = edited(article.sketch);
  std::optional<StoryCopy> best = article;
  best->story = 99;
  tables.find_most_alike(article, best);
  EXPECT_EQ(best->story, 99u);
}

TEST(StoryTables, KeepFewFiles) {
  const TemporaryFolder folder;
  {
    StoryTables tables(folder.path());
    for (std::uint64_t seed = 1; seed <= 64; ++seed) tables.add(random_copies(4, seed));
    const auto files = std::distance(std::filesystem::directory_iterator(folder.path()), {});
    EXPECT_LE(files, 9);
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

Article article(const std::string& id, std::optional<std::chrono::sys_days> day) {
  Article article;
  article.id = id;
  if (day) article.published.emplace().day = *day;
  return article;
}

// More articles lie between a story and its copy than a run keeps in memory.
TEST(Stories, GroupACopyBeforeAndAfterTheStoryWentToTheDisk) {
  constexpr int kMoreThanInMemory = 17'000;
  const TemporaryFolder folder;
  Stories stories(folder.path());
  std::mt19937_64 random(4);
  const Sketch first = random_sketch(random);
  const std::string story = stories.assign(article("first", kDay), first, {});
  EXPECT_EQ(stories.assign(article("second", kDay), edited(first), {}), story);
  for (int i = 0; i < kMoreThanInMemory; ++i)
    stories.assign(article(std::to_string(i), kDay), random_sketch(random), {});
  ASSERT_FALSE(std::filesystem::is_empty(folder.path())) << "nothing went to the disk";
  EXPECT_EQ(stories.assign(article("third", kDay), edited(first), {}), story);
  EXPECT_NE(stories.assign(article("late", kDay + std::chrono::days(9)), edited(first), {}), story);
  EXPECT_NE(stories.assign(article("other", kDay), random_sketch(random), {}), story);
}

}  // namespace
}  // namespace newsindex
