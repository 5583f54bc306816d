// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/care/backup.h"

#include <atomic>
#include <thread>

#include <unistd.h>

#include "schema/archive/revision_lock.h"
#include "tests/indexer/care_fixture.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class BackupTest : public CareTest {
 protected:
  BackupTest() { make_archive(); }

  BackupReport back_up_now(bool link = false) {
    return back_up({request_.archive, target_, link, std::chrono::seconds(1)});
  }

  void expect_copy() {
    EXPECT_THAT(problems_of(target_), IsEmpty());
    EXPECT_EQ(exported(target_), exported());
    EXPECT_EQ(read_manifest(target_).revision, manifest().revision);
  }

  fs::path target_ = folder_.path() / "backup";
};

TEST_F(BackupTest, IsAnArchiveThatCanBeSearched) {
  const BackupReport report = back_up_now();
  EXPECT_EQ(report.copied, 3u);
  EXPECT_EQ(report.articles, 59u);
  expect_copy();
}

TEST_F(BackupTest, RestoredGivesNoSequenceThatWasGivenAfterIt) {
  back_up_now();
  const std::uint64_t then = manifest().ingest_sequence;
  EXPECT_EQ(read_manifest(target_).ingest_sequence, then);
  write(60, 70, "later");
  const fs::path restored = folder_.path() / "restored";
  restore_backup({target_, restored, false, std::chrono::seconds(1)});
  EXPECT_GT(read_manifest(restored).ingest_sequence, manifest().ingest_sequence);
  EXPECT_THAT(problems_of(restored), IsEmpty());
}

TEST_F(BackupTest, CopiesOnlyWhatIsNew) {
  back_up_now();
  write(60, 70, "later");
  BackupReport report = back_up_now();
  EXPECT_EQ(report.copied, 1u);
  EXPECT_EQ(report.present, 3u);
  expect_copy();
  report = back_up_now();
  EXPECT_EQ(report.copied, 0u);
  expect_copy();
}

// A segment that the copy names is not copied again: while it was replaced, the copy would be
// without it.
TEST_F(BackupTest, LeavesSegmentsThatHaveOnlyLostArticles) {
  back_up_now();
  remove_articles({request_.archive, {"n40"}, {}, request_.run});
  const BackupReport report = back_up_now();
  EXPECT_EQ(report.copied, 0u);
  EXPECT_EQ(report.present, 3u);
  expect_copy();
}

TEST_F(BackupTest, RemovesWhatTheNewRevisionDoesNotName) {
  back_up_now();
  const std::string old = manifest().segments[0].name;
  compact_archive(request_.archive, request_.run);
  {
    const Archive reader(target_);
    back_up_now();
    EXPECT_TRUE(fs::exists(target_ / "segments" / old)) << "somebody reads the copy";
  }
  back_up_now();
  EXPECT_FALSE(fs::exists(target_ / "segments" / old));
  expect_copy();
}

TEST_F(BackupTest, LinksInPlaceOfCopying) {
  back_up_now(true);
  expect_copy();
  const std::string name = manifest().segments[0].name;
  EXPECT_EQ(fs::hard_link_count(file(name) / "xapian"), 2u);
  compact_archive(request_.archive, request_.run);
  EXPECT_THAT(problems_of(target_), IsEmpty()) << "it does not change with the archive";
}

TEST_F(BackupTest, TakesNothingFromADamagedArchive) {
  back_up_now();
  const std::string before = bytes_of_file(target_ / "archive.json");
  write(60, 70, "later");
  flip(file(manifest().segments.back().name) / "xapian", 0.5);
  EXPECT_THROW(back_up_now(), Error);
  EXPECT_EQ(bytes_of_file(target_ / "archive.json"), before);
  EXPECT_THAT(problems_of(target_), IsEmpty());
}

TEST_F(BackupTest, IsNeverWrittenOverSomethingElse) {
  fs::create_directories(target_);
  std::ofstream(target_ / "notes") << "mine";
  EXPECT_THROW(back_up_now(), Error);
  fs::remove(target_ / "notes");
  UpdateRequest other = request_;
  other.archive = target_;
  update_archive(other, {});
  const std::string before = bytes_of_file(target_ / "archive.json");
  EXPECT_THROW(back_up_now(), Error) << "another archive";
  EXPECT_EQ(bytes_of_file(target_ / "archive.json"), before);
}

