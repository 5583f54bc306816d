// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered of runs: the journal, the metrics, and the status that is made from them.
#include "indexer/write/run_journal.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/write/archive_status.h"
#include "indexer/write/lock.h"
#include "indexer/write/run_metrics.h"
#include "indexer/write/update.h"
#include "schema/utc_time.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

RunRecord run_at(const std::string& ended, int exit_code = 0) {
  RunRecord run;
  run.command = "update";
  run.started = ended;
  run.ended = ended;
  run.seconds = 1.25;
  run.exit_code = exit_code;
  if (!run.is_success()) run.error = "the disk is full";
  return run;
}

class RunJournal : public ::testing::Test {
 protected:
  RunJournal() {
    UpdateRequest request;
    request.archive = archive_;
    request.sources = {
        folder_.write("news.jsonl", "{\"id\":\"a\",\"title\":\"t\",\"body\":\"b\"}\n")};
    update_archive(request, {});
  }

  // Replaces the journal by one of so many runs without a time.
  void fill(std::size_t runs) const {
    std::ofstream out(journal_);
    for (std::size_t i = 0; i < runs; ++i)
      out << R"({"command":"update","started":"x","ended":"x","seconds":1,"exit":0})" << '\n';
  }

  ArchiveStatus status(const std::string& now, std::optional<std::chrono::seconds> age = {}) {
    return archive_status(archive_, *utc_time(now), age);
  }

  TemporaryFolder folder_;
  fs::path archive_ = folder_.path() / "archive";
  fs::path journal_ = archive_ / kRunJournalName;
};

TEST_F(RunJournal, GivesBackWhatWasAdded) {
  RunRecord run = run_at("2026-11-29T02:15:00Z", 3);
  run.added = 12;
  run.rejected = 2;
  run.alarms = {"source 'Wire' is silent"};
  EXPECT_EQ(append_run(archive_, run), std::nullopt);
  EXPECT_EQ(append_run(archive_, run_at("2026-11-30T02:15:00Z", 74)), std::nullopt);
  EXPECT_THAT(read_runs(archive_), ElementsAre(run, run_at("2026-11-30T02:15:00Z", 74)));
}

TEST_F(RunJournal, GoesOnBehindALineThatWasCutOff) {
  append_run(archive_, run_at("2026-11-28T02:15:00Z"));
  std::ofstream(journal_, std::ios::app) << R"({"version":1,"comm)";
  append_run(archive_, run_at("2026-11-29T02:15:00Z"));
  EXPECT_THAT(read_runs(archive_), SizeIs(2));
}

TEST_F(RunJournal, PassesOverALineWithANumberThatIsNoCount) {
  fill(1);
  for (const char* number : {"1e72", "-1", "0.5", "18446744073709551616", "\"7\""})
    std::ofstream(journal_, std::ios::app)
        << R"({"command":"update","started":"x","ended":"x","seconds":1,"exit":0,"removed":)"
        << number << "}\n";
  EXPECT_THAT(read_runs(archive_), SizeIs(1));
}

TEST_F(RunJournal, KeepsTheLastRunsOnly) {
  fill(2 * kRunsKept - 3);
  for (std::size_t i = 0; i < 5; ++i) {
    RunRecord run = run_at("2026-11-29T02:15:00Z");
    run.added = i;
    ASSERT_EQ(append_run(archive_, run), std::nullopt);
  }
  const std::vector<RunRecord> runs = read_runs(archive_);
  EXPECT_EQ(runs.size(), kRunsKept + 2) << "cut once, then two more";
  EXPECT_EQ(runs.back().added, 4u);
}

TEST_F(RunJournal, LosesNoRunWhenSeveralEndAtOnce) {
  fill(2 * kRunsKept - 50);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&] {
      for (int i = 0; i < 25; ++i)
        EXPECT_EQ(append_run(archive_, run_at("2026-11-29T02:15:00Z")), std::nullopt);
    });
  for (std::thread& thread : threads) thread.join();
  const std::vector<RunRecord> runs = read_runs(archive_);
  EXPECT_EQ(std::count_if(runs.begin(), runs.end(),
                          [](const RunRecord& run) { return run.ended != "x"; }),
            100);
}

TEST_F(RunJournal, IsNotBegunWhereNothingWasPublished) {
  fs::create_directory(folder_.path() / "empty");
  EXPECT_EQ(append_run(folder_.path() / "empty", run_at("2026-11-29T02:15:00Z")), std::nullopt);
  EXPECT_TRUE(fs::is_empty(folder_.path() / "empty"));
}

