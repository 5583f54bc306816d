// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/care/repair.h"

#include "indexer/write/removal.h"
#include "indexer/write/stored_articles.h"
#include "schema/archive/segment_record.h"
#include "tests/indexer/care_fixture.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// True if a stored article does not match its digest.
bool article_digest_differs(const OpenSegment& open, Docid docid) {
  const std::string stored = open.database().get_document(docid).get_data();
  try {
    checked_article(stored, open.columns().digests()[docid - 1]);
    return false;
  } catch (const Error&) {
    return true;
  }
}

class RepairTest : public CareTest {
 protected:
  RepairTest() { make_archive(); }

  Repair repair() {
    Repair repair = repair_archive(request_.archive, request_.run);
    EXPECT_THAT(problems_of(request_.archive, Depth::articles), IsEmpty());
    return repair;
  }

  // The segment of the first thirty articles.
  std::string first() const { return "1-0"; }
};

TEST_F(RepairTest, FindsNothingToDoInAWholeArchive) {
  const std::string before = bytes_of_file(request_.archive / "archive.json");
  const Repair repaired = repair();
  EXPECT_THAT(repaired.done, IsEmpty());
  EXPECT_THAT(repaired.lost, IsEmpty());
  EXPECT_EQ(bytes_of_file(request_.archive / "archive.json"), before);
}

TEST_F(RepairTest, SavesAllArticlesWhereTheirDatabaseIsWhole) {
  const auto before = exported();
  for (const char* name : {"terms", "columns", "copies", "segment.json"}) {
    for (const Segment& segment : manifest().segments) {
      flip(file(segment.name) / name, 0.4);
      ASSERT_THAT(problems(), Not(IsEmpty()));
      const Repair repaired = repair();
      EXPECT_THAT(repaired.done, Contains(HasSubstr(segment.name)));
      EXPECT_THAT(repaired.lost, IsEmpty());
      EXPECT_EQ(exported(), before) << name;
      EXPECT_FALSE(fs::exists(file(segment.name)));
    }
  }
}

TEST_F(RepairTest, TellsWhatIsLostAndHasItReadAgain) {
  const auto before = exported();
  fs::resize_file(file("2-0") / "xapian", 100);
  const Repair repaired = repair();
  EXPECT_THAT(repaired.lost, Contains(HasSubstr("30 of 30 articles of segment '2-0'")));
  EXPECT_THAT(repaired.lost, Contains(HasSubstr("2023-02-")));
  EXPECT_EQ(exported().size(), before.size() - 30);
  update_all();
  auto after = exported();
  after.erase("n20");  // it had been removed, and its source was read again
  EXPECT_EQ(after, before);
}

TEST_F(RepairTest, TellsTheIdsOfLostArticlesWhereTheyCanBeRead) {
  // Looks for a byte that is in the text of exactly one stored article.
  const std::string bytes = bytes_of_file(file("2-0") / "xapian");
  std::size_t flips = 0;
  for (std::size_t at = 8192; at < bytes.size() && flips != 1; at += 11) {
    flips = 0;
    const DamagedByte damage(file("2-0") / "xapian", at, 1);
    const Segment segment = [&] {
      for (const Segment& each : manifest().segments)
        if (each.name == "2-0") return each;
      return Segment();
    }();
    const OpenSegment open(request_.archive, segment);
    for (Docid docid = 1; docid <= segment.documents; ++docid) {
      try {
        if (article_digest_differs(open, docid)) ++flips;
      } catch (...) {  // more than one article is hit
        flips = 0;
        break;
      }
    }
    if (flips == 1) {
      const fs::path copy = folder_.path() / "copy";
      fs::copy(request_.archive, copy, fs::copy_options::recursive);
      const Repair repaired = repair_archive(copy, request_.run);
      ASSERT_EQ(repaired.lost.size(), 1u);
      EXPECT_THAT(repaired.lost[0], HasSubstr("1 of 30"));
      EXPECT_THAT(repaired.lost[0], HasSubstr("with the ids n"));
      EXPECT_EQ(exported(copy).size(), 58u);
    }
  }
  EXPECT_EQ(flips, 1u) << "no byte of an article was found";
}

TEST_F(RepairTest, MakesTheManifestAnew) {
  const auto before = exported();
  const Manifest whole = manifest();
  for (const bool is_lost : {true, false}) {
    if (is_lost)
      fs::remove(request_.archive / "archive.json");
    else
      flip(request_.archive / "archive.json", 0.5);
    EXPECT_THROW(update(sources_[0]), Error) << "never begun anew";
    const Repair repaired = repair();
    EXPECT_THAT(repaired.lost, IsEmpty());
    EXPECT_EQ(exported(), before);
    EXPECT_EQ(manifest().uuid, whole.uuid);
    EXPECT_GT(manifest().revision, whole.revision);
    EXPECT_EQ(manifest().ingest_sequence, whole.ingest_sequence);
    EXPECT_EQ(manifest().languages, whole.languages);
    EXPECT_EQ(update(sources_[0]).sources_unchanged, 1u) << "the table of sources was kept";
  }
}

