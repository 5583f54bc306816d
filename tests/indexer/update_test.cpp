// SPDX-License-Identifier: GPL-3.0-or-later
// Whole runs on small archives.
#include "indexer/write/update.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/write/lock.h"
#include "indexer/write/maintain.h"
#include "indexer/write/merge.h"
#include "indexer/write/removal.h"
#include "schema/archive/archive.h"
#include "schema/document.h"
#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string line(const std::string& id, const std::string& date, const std::string& body) {
  return R"({"id":")" + id + R"(","title":"Report )" + id + R"(","date":")" + date +
         R"(","body":")" + body + "\"}\n";
}

class UpdateTest : public ::testing::Test {
 protected:
  UpdateTest() {
    request_.archive = folder_.path() / "archive";
    request_.run.threads = 2;
  }

  RunReport update(const std::vector<std::string>& sources) {
    request_.sources = sources;
    return update_archive(request_, {});
  }

  Manifest manifest() const { return read_manifest(request_.archive); }

  std::string body_of(const std::string& id) const {
    Archive archive(request_.archive);
    const auto article = archive.find(id);
    return article ? article->body : "(none)";
  }

  // The number of documents in the files of all segments, with the deleted ones.
  std::uint64_t documents_in_segments() const {
    std::uint64_t sum = 0;
    Archive archive(request_.archive);
    for (const OpenSegment* open : archive.segments()) sum += open->database().get_doccount();
    return sum;
  }

  TemporaryFolder folder_;
  UpdateRequest request_;
};

TEST_F(UpdateTest, PutsNewArticlesIntoASegmentWithItsDates) {
  const auto source = folder_.write("news.jsonl", line("a", "2023-04-02", "Ministers meet.") +
                                                      line("b", "2021-01-05", "Oil spills."));
  const RunReport report = update({source});
  EXPECT_EQ(report.added, 2u);
  EXPECT_EQ(report.articles, 2u);
  const Manifest archive = manifest();
  ASSERT_THAT(archive.segments, SizeIs(1));
  EXPECT_EQ(archive.segments[0].articles, 2u);
  EXPECT_EQ(to_iso(archive.segments[0].days->first), "2021-01-05");
  EXPECT_EQ(to_iso(archive.segments[0].days->last), "2023-04-02");
  EXPECT_EQ(body_of("a"), "Ministers meet.");
}

TEST_F(UpdateTest, SkipsASourceThatHasNotChanged) {
  const auto source = folder_.write("news.jsonl", line("a", "2023-04-02", "Ministers meet."));
  const std::uint64_t revision = update({source}).revision;
  const RunReport second = update({source});
  EXPECT_EQ(second.sources_unchanged, 1u);
  EXPECT_EQ(second.sources_read, 0u);
  EXPECT_EQ(second.revision, revision);
}

TEST_F(UpdateTest, ReadsAnUnchangedSourceAgainWhenToldToAndFindsNothingNew) {
  const auto source = folder_.write("news.jsonl", line("a", "2023-04-02", "Ministers meet."));
  update({source});
  request_.again = true;
  const RunReport second = update({source});
  EXPECT_EQ(second.unchanged, 1u);
  EXPECT_EQ(second.added + second.replaced, 0u);
  EXPECT_EQ(documents_in_segments(), 1u);
}

TEST_F(UpdateTest, ReplacesAChangedArticleWhereverItLies) {
  update({folder_.write(
      "one.jsonl", line("a", "2023-04-02", "Ministers meet.") + line("b", "2023-04-03", "Rain."))});
  const RunReport second =
      update({folder_.write("two.jsonl", line("a", "2023-04-02", "Ministers met."))});
  EXPECT_EQ(second.replaced, 1u);
  EXPECT_EQ(second.articles, 2u);
  EXPECT_EQ(body_of("a"), "Ministers met.");
  EXPECT_EQ(documents_in_segments(), 2u) << "a segment of which half is deleted is written anew";
  for (const Segment& segment : manifest().segments) EXPECT_THAT(segment.deletions, IsEmpty());
}

