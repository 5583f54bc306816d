// SPDX-License-Identifier: GPL-3.0-or-later
// Removed articles stay out, leave the disk if they are purged, and can be restored.
#include "indexer/write/removal.h"

#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/care/check.h"
#include "indexer/write/maintain.h"
#include "indexer/write/update.h"
#include "schema/archive/archive.h"
#include "schema/article.h"
#include "schema/utc_time.h"
#include "tests/indexer/json_line.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class RemovalTest : public ::testing::Test {
 protected:
  RemovalTest() {
    request_.archive = folder_.path() / "archive";
    request_.run.threads = 2;
  }

  RunReport update(const std::string& name, const std::string& text) {
    request_.sources = {folder_.write(name, text)};
    return update_archive(request_, {});
  }
  RunReport update_again() { return update_archive(request_, {}); }

  Removal remove(std::vector<std::string> articles, bool purged = false) {
    RemovalRequest removal{request_.archive, std::move(articles), {}, {}};
    removal.note = {"2026-11-29T03:15:00Z", "id", purged, "a complaint", {}};
    return remove_articles(removal);
  }

  Restoration restore(std::vector<std::string> ids) {
    return restore_articles(request_.archive, ids, {});
  }

  std::vector<std::string> ids() const {
    Archive archive(request_.archive);
    std::vector<std::string> ids;
    for (const OpenSegment* open : archive.segments())
      for (Docid docid = 1; docid <= open->segment().documents; ++docid)
        if (!open->deletions().contains(docid)) ids.push_back(open->article(docid).id);
    return ids;
  }

  Removals removals() const {
    return Removals::read(request_.archive, read_manifest(request_.archive).table(kRemovalsTable));
  }

  // The files of the archive that contain these bytes (in small letters), in any letter case. In a
  // Xapian database, the stored articles and the terms are searched, too.
  std::vector<std::string> files_with(const std::string& bytes) const {
    std::vector<std::string> found;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(request_.archive)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::string text(std::istreambuf_iterator<char>(in), {});
      if (entry.path().filename() == "xapian") text += unpacked(entry.path());
      for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      if (text.find(bytes) != std::string::npos)
        found.push_back(fs::relative(entry.path(), request_.archive).string());
    }
    return found;
  }

  // All documents of a database and all its terms.
  static std::string unpacked(const fs::path& path) {
    const Xapian::Database database(path.string());
    std::string text;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
      text += database.get_document(*at).get_data();
    for (auto at = database.allterms_begin(); at != database.allterms_end(); ++at) text += *at;
    return text;
  }

  TemporaryFolder folder_;
  UpdateRequest request_;
};

TEST_F(RemovalTest, IsRememberedByEveryLaterRun) {
  update("one.jsonl", line("a", "Rain.") + line("b", "Hail."));
  EXPECT_EQ(remove({"a"}).removed, 1u);
  EXPECT_EQ(removals().by_id().at("a"), (RemovedArticle{"2026-11-29T03:15:00Z", "id", false,
                                                        "a complaint", request_.sources[0]}));
  request_.again = true;
  const RunReport again = update_again();
  EXPECT_EQ(again.removed, 1u);
  EXPECT_EQ(again.added, 0u);
  EXPECT_EQ(again.rejected, 0u);
  EXPECT_EQ(update("two.jsonl", line("a", "Rain again.")).removed, 1u)
      << "from another source, too";
  compact_archive(request_.archive, {});
  EXPECT_EQ(update_again().removed, 1u);
  EXPECT_THAT(ids(), ElementsAre("b"));
}

TEST_F(RemovalTest, IsTakenBackWithTheSourceReadAgain) {
  update("one.jsonl", line("a", "Rain.") + line("b", "Hail."));
  remove({"a"});
  const Restoration restoration = restore({"a", "z"});
  EXPECT_THAT(restoration.ids, ElementsAre("a"));
  EXPECT_THAT(restoration.missing, ElementsAre("z"));
  EXPECT_THAT(restoration.unknown_sources, IsEmpty());
  EXPECT_THAT(removals().by_id(), IsEmpty());
  const RunReport next = update_again();
  EXPECT_EQ(next.added, 1u);
  EXPECT_EQ(next.sources_read, 1u);
  EXPECT_THAT(ids(), ::testing::UnorderedElementsAre("a", "b"));
}

TEST_F(RemovalTest, TakesAnAddressForAllArticlesThatHaveIt) {
  const std::string url = R"(,"url":"https://example.org/rain")";
  update("one.jsonl", line("a", "Rain.", url) + line("b", "More rain.", url) + line("c", "Hail."));
  EXPECT_THAT(remove({"HTTPS://Example.org/rain?utm_source=x"}).ids, ElementsAre("a", "b"));
  EXPECT_THAT(ids(), ElementsAre("c"));
}