TEST_F(RunJournal, TellsWhenItCannotBeWritten) {
  fs::create_directory(journal_);
  const auto why = append_run(archive_, run_at("2026-11-29T02:15:00Z"));
  ASSERT_TRUE(why.has_value());
  EXPECT_THAT(*why, HasSubstr("runs.jsonl"));
}

TEST_F(RunJournal, TellsWhenTheArchiveWasUpToDateLast) {
  append_run(archive_, run_at("2026-11-28T02:15:00Z"));
  EXPECT_EQ(status("2026-11-28T12:00:00Z", 26h).code(), ExitCode::ok);
  EXPECT_EQ(status("2026-11-29T06:00:00Z", 26h).code(), ExitCode::no_match);
  EXPECT_EQ(status("2026-11-29T06:00:00Z").code(), ExitCode::ok) << "no age was asked about";
  append_run(archive_, run_at("2026-11-29T02:15:00Z", 74));
  const ArchiveStatus failed = status("2026-11-29T03:00:00Z", 26h);
  EXPECT_EQ(failed.code(), ExitCode::some_rejected) << "not stale yet, but it failed";
  EXPECT_THAT(failed.standing, ElementsAre(HasSubstr("exit code 74: the disk is full")));
  append_run(archive_, run_at("2026-11-29T04:15:00Z", 3));
  EXPECT_THAT(status("2026-11-29T05:00:00Z", 26h).standing, IsEmpty());
}

TEST_F(RunJournal, IsNotNeededToTellWhenTheArchiveWasPublished) {
  const ArchiveStatus now = archive_status(archive_, utc_now(), 26h);
  EXPECT_EQ(now.code(), ExitCode::ok);
  EXPECT_FALSE(now.last_run.has_value());
  EXPECT_EQ(archive_status(archive_, utc_now() + 48h, 26h).code(), ExitCode::no_match);
}

TEST_F(RunJournal, StatusNamesTheRunThatGoesOnAndLeavesItsLockAlone) {
  EXPECT_FALSE(archive_status(archive_, utc_now(), {}).running.has_value());
  const ArchiveLock lock(archive_, 0s);
  const ArchiveStatus status = archive_status(archive_, utc_now(), {});
  ASSERT_TRUE(status.running.has_value());
  EXPECT_EQ(status.running->process, std::to_string(::getpid()));
  EXPECT_THAT(to_text(status), HasSubstr("running   process " + status.running->process));
}

TEST(RunMetrics, AreInTheTextFormatOfPrometheus) {
  RunRecord run = run_at("2026-11-29T03:15:09Z", 3);
  run.added = 12;
  ArchiveFacts facts;
  facts.archive = "a\\b\"c\nd";
  facts.last_success = run.ended;
  facts.articles = 7;
  const std::string text = metrics_text(run, facts);
  EXPECT_THAT(
      text,
      HasSubstr("# HELP newsindex_last_run_added New articles of the last run.\n"
                "# TYPE newsindex_last_run_added gauge\n"
                "newsindex_last_run_added{archive=\"a\\\\b\\\"c\\nd\",command=\"update\"} 12\n"));
  EXPECT_THAT(text, HasSubstr("newsindex_last_run_success{"));
  EXPECT_THAT(text,
              HasSubstr("newsindex_last_run_duration_seconds{archive=\"a\\\\b\\\"c\\nd\",command="
                        "\"update\"} 1.250\n"));
  EXPECT_THAT(text, HasSubstr("command=\"update\"} 1795922109\n"));
  EXPECT_THAT(text, Not(HasSubstr("newsindex_revision"))) << "what is not known is left out";
}

TEST_F(RunJournal, MetricsOfAFailedRunKeepTheLastSuccess) {
  append_run(archive_, run_at("2026-11-28T02:15:00Z"));
  const RunRecord failed = run_at("2026-11-29T02:15:00Z", 74);
  append_run(archive_, failed);
  const ArchiveFacts facts = archive_facts(archive_, failed);
  EXPECT_EQ(facts.last_success, "2026-11-28T02:15:00Z");
  EXPECT_EQ(facts.articles, 1u);
  EXPECT_GT(facts.bytes.value_or(0), 0u);
  EXPECT_EQ(archive_facts(folder_.path() / "nowhere", failed).revision, std::nullopt);
}

}  // namespace
}  // namespace newsindex
