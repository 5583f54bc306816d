// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/care/check.h"

#include <random>

#include "tests/indexer/care_fixture.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class CheckTest : public CareTest {};

TEST_F(CheckTest, FindsNothingInAWholeArchive) {
  make_archive();
  EXPECT_THAT(problems(), IsEmpty());
  EXPECT_THAT(problems_of(request_.archive, Depth::articles), IsEmpty());
}

// In all files but the lock, whose text is for messages only.
TEST_F(CheckTest, FindsEveryFlippedBit) {
  make_archive();
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(request_.archive))
    if (entry.is_regular_file() && entry.file_size() > 0 && entry.path().filename() != "lock")
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  ASSERT_GT(files.size(), 15u);
  std::mt19937 random(7);  // NOLINT: the same every time
  constexpr int kFlips = 60;
  for (int i = 0; i < kFlips; ++i) {
    const fs::path& path = files[random() % files.size()];
    const std::size_t at = random() % fs::file_size(path);
    const DamagedByte damage(path, at, 1u << random() % 8);
    EXPECT_THAT(problems(), Not(IsEmpty())) << path << " at " << at;
  }
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(CheckTest, FindsEveryFileThatIsMissing) {
  make_archive();
  for (const auto& entry : fs::recursive_directory_iterator(request_.archive)) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_regular_file() || name == "lock" || name == "readers") continue;
    const fs::path away = folder_.path() / "away";
    fs::rename(entry.path(), away);
    EXPECT_THAT(problems(), Not(IsEmpty())) << name;
    fs::rename(away, entry.path());
  }
}

// The manifest has a digest that fits, but its numbers are wrong.
TEST_F(CheckTest, ComparesCountsAndDaysWithTheSegments) {
  make_archive();
  const Manifest whole = manifest();
  const auto expect_found = [&](const Manifest& wrong, const std::string& what) {
    write_manifest(request_.archive, wrong);
    EXPECT_THAT(problems(), ::testing::Contains(HasSubstr(what)));
  };
  Manifest wrong = whole;
  wrong.segments[0].undated += 1;
  expect_found(wrong, "without a date");
  wrong = whole;
  wrong.segments[0].days->last = wrong.segments[0].days->first;
  expect_found(wrong, "other days");
  wrong = whole;
  wrong.languages["en"] += 1;
  expect_found(wrong, "languages");
  wrong = whole;
  wrong.ingest_sequence = 3;
  expect_found(wrong, "ingest sequence");
  write_manifest(request_.archive, whole);
  EXPECT_THAT(problems(), IsEmpty());
}

// A file of one segment beside the database of another: each of them is whole.
TEST_F(CheckTest, InDepthComparesArticlesWithWhatWasMadeOfThem) {
  write(0, 30, "first");
  write(30, 60, "other");
  Manifest mixed = manifest();
  ASSERT_EQ(mixed.segments[0].documents, mixed.segments[1].documents);
  for (const char* name : {"terms", "copies"}) {
    const fs::path target = file(mixed.segments[0].name) / name;
    const std::string bytes = bytes_of_file(target);
    fs::copy_file(file(mixed.segments[1].name) / name, target,
                  fs::copy_options::overwrite_existing);
    Segment segment = mixed.segments[0];
    segment.files.clear();
    const OpenSegment open(request_.archive, segment);
    EXPECT_THAT(check_segment(open, request_.archive), IsEmpty()) << name;
    const bool differs = !check_segment(open, request_.archive, Depth::articles).empty();
    EXPECT_EQ(differs, std::string(name) == "terms") << name << " (short texts have no sketch)";
    std::ofstream(target, std::ios::binary) << bytes;
  }
}

// Files that a newer revision has replaced may be gone while an older revision is checked.
TEST_F(CheckTest, RaisesNoFalseAlarmWhileAnUpdatePublishes) {
  make_archive();
  Archive archive(request_.archive);
  write(5, 70, "later");
  compact_archive(request_.archive, request_.run);
  EXPECT_THAT(check_archive(archive, Depth::articles), IsEmpty());
}

TEST_F(CheckTest, ASegmentThatIsDamagedStopsNoRunAndIsLeftAlone) {
  make_archive();
  const std::string damaged = manifest().segments[0].name;
  flip_at(file(damaged) / "columns", 40);  // the digest of its directory
  const std::string before = bytes_of_file(file(damaged) / "columns");
  const RunReport report = write(55, 80, "later");
  ASSERT_EQ(report.left_out.size(), 1u);
  EXPECT_EQ(report.left_out[0].segment, damaged);
  EXPECT_EQ(report.added, 20u);
  EXPECT_EQ(report.replaced, 5u);
  const Compaction compaction = compact_archive(request_.archive, request_.run);
  EXPECT_EQ(compaction.segments, 2u) << "all others became one";
  EXPECT_EQ(compaction.left_out.size(), 1u);
  EXPECT_EQ(bytes_of_file(file(damaged) / "columns"), before);
  Archive archive(request_.archive);
  EXPECT_EQ(archive.segments().size(), 1u);
  ASSERT_EQ(archive.left_out().size(), 1u);
  EXPECT_EQ(archive.left_out()[0].segment, damaged);
}

TEST_F(CheckTest, MergesNoSegmentOfWhichAByteIsWrong) {
  make_archive();
  const std::string damaged = manifest().segments[1].name;
  flip(file(damaged) / "xapian", 0.5);
  const Compaction compaction = compact_archive(request_.archive, request_.run);
  ASSERT_EQ(compaction.left_out.size(), 1u);
  EXPECT_EQ(compaction.left_out[0].segment, damaged);
  EXPECT_TRUE(fs::exists(file(damaged)));
}

}  // namespace
}  // namespace newsindex