TEST_F(RemovalTest, IsPlannedWithoutAnyChange) {
  update("one.jsonl", line("a", "Rain.") + line("b", "Hail."));
  const Manifest before = read_manifest(request_.archive);
  const Removal plan = plan_removal({request_.archive, {"b", "z"}, {}, {}});
  EXPECT_THAT(plan.ids, ElementsAre("b"));
  EXPECT_THAT(plan.missing, ElementsAre("z"));
  EXPECT_EQ(read_manifest(request_.archive).revision, before.revision);
  EXPECT_THAT(ids(), SizeIs(2));
}

TEST_F(RemovalTest, LeavesNoByteOfTheTextBehindWhenItPurges) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += line("n" + std::to_string(i), "Rain fell here.");
  const std::string secret = R"({"id":"case-qwertzid","title":"Zyxwtitle in court","lead":)"
                             R"("Mr Plomleadon lost.","date":"2023-04-02","author":"Vexauthor",)"
                             R"("keywords":["jubkeyword"],"body":"The xylobodyword fell."})"
                             "\n";
  update("one.jsonl", text + secret);
  update("two.jsonl", R"({"id":"case-qwertzid","title":"Zyxwtitle corrected","date":"2023-04-02",)"
                      R"("body":"The yarbodyword rose."})"
                      "\n");
  const std::vector<std::string> words{"zyxwtitl",     "plomleadon",  "vexauthor", "jubkeyword",
                                       "xylobodyword", "yarbodyword", "qwertzid"};
  for (const std::string& word : words) EXPECT_THAT(files_with(word), ::testing::Not(IsEmpty()));
  remove({"case-qwertzid"});
  EXPECT_THAT(files_with("xylobodyword"), ::testing::Not(IsEmpty())) << "of the old version";
  const Removal purge = remove({"case-qwertzid"}, true);
  EXPECT_EQ(purge.files_left, 0u);
  EXPECT_THAT(purge.ids, ElementsAre("case-qwertzid"));
  const std::string table = read_manifest(request_.archive).table(kRemovalsTable);
  for (const std::string& word : words) {
    if (word == "qwertzid")
      EXPECT_THAT(files_with(word), ElementsAre(table)) << "the id has to be known";
    else
      EXPECT_THAT(files_with(word), IsEmpty()) << word;
  }
  EXPECT_TRUE(removals().by_id().at("case-qwertzid").purged);
  EXPECT_THAT(ids(), SizeIs(40));
  Archive archive(request_.archive);
  EXPECT_THAT(check_archive(archive, Depth::files, nullptr), IsEmpty());
}

TEST_F(RemovalTest, FinishesAPurgeWhenTheLastReaderOfOldFilesIsGone) {
  update("one.jsonl", line("a", "The xylobodyword fell.") + line("b", "Hail."));
  {
    const Archive reader(request_.archive);
    EXPECT_GT(remove({"a"}, true).files_left, 0u);
    EXPECT_THAT(files_with("xylobodyword"), ::testing::Not(IsEmpty()));
    EXPECT_GT(remove({"a"}, true).files_left, 0u) << "it is still there";
  }
  EXPECT_THAT(ids(), ElementsAre("b"));
  update("two.jsonl", line("c", "Snow."));
  EXPECT_THAT(files_with("xylobodyword"), IsEmpty());
  EXPECT_EQ(remove({"a"}, true).files_left, 0u);
}

TEST_F(RemovalTest, OfAllArticlesLeavesAnEmptyArchive) {
  update("one.jsonl", line("a", "Rain.") + line("b", "Hail."));
  EXPECT_EQ(remove({"a", "b"}, true).removed, 2u);
  EXPECT_THAT(read_manifest(request_.archive).segments, IsEmpty());
  request_.again = true;
  EXPECT_EQ(update_again().removed, 2u);
}

TEST(UtcTime, IsWrittenAndReadBack) {
  const auto time = utc_time("2026-11-29T03:15:09Z");
  ASSERT_TRUE(time.has_value());
  EXPECT_EQ(time->time_since_epoch().count(), 1795922109);
  EXPECT_EQ(utc_text(*time), "2026-11-29T03:15:09Z");
  EXPECT_EQ(utc_time("2026-02-30T03:15:09Z"), std::nullopt);
  EXPECT_EQ(utc_time("2026-11-29 03:15:09"), std::nullopt);
}

}  // namespace
}  // namespace newsindex
