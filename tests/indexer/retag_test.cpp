// SPDX-License-Identifier: GPL-3.0-or-later
// Whole runs of retag on small archives.
#include "indexer/write/retag.h"

#include <gmock/gmock.h>

#include "indexer/write/lock.h"
#include "indexer/write/update.h"
#include "schema/archive/archive.h"
#include "schema/error.h"
#include "schema/terms.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kArticles =
    R"({"id":"a","title":"Kyodo reports","date":"2023-04-02","topics":["sport"],)"
    R"("people":["Qin Gang"],"body":"Kyodo said in Tokyo that Qin Gang would travel."})"
    "\n"
    R"({"id":"b","title":"Rain again","date":"2021-01-05","body":"It rained on the coast again."})"
    "\n";

class RetagTest : public ::testing::Test {
 protected:
  RetagTest() {
    request_.rewrite.archive = folder_.path() / "archive";
    request_.rewrite.run.threads = 2;
    UpdateRequest update;
    update.archive = request_.rewrite.archive;
    update.run.threads = 2;
    update.sources = {folder_.write("news.jsonl", kArticles)};
    update_archive(update, {});
  }

  RunReport retag() { return retag_archive(request_, {}); }
  void use_authority(const std::string& text) {
    request_.enrich.authorities = {folder_.write("names.tsv", text)};
  }

  Article stored(const std::string& id) const {
    return Archive(request_.rewrite.archive).find(id).value();
  }
  std::uint64_t sequence_of(const std::string& id) const {
    Archive archive(request_.rewrite.archive);
    for (const OpenSegment* open : archive.segments())
      if (const auto docid = open->find(id)) return open->columns().sequences()[*docid - 1];
    return 0;
  }
  std::vector<std::string> names(const std::string& id) const {
    std::vector<std::string> all;
    for (const Entity& entity : stored(id).entities) all.push_back(entity.name);
    return all;
  }

  TemporaryFolder folder_;
  RetagRequest request_;
};

TEST_F(RetagTest, ChangesNothingWhenNothingChanged) {
  const std::uint64_t revision = read_manifest(request_.rewrite.archive).revision;
  const RunReport report = retag();
  EXPECT_EQ(report.records, 2u);
  EXPECT_EQ(report.unchanged, 2u);
  EXPECT_EQ(report.replaced, 0u);
  EXPECT_EQ(report.revision, revision);
}

TEST_F(RetagTest, FindsTheNamesOfANewListWithoutTheSource) {
  std::filesystem::remove(folder_.path() / "news.jsonl");
  use_authority("Kyodo News\torg\tKyodo\tQ1151041\tJP\n");
  const RunReport report = retag();
  EXPECT_EQ(report.articles, 2u);
  EXPECT_THAT(names("a"), ElementsAre("Qin Gang", "Kyodo News"));
  EXPECT_EQ(stored("a").entities[1].id, "Q1151041");
  EXPECT_EQ(stored("a").entities[1].mentions.size(), 2u);
}

TEST_F(RetagTest, WritesOnlyTheArticlesThatChange) {
  request_.enrich.topic_rules = {folder_.write("rules.tsv", "label:weather\t70\train\n")};
  retag();
  request_.enrich.topic_rules = {
      folder_.write("rules.tsv", "label:weather\t70\train\nlabel:travel\t60\ttravel\n")};
  const RunReport report = retag();
  EXPECT_EQ(report.replaced, 1u);
  EXPECT_EQ(report.unchanged, 1u);
  EXPECT_EQ(stored("a").topics.back(), (Topic{"label:travel", "travel", 60, Origin::rule}));
}

TEST_F(RetagTest, DropsWhatAnEarlierListGaveAndKeepsWhatTheSourceSaid) {
  use_authority("Kyodo News\torg\tKyodo\nCoast\tplace\tcoast\n");
  request_.enrich.topic_rules = {folder_.write("rules.tsv", "label:travel\t60\ttravel\n")};
  retag();
  EXPECT_THAT(names("b"), ElementsAre("Coast"));
  request_.enrich = {};
  retag();
  EXPECT_THAT(names("a"), ElementsAre("Qin Gang"));
  EXPECT_THAT(names("b"), IsEmpty());
  ASSERT_EQ(stored("a").topics.size(), 1u);
  EXPECT_EQ(stored("a").topics[0].origin, Origin::source);
}

TEST_F(RetagTest, AppliesEdits) {
  use_authority("Kyodo\torg\n");
  request_.enrich.edits = {folder_.write("edits.tsv", "merge\tKyodo\tKyodo News\n")};
  retag();
  EXPECT_THAT(names("a"), ElementsAre("Qin Gang", "Kyodo News"));
}

TEST_F(RetagTest, TouchesOnlyTheDaysAsked) {
  use_authority("Kyodo\torg\nCoast\tplace\tcoast\n");
  using namespace std::chrono;
  request_.rewrite.days = DayRange{year(2022) / January / 1, year(2024) / January / 1};
  const RunReport report = retag();
  EXPECT_EQ(report.records, 1u);
  EXPECT_THAT(names("a"), ElementsAre("Qin Gang", "Kyodo"));
  EXPECT_THAT(names("b"), IsEmpty());
}

TEST_F(RetagTest, KeepsTheIngestSequence) {
  const std::uint64_t before = sequence_of("a");
  use_authority("Kyodo\torg\n");
  EXPECT_GT(retag().replaced, 0u);
  EXPECT_EQ(sequence_of("a"), before);
  EXPECT_GT(before, 0u);
}

TEST_F(RetagTest, LeavesTheArchiveAsItWasWhenInterrupted) {
  use_authority("Kyodo\torg\n");
  const std::uint64_t revision = read_manifest(request_.rewrite.archive).revision;
  for (const Progress::Phase phase : {Progress::Phase::retagging, Progress::Phase::publishing}) {
    const auto stop = [phase](const Progress& progress) { return progress.phase != phase; };
    EXPECT_THROW(retag_archive(request_, stop), Error);
    EXPECT_EQ(read_manifest(request_.rewrite.archive).revision, revision);
    EXPECT_THAT(names("a"), ElementsAre("Qin Gang"));
  }
}

TEST_F(RetagTest, RefusesABadListBeforeAnythingIsTouched) {
  use_authority("Kyodo\n");
  EXPECT_THROW(retag(), Error);
  EXPECT_EQ(retag_archive({{request_.rewrite.archive, {}, {}}, {}}, {}).replaced, 0u);
}

TEST_F(RetagTest, WaitsForAnotherRunAndThenGivesUp) {
  const ArchiveLock lock(request_.rewrite.archive, std::chrono::seconds(0));
  request_.rewrite.run.lock_timeout = std::chrono::seconds(0);
  try {
    retag();
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::try_again);
  }
}

TEST(Retag, NeverMakesAnArchive) {
  const TemporaryFolder folder;
  RetagRequest request;
  request.rewrite.archive = folder.path() / "none";
  EXPECT_THROW(retag_archive(request, {}), Error);
  EXPECT_FALSE(std::filesystem::exists(request.rewrite.archive));
}

}  // namespace
}  // namespace newsindex