TEST_F(UpdateTest, WritesWhatIsDeletedBesideASegmentThatStaysAsItIs) {
  std::string text;
  for (const std::string id : {"a", "b", "c", "d", "e", "f", "g", "h"})
    text += line(id, "2023-04-02", "Rain of " + id + ".");
  update({folder_.write("one.jsonl", text)});
  const Segment before = manifest().segments.at(0);
  update({folder_.write("two.jsonl", line("a", "2023-04-02", "Snow."))});
  EXPECT_EQ(remove_articles({request_.archive, {"b"}, {}, {}}).removed, 1u) << "a quarter: not yet";
  Manifest after = manifest();
  ASSERT_THAT(after.segments, SizeIs(2));
  EXPECT_EQ(after.segments[0].name, before.name);
  EXPECT_EQ(after.segments[0].files, before.files);
  EXPECT_EQ(after.segments[0].documents, 8u);
  EXPECT_EQ(after.segments[0].articles, 6u);
  EXPECT_EQ(body_of("a"), "Snow.");
  EXPECT_EQ(body_of("b"), "(none)");
  EXPECT_EQ(body_of("c"), "Rain of c.");
}

TEST_F(UpdateTest, OfTwoArticlesWithOneIdTheLaterOneStaysAndTheOtherIsCounted) {
  const RunReport report =
      update({folder_.write("news.jsonl", line("a", "2023-04-02", "Ministers meet.") +
                                              line("a", "2023-04-02", "Rain."))});
  EXPECT_EQ(report.added, 1u);
  EXPECT_EQ(report.superseded, 1u);
  EXPECT_THAT(report.rejects, IsEmpty());
  EXPECT_EQ(body_of("a"), "Rain.");
}

TEST_F(UpdateTest, CountsTheSameArticleTwiceInOneRunOnce) {
  const std::string text = line("a", "2023-04-02", "Ministers meet.");
  const RunReport report = update({folder_.write("news.jsonl", text + text)});
  EXPECT_EQ(report.added, 1u);
  EXPECT_EQ(report.unchanged, 1u);
  EXPECT_THAT(report.rejects, IsEmpty());
}

TEST_F(UpdateTest, RejectsABrokenRecordAndTakesTheOthers) {
  const auto source = folder_.write("news.jsonl", line("a", "2023-04-02", "Ministers meet.") +
                                                      "{\"id\": \"b\", \"body\": \n" +
                                                      line("c", "2023-04-03", "Rain."));
  const RunReport report = update({source});
  EXPECT_EQ(report.added, 2u);
  ASSERT_THAT(report.rejects, SizeIs(1));
  EXPECT_EQ(report.rejects[0].origin.path, source);
  EXPECT_EQ(report.rejects[0].origin.record, 1u);
}

TEST_F(UpdateTest, RemembersHowManyRecordsOfAnUnchangedSourceWereRejected) {
  const auto source = folder_.write("news.jsonl", line("a", "2023-04-02", "Rain.") + "{broken\n");
  update({source});
  EXPECT_EQ(update({source}).earlier_rejects, 1u);
}

TEST_F(UpdateTest, SaysOnceOfASourceWhatGoesForAllItsRecords) {
  std::string unknown = "nr,prosa_x\n";
  std::string unread;
  for (int i = 0; i < 5; ++i) {
    unknown += std::to_string(i) + ",The council of the bay voted on the wall again.\n";
    unread += R"({"id":")" + std::to_string(i) +
              R"(","title":"Wall","prose":"The council of the )" +
              R"(bay voted on the wall again."})" + "\n";
  }
  const auto table = folder_.write("x.csv", unknown);
  const auto lines = folder_.write("y.jsonl", unread);
  const RunReport report = update({table, lines});
  EXPECT_EQ(report.added, 5u);
  ASSERT_THAT(report.rejects, SizeIs(1));
  EXPECT_EQ(report.rejects[0].origin.path, table);
  ASSERT_THAT(report.warnings, SizeIs(1));
  EXPECT_EQ(report.warnings[0].origin.path, lines);
  EXPECT_THAT(report.warnings[0].reason, HasSubstr("--map body=prose"));
  EXPECT_THAT(warnings_text(report), HasSubstr("y.jsonl: record 0: no body"));
}

