// SPDX-License-Identifier: GPL-3.0-or-later
// The segments of an archive, revision after revision, and those that readers have open meanwhile.
#include <map>
#include <memory>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/care/check.h"
#include "indexer/write/maintain.h"
#include "indexer/write/merge.h"
#include "indexer/write/rebuild.h"
#include "indexer/write/removal.h"
#include "indexer/write/revision.h"
#include "indexer/write/update.h"
#include "schema/archive/archive.h"
#include "tests/damaged_byte.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using Bodies = std::map<std::string, std::string>;  // by id

std::string date_of(int number) {
  return std::to_string(2000 + number % 20) + "-05-" + std::to_string(10 + number % 20);
}

class PublishedSegments : public ::testing::Test {
 protected:
  PublishedSegments() {
    request_.archive = folder_.path() / "archive";
    request_.run.threads = 2;
  }

  // Adds every `step`th article with a number in [from, to); its text names the edition.
  void update(int from, int to, int step, const std::string& edition) {
    std::string text;
    for (int i = from; i < to; i += step) {
      const std::string id = "n" + std::to_string(i);
      const std::string body = "Edition " + edition + " of story " + std::to_string(i) + ".";
      text += R"({"id":")" + id + R"(","title":"Report","date":")" + date_of(i) + R"(","body":")" +
              body + "\"}\n";
      bodies_[id] = body;
    }
    request_.sources = {folder_.write(edition + ".jsonl", text)};
    if (!removed_.empty()) restore_articles(request_.archive, removed_, request_.run);
    removed_.clear();
    update_archive(request_, {});
  }

  void remove(int from, int to, int step) {
    std::vector<std::string> ids;
    for (int i = from; i < to; i += step) {
      ids.push_back("n" + std::to_string(i));
      bodies_.erase(ids.back());
    }
    removed_.insert(removed_.end(), ids.begin(), ids.end());
    EXPECT_THAT(remove_articles({request_.archive, ids, {}, request_.run}).missing, IsEmpty());
  }

  Manifest manifest() const { return read_manifest(request_.archive); }

  bool is_there(const std::string& name) const {
    return !name.empty() && fs::exists(request_.archive / "segments" / name);
  }

  // The articles of an archive; expects that all ways to read them agree.
  static Bodies bodies_in(Archive& archive) {
    Bodies bodies;
    for (const OpenSegment* open : archive.segments()) {
      const std::uint64_t documents = open->segment().documents;
      EXPECT_EQ(open->database().get_doccount(), documents);
      EXPECT_EQ(open->database().get_lastdocid(), documents) << "docids have gaps";
      EXPECT_EQ(open->columns().articles(), documents);
      EXPECT_EQ(open->terms().articles(), documents);
      EXPECT_EQ(documents - open->deletions().count(), open->segment().articles);
      Postings with_word;
      if (const auto entry = open->terms().find("edit")) open->terms().read(*entry, with_word);
      EXPECT_EQ(with_word.docids.size(), documents);
      for (Docid docid = 1; docid <= documents; ++docid) {
        if (open->deletions().contains(docid)) continue;
        const Article article = open->article(docid);
        EXPECT_EQ(open->find(article.id), docid);
        EXPECT_TRUE(bodies.emplace(article.id, article.body).second) << article.id << " twice";
      }
    }
    return bodies;
  }

  // Expects that the archive has what was written last, and no faults.
  void expect_latest() const {
    Archive archive(request_.archive);
    EXPECT_EQ(bodies_in(archive), bodies_);
    EXPECT_EQ(archive.manifest().articles(), bodies_.size());
    EXPECT_THAT(check_archive(archive), IsEmpty());
  }

  TemporaryFolder folder_;
  UpdateRequest request_;
  Bodies bodies_;
  std::vector<std::string> removed_;  // ids that have to be restored before they can come back
};

