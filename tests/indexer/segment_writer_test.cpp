// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles of a run go into which segments.
#include "indexer/write/segment_writer.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/archive/archive.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::SizeIs;

NewArticle article(const std::string& id, const std::string& date) {
  NewArticle made;
  made.article.id = id;
  made.article.title = "Report " + id;
  made.article.body = "Rain.";
  if (!date.empty()) made.article.published = published_from_iso(date);
  return made;
}

// Articles of the days 10 to 29 of a month.
std::vector<NewArticle> month(const std::string& name, int count) {
  std::vector<NewArticle> articles;
  for (int i = 0; i < count; ++i)
    articles.push_back(
        article(name + "/" + std::to_string(i), name + "-" + std::to_string(10 + i % 20)));
  return articles;
}

class SegmentWriterTest : public ::testing::Test {
 protected:
  std::vector<FinishedSegment> write(const std::vector<std::vector<NewArticle>>& groups) {
    SegmentWriter writer(staging_, pool_);
    for (const std::vector<NewArticle>& group : groups) writer.add(group);
    return writer.finish();
  }

  // The ids in a segment, by docid.
  static std::vector<std::string> ids_in(const FinishedSegment& finished) {
    const Xapian::Database database(database_path(finished.folder).string());
    std::vector<std::string> ids;
    for (Xapian::docid docid = 1; docid <= finished.segment.documents; ++docid)
      ids.push_back(decode_article(database.get_document(docid).get_data()).id);
    return ids;
  }

  TemporaryFolder folder_;
  Staging staging_{folder_.path(), {}, 0};
  WorkerPool pool_{2, 16};
};

TEST_F(SegmentWriterTest, PutsAnOldArticleIntoASegmentOfItsOwn) {
  std::vector<NewArticle> articles = month("2023-05", 40);
  articles.push_back(article("old", "1950-01-01"));
  const auto segments = write({articles});
  ASSERT_THAT(segments, SizeIs(2));
  EXPECT_EQ(segments[0].segment.documents, 40u);
  EXPECT_EQ(to_iso(segments[0].segment.days->first), "2023-05-10");
  EXPECT_EQ(to_iso(segments[0].segment.days->last), "2023-05-29");
  EXPECT_THAT(ids_in(segments[1]), ::testing::ElementsAre("old"));
}

TEST_F(SegmentWriterTest, PutsAnArticleOfTheFutureThereToo) {
  std::vector<NewArticle> articles = month("2023-05", 40);
  articles.push_back(article("future", "2093-01-01"));
  EXPECT_THAT(write({articles}), SizeIs(2));
}

TEST_F(SegmentWriterTest, KeepsStragglersOfAllGroupsTogether) {
  std::vector<NewArticle> first = month("2023-05", 40);
  first.push_back(article("a", "1950-01-01"));
  std::vector<NewArticle> second = month("2023-06", 40);
  second.push_back(article("b", "1960-01-01"));
  const auto segments = write({first, second});
  ASSERT_THAT(segments, SizeIs(2));
  EXPECT_EQ(segments[0].segment.documents, 80u);
  EXPECT_THAT(ids_in(segments[1]), ::testing::UnorderedElementsAre("a", "b"));
}

TEST_F(SegmentWriterTest, LeavesUndatedAndFewArticlesWhereTheyAre) {
  std::vector<NewArticle> articles = month("2023-05", 40);
  articles.push_back(article("undated", ""));
  const auto segments = write({articles});
  ASSERT_THAT(segments, SizeIs(1));
  EXPECT_EQ(segments[0].segment.undated, 1u);
  std::vector<NewArticle> few = month("2023-05", 5);
  few.push_back(article("old", "1950-01-01"));
  EXPECT_THAT(write({few}), SizeIs(1));
}

TEST_F(SegmentWriterTest, SortsTheArticlesOfAGroupByDateWhateverTheThreads) {
  std::vector<NewArticle> articles = month("2023-05", 1500);  // three small databases
  std::reverse(articles.begin(), articles.end());
  const auto segments = write({articles});
  ASSERT_THAT(segments, SizeIs(1));
  const std::vector<std::string> ids = ids_in(segments[0]);
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 1500u);
  const Columns columns(segments[0].folder, 1500);
  EXPECT_TRUE(std::is_sorted(columns.days().begin(), columns.days().end()));
}

TEST_F(SegmentWriterTest, TellsTheFilesOfASegmentAsTheyAre) {
  const auto segments = write({month("2023-05", 10)});
  ASSERT_THAT(segments, SizeIs(1));
  std::vector<std::string> names;
  for (const SegmentFile& file : segments[0].segment.files) {
    names.push_back(file.name);
    EXPECT_EQ(file.bytes, std::filesystem::file_size(segments[0].folder / file.name));
  }
  EXPECT_THAT(names, ::testing::ElementsAre("columns", "copies", "terms", "xapian"));
}

TEST_F(SegmentWriterTest, MakesNoSegmentOfNothing) {
  EXPECT_THAT(write({}), SizeIs(0));
  EXPECT_THAT(write({{}}), SizeIs(0));
}

}  // namespace
}  // namespace newsindex