TEST_F(RepairTest, GivesTheManifestOfAnEarlierBuildItsDigest) {
  const Manifest before = manifest();
  std::string text = bytes_of_file(request_.archive / "archive.json");
  text.erase(text.rfind(",\n \"digest\""));
  std::ofstream(request_.archive / "archive.json") << text << "\n}\n";
  EXPECT_THROW(manifest(), Error);
  EXPECT_THAT(repair().lost, IsEmpty());
  EXPECT_EQ(manifest().uuid, before.uuid);
  EXPECT_EQ(manifest().segments, before.segments);
}

// A segment that a merge replaced stays as long as somebody reads it, but must not come back.
TEST_F(RepairTest, TakesNoRetiredSegmentForALivingOne) {
  Archive reader(request_.archive);
  write(10, 40, "later");
  compact_archive(request_.archive, request_.run);
  const auto before = exported();
  ASSERT_TRUE(fs::exists(file(first()))) << "somebody reads it";
  fs::remove(request_.archive / "archive.json");
  EXPECT_THAT(repair().lost, IsEmpty());
  EXPECT_EQ(exported(), before);
  EXPECT_TRUE(fs::exists(file(first()))) << "it is still read";
}

// The same for a segment whose articles were all removed.
TEST_F(RepairTest, RemovedArticlesDoNotComeBack) {
  Archive reader(request_.archive);
  std::vector<std::string> ids;
  for (int i = 30; i < 60; ++i) ids.push_back("n" + std::to_string(i));
  remove_articles({request_.archive, ids, {}, request_.run});
  const auto before = exported();
  ASSERT_TRUE(fs::exists(file("2-0")));
  fs::remove(request_.archive / "archive.json");
  repair();
  EXPECT_EQ(exported(), before);
}

TEST_F(RepairTest, MakesTheManifestAnewWithoutTheRecordsOfSegments) {
  auto before = exported();
  fs::remove(request_.archive / "archive.json");
  for (const auto& entry : fs::directory_iterator(request_.archive / "segments"))
    if (entry.is_directory()) fs::remove(entry.path() / kSegmentRecordName);
  repair();
  EXPECT_EQ(exported(), before);
}

TEST_F(RepairTest, TellsOfASegmentThatIsMissing) {
  fs::remove(request_.archive / "archive.json");
  fs::remove_all(file("2-0"));
  const Repair repaired = repair();
  EXPECT_THAT(repaired.lost, Contains(HasSubstr("all 30 articles of segment '2-0' (2023-02-")));
  update_all();
  EXPECT_EQ(exported().count("n35"), 1u);
}

TEST_F(RepairTest, BeginsADamagedTableOfSourcesAnew) {
  const auto before = exported();
  flip(request_.archive / manifest().table(kSourcesTable), 0.5);
  EXPECT_THROW(update(sources_[1]), Error);
  const Repair repaired = repair();
  EXPECT_THAT(repaired.done, Contains(HasSubstr("sources")));
  EXPECT_THAT(repaired.lost, IsEmpty());
  EXPECT_EQ(update(sources_[1]).unchanged, 30u);
  EXPECT_EQ(exported(), before);
}

// A run that could not read the damaged segment took its articles for new ones.
TEST_F(RepairTest, KeepsTheNewestOfAnArticleThatIsThereTwice) {
  const fs::path columns = file(first()) / "columns";
  fs::rename(columns, folder_.path() / "away");
  EXPECT_EQ(write(0, 5, "while damaged").added, 5u);
  fs::rename(folder_.path() / "away", columns);
  repair();
  const auto after = exported();
  EXPECT_EQ(after.size(), 59u);
  EXPECT_THAT(after.at("n3"), HasSubstr("while damaged"));
}

TEST_F(RepairTest, RefusesAFolderThatHasNoSegmentsOfOurs) {
  const fs::path project = folder_.path() / "project";
  fs::create_directories(project / "segments" / "important");
  EXPECT_THROW(repair_archive(project, request_.run), Error);
  EXPECT_FALSE(fs::exists(project / "archive.json"));
  EXPECT_THROW(repair_archive(folder_.path() / "nowhere", request_.run), Error);
  EXPECT_FALSE(fs::exists(folder_.path() / "nowhere"));
}

}  // namespace
}  // namespace newsindex