TEST_F(PublishedSegments, AreCompleteAfterEveryKindOfRun) {
  update(0, 200, 1, "first");
  expect_latest();
  update(100, 300, 1, "second");  // half of these are corrections
  expect_latest();
  remove(0, 300, 7);
  expect_latest();
  update(0, 300, 7, "third");  // the removed articles come back
  expect_latest();
  for (int run = 0; run < 14; ++run)
    update(run * 20, run * 20 + 30, 3, "run" + std::to_string(run));
  expect_latest();
  EXPECT_LE(manifest().segments.size(), kMostSegments);
  EXPECT_EQ(compact_archive(request_.archive, request_.run).segments, 1u);
  expect_latest();
  EXPECT_EQ(manifest().segments[0].documents, bodies_.size());
  rebuild_archive(request_.archive, request_.run, {});
  expect_latest();
}

TEST_F(PublishedSegments, AreNeverWrittenAgain) {
  update(0, 200, 1, "first");
  const std::string name = manifest().segments[0].name;
  const auto bytes = [&] {
    std::map<std::string, std::string> files;
    for (const auto& file : fs::directory_iterator(request_.archive / "segments" / name))
      files[file.path().filename().string()] = bytes_of_file(file.path());
    return files;
  };
  const auto before = bytes();
  ASSERT_THAT(before, SizeIs(5));
  update(0, 20, 1, "second");
  remove(100, 120, 1);
  ASSERT_TRUE(is_there(name));
  EXPECT_EQ(bytes(), before);
}

TEST_F(PublishedSegments, LeaveOutWhatIsDeletedWhenMuchIs) {
  update(0, 100, 1, "first");
  remove(0, 20, 1);  // a fifth
  EXPECT_EQ(manifest().segments[0].documents, 100u);
  remove(20, 40, 1);  // more than a quarter: the next run rewrites the segment
  update(200, 201, 1, "second");
  for (const Segment& segment : manifest().segments) {
    EXPECT_EQ(segment.documents, segment.articles);
    EXPECT_EQ(segment.deletions, "");
  }
  expect_latest();
}

TEST_F(PublishedSegments, OfAnOpenArchiveStayWhileRunsReplaceAndCompact) {
  update(0, 300, 1, "first");
  const Bodies first = bodies_;
  auto reader = std::make_unique<Archive>(request_.archive);  // opens no file yet
  const Manifest old = reader->manifest();
  update(0, 300, 2, "second");
  remove(1, 300, 4);
  update(0, 300, 3, "third");
  const Bodies third = bodies_;
  auto later = std::make_unique<Archive>(request_.archive);
  compact_archive(request_.archive, request_.run);
  update(0, 300, 5, "fourth");
  compact_archive(request_.archive, request_.run);
  expect_latest();
  EXPECT_EQ(bodies_in(*later), third);
  EXPECT_EQ(bodies_in(*reader), first);
  EXPECT_THAT(check_archive(*reader), IsEmpty());
  // The first run after the readers removes the files that they held.
  const std::string name = old.segments[0].name;
  EXPECT_TRUE(is_there(name));
  reader.reset();
  later.reset();
  update(900, 901, 1, "fifth");
  EXPECT_FALSE(is_there(name));
  expect_latest();
}

TEST_F(PublishedSegments, GoAsSoonAsNobodyReadsThem) {
  update(0, 50, 1, "first");
  const std::string first = manifest().segments[0].name;
  update(50, 100, 1, "second");
  remove(0, 3, 1);
  const std::string deletions = manifest().segments[0].deletions;
  ASSERT_TRUE(is_there(deletions));
  compact_archive(request_.archive, request_.run);
  EXPECT_FALSE(is_there(first));
  EXPECT_FALSE(is_there(deletions));
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(request_.archive / "segments"))
    names.insert(entry.path().filename().string());
  EXPECT_THAT(names, ElementsAre(manifest().segments[0].name));
}

TEST_F(PublishedSegments, AreHeldByReadersOfTheirOwnRevisionsOnly) {
  update(0, 50, 1, "first");
  compact_archive(request_.archive, request_.run);
  const std::string old = manifest().segments[0].name;
  update(0, 50, 1, "second");  // replaces all
  const Archive reader(request_.archive);
  EXPECT_FALSE(is_there(old));
  update(0, 50, 1, "third");
  EXPECT_TRUE(is_there(reader.manifest().segments[0].name));
}