TEST_F(BackupTest, RefusesACopyThatWentAnotherWay) {
  back_up_now();
  write(60, 70, "later");
  UpdateRequest other = request_;
  other.archive = target_;
  other.sources = {folder_.write("own.jsonl", R"({"id":"own","title":"T","body":"Of the copy."})")};
  update_archive(other, {});
  EXPECT_THROW(back_up_now(), Error);
  EXPECT_EQ(exported(target_).count("own"), 1u);
}

// Incomplete files that a killed backup left are copied again.
TEST_F(BackupTest, TakesUpWhatAKilledOneLeft) {
  back_up_now();
  write(60, 70, "later");
  const std::string name = manifest().segments.back().name;
  fs::create_directories(target_ / "segments" / name);
  std::ofstream(target_ / "segments" / name / "xapian") << "half";
  back_up_now();
  expect_copy();
}

// A restore that was stopped leaves an incomplete archive. A backup of it must not empty the backup
// that the restore came from.
TEST_F(BackupTest, TakesNothingFromAnArchiveThatIsNotComplete) {
  back_up_now();
  const auto before = exported(target_);
  Manifest begun;
  begun.uuid = manifest().uuid;
  begun.schema_version = manifest().schema_version;
  const fs::path half = folder_.path() / "half";
  fs::create_directories(half);
  write_manifest(half, begun);
  EXPECT_THROW(back_up({half, target_, false, std::chrono::seconds(1)}), Error);
  EXPECT_EQ(exported(target_), before);
  const fs::path place = folder_.path() / "restored";
  EXPECT_THROW(restore_backup({half, place, false, std::chrono::seconds(1)}), Error);
  EXPECT_FALSE(fs::exists(place));
}

TEST_F(BackupTest, IsNotReplacedByAnOlderRevision) {
  back_up_now();
  const fs::path old = folder_.path() / "old";
  fs::copy(target_, old, fs::copy_options::recursive);
  write(60, 70, "later");
  back_up_now();
  const auto before = exported(target_);
  EXPECT_THROW(back_up({old, target_, false, std::chrono::seconds(1)}), Error);
  EXPECT_EQ(exported(target_), before);
}

TEST_F(BackupTest, RemovesWhatALossOfPowerLeftOfItsFolder) {
  back_up_now();
  const fs::path begun = target_ / "newsindex-AbCdEf";
  fs::create_directory(begun);
  std::ofstream(begun / "newsindex-staging");
  back_up_now();
  EXPECT_FALSE(fs::exists(begun));
  expect_copy();
}

TEST_F(BackupTest, IsRestoredIntoAMissingOrEmptyFolderOnly) {
  back_up_now();
  const auto before = exported();
  const BackupRequest request{target_, request_.archive, false, std::chrono::seconds(1)};
  EXPECT_THROW(restore_backup(request), Error) << "there is an archive";
  fs::remove_all(request_.archive);
  EXPECT_EQ(restore_backup(request).articles, 59u);
  EXPECT_EQ(exported(), before);
  EXPECT_EQ(update(sources_[0]).sources_unchanged, 1u);
}

TEST_F(BackupTest, OfADamagedCopyIsNotRestored) {
  back_up_now();
  flip(target_ / "segments" / manifest().segments[0].name / "terms", 0.5);
  const fs::path place = folder_.path() / "restored";
  EXPECT_THROW(restore_backup({target_, place, false, std::chrono::seconds(1)}), Error);
  EXPECT_THAT(exported(place), IsEmpty());
}

TEST_F(BackupTest, IsOfOneRevisionWhileRunsPublish) {
  std::atomic<bool> is_done = false;
  std::thread writer([&] {
    for (int i = 0; i < 6; ++i) write(5 * i, 5 * i + 40, "round " + std::to_string(i));
    is_done = true;
  });
  int backups = 0;
  do {
    back_up_now();
    EXPECT_THAT(problems_of(target_), IsEmpty());
    ++backups;
  } while (!is_done);
  writer.join();
  back_up_now();
  expect_copy();
  EXPECT_GT(backups, 0);
}

// A snapshot made by `cp -al` shares all files with the archive.
TEST_F(BackupTest, ASnapshotOfHardLinksStaysAsItIs) {
  fs::copy(request_.archive, target_,
           fs::copy_options::recursive | fs::copy_options::create_hard_links);
  const auto before = exported();
  write(5, 70, "later");
  remove_articles({request_.archive, {"n40"}, {}, request_.run});
  compact_archive(request_.archive, request_.run);
  EXPECT_THAT(problems_of(target_, Depth::articles), IsEmpty());
  EXPECT_EQ(exported(target_), before);
}

}  // namespace
}  // namespace newsindex
