// SPDX-License-Identifier: GPL-3.0-or-later
// Sketches of a segment, and the table of their keys.
#include "schema/segment/copies.h"

#include <algorithm>
#include <deque>
#include <map>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/error.h"
#include "tests/damaged_byte.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using Sketches = std::vector<std::optional<Sketch>>;

// A file keeps the bits kKeptOfWord of each word of a sketch, and drops the kLostOfKey lowest bits
// of each key.
constexpr std::uint8_t kKeptOfWord = 0xf;
constexpr unsigned kLostOfKey = 8;

void fill(HashSet& set, std::uint64_t count, std::mt19937_64& random) {
  for (std::uint64_t i = 0; i < count; ++i)
    set[random() % set.size()] |= std::uint8_t(1u << random() % 8);
}

// Every fifth article has no sketch; the sets are empty, small or large.
Sketches random_sketches(std::size_t count) {
  std::mt19937_64 random(11);
  Sketches sketches(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (i % 5 == 4) continue;
    Sketch& sketch = sketches[i].emplace();
    for (std::uint8_t& word : sketch.words) word = random() & kKeptOfWord;
    sketch.size = static_cast<std::uint16_t>(random());
    fill(sketch.numbers, i % 3 * 60, random);
    fill(sketch.names, random() % 40, random);
    for (std::uint32_t& key : sketch.keys) key = static_cast<std::uint32_t>(random());
    sketch.keys[0] = 0;
    sketch.keys[1] = UINT32_MAX;
    sketch.keys[2] = static_cast<std::uint32_t>(i % 7 << kLostOfKey);
    sketch.keys[3] = sketch.keys[2] + 1;  // the same once it is stored
  }
  return sketches;
}

void write(const std::filesystem::path& folder, std::span<const std::optional<Sketch>> sketches) {
  std::filesystem::create_directories(folder);
  CopiesWriter writer;
  for (const std::optional<Sketch>& sketch : sketches) writer.add(sketch);
  writer.write(folder);
}

void expect_all(const Copies& copies, const Sketches& sketches) {
  std::map<std::uint32_t, std::vector<Docid>> with_key;
  for (Docid docid = 1; docid <= sketches.size(); ++docid) {
    std::optional<Sketch> expected = sketches[docid - 1];
    if (expected) {
      std::set<std::uint32_t> keys;
      for (const std::uint32_t key : expected->keys) keys.insert(key >> kLostOfKey);
      for (const std::uint32_t key : keys) with_key[key].push_back(docid);
      expected->keys = {};
    }
    ASSERT_EQ(copies.sketch(docid), expected) << docid;
  }
  for (const auto& [key, expected] : with_key) {
    std::vector<Docid> docids;
    copies.with_key(key << kLostOfKey | 0x5a, SIZE_MAX, docids);
    ASSERT_EQ(docids, expected) << key;
    if (with_key.contains(key + 1)) continue;
    docids.clear();
    copies.with_key((key + 1) << kLostOfKey, SIZE_MAX, docids);
    ASSERT_TRUE(docids.empty() || key == UINT32_MAX >> kLostOfKey) << key;
  }
}

TEST(Copies, GiveSketchesAndArticlesByKey) {
  for (const std::size_t count : {1u, 2u, 255u, 256u, 1000u}) {
    const TemporaryFolder folder;
    const Sketches sketches = random_sketches(count);
    write(folder.path(), sketches);
    expect_all(Copies(folder.path(), count), sketches);
  }
}

TEST(Copies, AppendAtMostSoManyArticlesOfAKey) {
  const TemporaryFolder folder;
  write(folder.path(), random_sketches(10));
  const Copies copies(folder.path(), 10);
  std::vector<Docid> docids{99};
  copies.with_key(0, 3, docids);
  EXPECT_THAT(docids, ElementsAre(99, 1, 2, 3));
}

TEST(Copies, OfJoinedPartsAreThoseOfOnePart) {
  const Sketches sketches = random_sketches(600);
  const TemporaryFolder folder;
  write(folder.path() / "one", sketches);
  std::deque<Copies> parts;
  CopiesWriter writer;
  for (std::size_t from = 0, size = 1; from < 500; from += size, size *= 3) {
    size = std::min(size, 500 - from);
    const auto path = folder.path() / std::to_string(from);
    write(path, std::span(sketches).subspan(from, size));
    writer.add(parts.emplace_back(path, size));
  }
  for (std::size_t i = 500; i < 600; ++i) writer.add(sketches[i]);
  std::filesystem::create_directory(folder.path() / "joined");
  writer.write(folder.path() / "joined");
  expect_all(Copies(folder.path() / "joined", 600), sketches);
  EXPECT_EQ(bytes_of_file(folder.path() / "joined" / "copies"),
            bytes_of_file(folder.path() / "one" / "copies"));
}

TEST(Copies, OfAnEmptySegmentHaveNoKeys) {
  const TemporaryFolder folder;
  write(folder.path(), {});
  const Copies copies(folder.path(), 0);
  std::vector<Docid> docids;
  copies.with_key(0, 10, docids);
  EXPECT_TRUE(docids.empty());
}

TEST(Copies, TellDamageAndNeverGiveAnotherSketch) {
  const TemporaryFolder folder;
  const Sketches sketches = random_sketches(12);
  write(folder.path(), sketches);
  const std::size_t bytes = std::filesystem::file_size(folder.path() / "copies");
  std::size_t refused = 0;
  for (std::size_t at = 0; at < bytes; ++at) {
    const DamagedByte damage(folder.path() / "copies", at, 0x10);
    try {
      const Copies copies(folder.path(), 12);
      expect_all(copies, sketches);
    } catch (const Error& error) {
      ASSERT_EQ(error.code(), ExitCode::internal);
      ++refused;
    }
  }
  EXPECT_GT(refused, bytes * 9 / 10);
}

}  // namespace
}  // namespace newsindex