TEST_F(UpdateTest, NamesArticlesApartWhoseFilesHaveNamesOfOtherBytesThanUtf8) {
  const std::string text =
      "The ministers met in the capital on Tuesday, and they talked about fish and trade.";
  update({folder_.write("a\xff.txt", text), folder_.write("a\xfe.txt", text)});
  EXPECT_EQ(body_of((folder_.path() / "a").string() + "\\xff.txt"), text);
  EXPECT_EQ(body_of((folder_.path() / "a").string() + "\\xfe.txt"), text);
}

TEST_F(UpdateTest, SaysThatThereIsNoInputAndMakesNoArchive) {
  try {
    update({(folder_.path() / "nothing").string()});
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::no_input);
  }
  EXPECT_FALSE(fs::exists(request_.archive));
}

TEST_F(UpdateTest, WaitsForNoLongerThanToldWhenTheArchiveIsLocked) {
  const auto source = folder_.write("news.jsonl", line("a", "2023-04-02", "Rain."));
  update({source});
  const ArchiveLock lock(request_.archive, std::chrono::seconds(0));
  request_.run.lock_timeout = std::chrono::seconds(0);
  try {
    update({source});
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::try_again);
  }
}

TEST_F(UpdateTest, LeavesTheArchiveAsItWasWhenStopped) {
  update({folder_.write("one.jsonl", line("a", "2023-04-02", "Rain."))});
  const Manifest before = manifest();
  request_.sources = {folder_.write("two.jsonl", line("b", "2023-04-02", "Snow."))};
  EXPECT_THROW(update_archive(request_, [](const Progress&) { return false; }), Error);
  EXPECT_EQ(manifest().segments, before.segments);
  EXPECT_EQ(body_of("b"), "(none)");
}

// The file is left by a run that was killed before it published.
TEST_F(UpdateTest, RemovesDeletionsThatWereNeverPublished) {
  update({folder_.write("one.jsonl",
                        line("a", "2023-04-02", "Rain.") + line("b", "2023-04-02", "Hail."))});
  const auto stray = folder_.write("archive/segments/9.deleted-1-0", "half of a file");
  const auto other = folder_.write("archive/segments/notes.txt", "of somebody else");
  EXPECT_EQ(body_of("a"), "Rain.");
  update({folder_.write("two.jsonl", line("c", "2023-04-02", "Snow."))});
  EXPECT_FALSE(fs::exists(stray));
  EXPECT_TRUE(fs::exists(other));
  EXPECT_EQ(manifest().articles(), 3u);
}

TEST_F(UpdateTest, RemovesSegmentsThatWereNeverPublished) {
  update({folder_.write("one.jsonl", line("a", "2023-04-02", "Rain."))});
  const auto stray = folder_.write("archive/segments/9-0/columns", "half a segment");
  update({folder_.write("two.jsonl", line("b", "2023-04-02", "Snow."))});
  EXPECT_FALSE(fs::exists(fs::path(stray).parent_path()));
  EXPECT_EQ(documents_in_segments(), 2u);
}

TEST_F(UpdateTest, MergesNeighboursWhenThereAreTooManySegments) {
  for (int day = 1; day <= 20; ++day) {
    const std::string date = "2023-04-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
    update({folder_.write(date + ".jsonl", line(date, date, "Rain on day " + date))});
  }
  const Manifest archive = manifest();
  EXPECT_LE(archive.segments.size(), kMostSegments);
  EXPECT_EQ(archive.articles(), 20u);
  EXPECT_EQ(documents_in_segments(), 20u);
  for (std::size_t i = 1; i < archive.segments.size(); ++i)
    EXPECT_LT(archive.segments[i - 1].days->last, archive.segments[i].days->first);
  EXPECT_THAT(body_of("2023-04-01"), HasSubstr("Rain on day"));
}