TEST_F(PublishedSegments, WithoutLivingArticlesAreRetired) {
  update(0, 50, 1, "first");
  const std::string first = manifest().segments[0].name;
  const Archive reader(request_.archive);
  update(0, 50, 1, "second");
  EXPECT_THAT(manifest().segments, SizeIs(1));
  EXPECT_NE(manifest().segments[0].name, first);
  std::vector<std::string> retired;
  for (const Retired& each : manifest().retired) {
    retired.push_back(each.name);
    EXPECT_LE(each.first, reader.manifest().revision);
    EXPECT_GE(each.last, reader.manifest().revision);
  }
  EXPECT_THAT(retired, Contains(first));
  EXPECT_TRUE(is_there(first));
  remove(0, 50, 1);
  EXPECT_THAT(manifest().segments, IsEmpty());
  expect_latest();
}

TEST_F(PublishedSegments, CountLanguagesOfLivingArticlesOnly) {
  update(0, 40, 1, "first");
  const auto all = manifest().languages;
  std::uint64_t sum = 0;
  for (const auto& [language, articles] : all) sum += articles;
  EXPECT_EQ(sum, 40u);
  remove(0, 10, 1);
  sum = 0;
  for (const auto& [language, articles] : manifest().languages) sum += articles;
  EXPECT_EQ(sum, 30u);
}

TEST_F(PublishedSegments, CountUndatedArticlesThatAreLiving) {
  std::string text;
  for (int i = 0; i < 10; ++i)
    text += R"({"id":"n)" + std::to_string(i) + R"(","title":"t","body":"Rain.")" +
            (i < 4 ? "" : R"(,"date":"2023-05-01")") + "}\n";
  request_.sources = {folder_.write("undated.jsonl", text)};
  update_archive(request_, {});
  EXPECT_EQ(manifest().segments[0].undated, 4u);
  remove_articles({request_.archive, {"n0", "n9"}, {}, request_.run});
  EXPECT_EQ(manifest().segments[0].documents, 10u) << "it was written anew";
  EXPECT_EQ(manifest().segments[0].undated, 3u);
}

// The state after a rebuild that was killed before it published. No run cleans up an archive of an
// older version.
TEST_F(PublishedSegments, TakeThePlaceOfWhatAKilledRunLeft) {
  update(0, 20, 1, "first");
  const Manifest before = manifest();
  const std::string next = std::to_string(before.revision + 1) + "-0";
  {
    Revision revision(request_.archive, request_.run, [&] { return before; });
    folder_.write("archive/segments/" + next + "/columns", "half a segment");
    NewArticle added;
    added.article.id = "n20";
    added.article.language = "en";
    added.article.body = bodies_["n20"] = "Edition of another run.";
    added.article.published = published_from_iso("2023-05-01");
    revision.add({added});
    ASSERT_TRUE(revision.finish());
    revision.publish({});
  }
  EXPECT_TRUE(is_there(next));
  expect_latest();
}

// After a loss of power, the next run may publish nothing that would replace these files.
TEST_F(PublishedSegments, AreRidOfFilesThatAKilledRunWasWriting) {
  update(0, 20, 1, "first");
  const std::vector<std::string> begun{"archive.json.new", "sources-9.tsv.new", "removals-9.tsv"};
  for (const std::string& name : begun) folder_.write("archive/" + name, "half a fi");
  folder_.write("archive/mine.new", "of somebody else");
  update_archive(request_, {});
  for (const std::string& name : begun) EXPECT_FALSE(fs::exists(request_.archive / name)) << name;
  EXPECT_TRUE(fs::exists(request_.archive / "mine.new"));
}

TEST_F(PublishedSegments, TellByTheirDigestsWhichFileIsDamaged) {
  update(0, 30, 1, "first");
  const fs::path segment = segment_path(request_.archive, manifest().segments[0]);
  for (const char* name : {"columns", "copies", "segment.json", "terms", "xapian"}) {
    const fs::path path = segment / name;
    const DamagedByte damage(path, fs::file_size(path) / 2, 1);
    Archive archive(request_.archive);
    EXPECT_THAT(check_archive(archive), Contains(::testing::HasSubstr(path.string())));
  }
  expect_latest();
}

}  // namespace
}  // namespace newsindex
