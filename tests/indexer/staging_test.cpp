// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/staging.h"

#include <gtest/gtest.h>

#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

bool is_below(const fs::path& path, const fs::path& folder) {
  return path.string().starts_with(folder.string() + "/");
}

class StagingTest : public ::testing::Test {
 protected:
  StagingTest() {
    fs::create_directory(disk_);
    fs::create_directory(memory_);
  }
  TemporaryFolder folder_;
  fs::path disk_ = folder_.path() / "disk";
  fs::path memory_ = folder_.path() / "memory";
};

TEST_F(StagingTest, FillsTheMemoryFirstAndThenTheDisk) {
  Staging staging(disk_, memory_, 10u << 20);
  EXPECT_TRUE(is_below(staging.place(6u << 20).path, memory_));
  EXPECT_TRUE(is_below(staging.place(6u << 20).path, disk_));
  EXPECT_TRUE(is_below(staging.place(3u << 20).path, memory_));
}

TEST_F(StagingTest, UsesRoomAgainThatIsSettledOrRemoved) {
  Staging staging(disk_, memory_, 10u << 20);
  StagedPlace first = staging.place(9u << 20);
  staging.settle(first);  // nothing was written: it takes no room
  StagedPlace second = staging.place(9u << 20);
  EXPECT_TRUE(is_below(second.path, memory_));
  staging.remove(second);
  EXPECT_TRUE(is_below(staging.place(9u << 20).path, memory_));
}

TEST_F(StagingTest, UsesTheDiskAloneWhenTheMemoryIsSmall) {
  Staging staging(disk_, memory_, 1u << 20);
  EXPECT_TRUE(is_below(staging.place(1).path, disk_));
  EXPECT_TRUE(fs::is_empty(memory_));
}

TEST_F(StagingTest, LeavesNothingBehind) {
  {
    Staging staging(disk_, memory_, 10u << 20);
    fs::create_directory(staging.place(1).path);
    fs::create_directory(staging.place_on_disk().path);
  }
  EXPECT_TRUE(fs::is_empty(disk_));
  EXPECT_TRUE(fs::is_empty(memory_));
}

// What a killed run leaves: all of its folder, but no lock.
fs::path copy_of(const StagingFolder& folder, const fs::path& to) {
  fs::copy(folder.path(), to);
  return to;
}

TEST_F(StagingTest, RemovesWhatAKilledRunLeftAndSparesALivingOne) {
  const StagingFolder living(disk_);
  const fs::path dead = copy_of(living, disk_ / "newsindex-dead00");
  folder_.write("disk/newsindex-dead00/0/postlist.glass", "x");
  const StagingFolder next(disk_);
  EXPECT_FALSE(fs::exists(dead));
  EXPECT_TRUE(fs::exists(living.path()));
}

TEST_F(StagingTest, SparesWhatOnlyHasTheNameOfAFolderOfOurs) {
  folder_.write("disk/newsindex-demo00/lock", "");
  folder_.write("disk/newsindex-demo00/archive.json", "{}");
  folder_.write("disk/newsindex-2023ab/newsindex-staging", "a file of somebody else\n");
  fs::create_directory(disk_ / "newsindex-begun0");
  const StagingFolder next(disk_);
  EXPECT_TRUE(fs::exists(disk_ / "newsindex-demo00/archive.json"));
  EXPECT_TRUE(fs::exists(disk_ / "newsindex-2023ab/newsindex-staging"));
  EXPECT_TRUE(fs::exists(disk_ / "newsindex-begun0"));
}

TEST_F(StagingTest, RemovesWhatALossOfPowerLeftOfAFolderJustBegun) {
  fs::create_directory(disk_ / "newsindex-empty0");
  folder_.write("disk/newsindex-noText/newsindex-staging", "");
  folder_.write("disk/newsindex-zeros0/newsindex-staging", std::string(9, '\0'));
  folder_.write("disk/newsindex-2023ab/newsindex-staging", "a file of somebody else\n");
  folder_.write("disk/newsindex-others/notes", "");
  const StagingFolder next(disk_, StagingParent::locked);
  EXPECT_FALSE(fs::exists(disk_ / "newsindex-empty0"));
  EXPECT_FALSE(fs::exists(disk_ / "newsindex-noText"));
  EXPECT_FALSE(fs::exists(disk_ / "newsindex-zeros0"));
  EXPECT_TRUE(fs::exists(disk_ / "newsindex-2023ab/newsindex-staging"));
  EXPECT_TRUE(fs::exists(disk_ / "newsindex-others/notes"));
}

TEST_F(StagingTest, SparesAFolderWithTheMarkAndAnotherName) {
  const StagingFolder living(disk_);
  const fs::path kept = copy_of(living, disk_ / "newsindex-backup-of-staging");
  const StagingFolder next(disk_);
  EXPECT_TRUE(fs::exists(kept));
}

}  // namespace
}  // namespace newsindex