TEST_F(UpdateTest, KeepsSegmentsThatAreMergedAwayAsLongAsSomebodyReadsThem) {
  update({folder_.write("one.jsonl", line("a", "2023-04-02", "Rain."))});
  update({folder_.write("two.jsonl", line("b", "2023-04-03", "Hail."))});
  std::vector<fs::path> old;
  for (const Segment& segment : manifest().segments)
    old.push_back(segment_path(request_.archive, segment));
  ASSERT_THAT(old, SizeIs(2));
  {
    Archive reader(request_.archive);
    compact_archive(request_.archive, {});
    update({folder_.write("three.jsonl", line("c", "2023-05-01", "Sun."))});
    for (const fs::path& folder : old) EXPECT_TRUE(fs::exists(folder)) << folder;
    EXPECT_EQ(reader.find("b")->body, "Hail.") << "opened after the merge";
    EXPECT_FALSE(reader.find("c"));
    EXPECT_FALSE(manifest().retired.empty());
  }
  update({folder_.write("four.jsonl", line("d", "2023-05-02", "Fog."))});
  for (const fs::path& folder : old) EXPECT_FALSE(fs::exists(folder)) << folder;
}

TEST_F(UpdateTest, ReadsSourcesThatAreLargerThanItsMemoryShare) {
  request_.run.memory_bytes = 64 << 10;
  std::string text;
  for (int i = 0; i < 300; ++i)
    text += line("n" + std::to_string(i), "2020-01-" + std::to_string(10 + i % 20),
                 "Number " + std::to_string(i) + std::string(200, 'x'));
  const RunReport report = update({folder_.write("news.jsonl", text)});
  EXPECT_EQ(report.added, 300u);
  EXPECT_EQ(documents_in_segments(), 300u);
  EXPECT_THAT(body_of("n299"), HasSubstr("Number 299"));
}

TEST_F(UpdateTest, GivesTheSameArchiveWhateverTheNumberOfThreads) {
  std::string text;
  for (int i = 0; i < 50; ++i)
    text += line(std::to_string(i), "2020-02-1" + std::to_string(i % 10), "Rain");
  const auto source = folder_.write("news.jsonl", text);
  std::vector<std::string> orders;
  for (const unsigned threads : {1u, 3u}) {
    request_.archive = folder_.path() / ("archive" + std::to_string(threads));
    request_.run.threads = threads;
    update({source});
    Archive archive(request_.archive);
    std::string order;
    const Xapian::Database& database = archive.segments().at(0)->database();
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
      order += decode_article(database.get_document(*at).get_data()).id + " ";
    orders.push_back(order);
  }
  EXPECT_EQ(orders[0], orders[1]);
}

TEST_F(UpdateTest, RemovesArticlesAndNamesTheOnesThatWereNotThere) {
  update({folder_.write("one.jsonl",
                        line("a", "2023-04-02", "Rain.") + line("b", "2023-04-02", "Hail."))});
  const Removal removal = remove_articles({request_.archive, {"a", "z"}, {}, {}});
  EXPECT_EQ(removal.removed, 1u);
  EXPECT_THAT(removal.missing, ElementsAre("z"));
  EXPECT_EQ(body_of("a"), "(none)");
  EXPECT_EQ(manifest().articles(), 1u);
}

TEST_F(UpdateTest, ForgetsASegmentWhoseArticlesAreAllRemoved) {
  update({folder_.write("one.jsonl", line("a", "2023-04-02", "Rain."))});
  remove_articles({request_.archive, {"a"}, {}, {}});
  EXPECT_THAT(manifest().segments, IsEmpty());
  EXPECT_EQ(update({folder_.write("two.jsonl", line("b", "2023-04-02", "Rain again."))}).added, 1u);
}

TEST_F(UpdateTest, CompactsIntoOneSegment) {
  update({folder_.write("one.jsonl", line("a", "2023-04-02", "Rain."))});
  update({folder_.write("two.jsonl", line("b", "2023-04-03", "Hail."))});
  EXPECT_EQ(compact_archive(request_.archive, {}).segments, 1u);
  EXPECT_EQ(documents_in_segments(), 2u);
}

TEST_F(UpdateTest, CountsLanguagesAcrossSegments) {
  update({folder_.write("one.jsonl", R"({"id":"a","language":"en","title":"t","body":"Rain fell."})"
                                     "\n"
                                     R"({"id":"b","language":"de","title":"t","body":"Es regnet."})"
                                     "\n")});
  update(
      {folder_.write("two.jsonl", R"({"id":"c","language":"de","title":"t","body":"Es schneit."})"
                                  "\n")});
  EXPECT_EQ(manifest().languages.at("de"), 2u);
  EXPECT_EQ(manifest().languages.at("en"), 1u);
}

}  // namespace
}  // namespace newsindex
