// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/stop_request.h"

#include <chrono>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/care/backup.h"
#include "indexer/care/check.h"
#include "indexer/care/export.h"
#include "indexer/care/repair.h"
#include "indexer/write/lock.h"
#include "indexer/write/maintain.h"
#include "indexer/write/removal.h"
#include "indexer/write/update.h"
#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// The Error that `use` throws.
template <class Use>
Error error_of(Use use) {
  try {
    use();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "nothing was thrown";
  return Error(ExitCode::ok, "");
}

TEST(StopRequest, EndsWithTheSentenceOfTheMoment) {
  StopRequest stop;
  stop.set_outcome("nothing was done");
  EXPECT_NO_THROW(stop.check());
  stop.ask();
  const Error error = error_of([&] { stop.check(); });
  EXPECT_EQ(error.code(), ExitCode::interrupted);
  EXPECT_STREQ(error.what(), "interrupted; nothing was done");
}

TEST(StopRequest, RunsExitActionsTheNewestFirst) {
  StopRequest stop;
  std::vector<int> order;
  const ExitAction first(&stop, [&](ExitCode, const std::string&) { order.push_back(1); });
  ExitAction second(&stop, [&](ExitCode, const std::string&) { order.push_back(2); });
  const ExitAction third(&stop, [&](ExitCode, const std::string&) { order.push_back(3); });
  second.take_over();
  const auto held = stop.run_exit_actions(ExitCode::interrupted, "interrupted");
  EXPECT_THAT(order, ElementsAre(3, 1));
}

TEST(StopRequest, IsNotLeftWhilePublicationHoldsIt) {
  StopRequest stop;
  bool is_published = false;
  bool was_published = false;
  const ExitAction action(&stop,
                          [&](ExitCode, const std::string&) { was_published = is_published; });
  auto held = stop.hold();
  std::thread leaving(
      [&] { const auto left = stop.run_exit_actions(ExitCode::interrupted, "interrupted"); });
  is_published = true;
  held.unlock();
  leaving.join();
  EXPECT_TRUE(was_published);
}

TEST(StopRequest, IsNotLeftBetweenTakingOverAWorkAndDoingIt) {
  StopRequest stop;
  ExitAction work(&stop, [&](ExitCode, const std::string&) { ADD_FAILURE() << "done twice"; });
  bool is_done = false;
  std::thread leaving;
  {
    const auto held = work.take_over();
    leaving = std::thread([&] {
      const auto left = stop.run_exit_actions(ExitCode::interrupted, "interrupted");
      EXPECT_TRUE(is_done);
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    is_done = true;
  }
  leaving.join();
}

TEST(StopRequest, EndsTheWaitingForALock) {
  const TemporaryFolder folder;
  StopRequest stop;
  const ArchiveLock first(folder.path(), std::chrono::seconds(0));
  stop.ask();
  const Error error =
      error_of([&] { const ArchiveLock second(folder.path(), std::chrono::hours(1), &stop); });
  EXPECT_EQ(error.code(), ExitCode::interrupted);
}

class StoppedCommand : public ::testing::Test {
 protected:
  StoppedCommand() {
    request_.archive = folder_.path() / "archive";
    request_.run.threads = 2;
    for (int i = 0; i < 3; ++i) {
      const std::string id = std::to_string(i);
      request_.sources = {folder_.write(id, R"({"id":")" + id + R"(","title":"T","body":"B"})")};
      update_archive(request_, {});
    }
    request_.run.stop = &stop_;
    stop_.ask();
  }

  TemporaryFolder folder_;
  UpdateRequest request_;
  StopRequest stop_;
};

TEST_F(StoppedCommand, ChecksNoMore) {
  Archive archive(request_.archive);
  EXPECT_EQ(error_of([&] { check_archive(archive, Depth::files, &stop_); }).code(),
            ExitCode::interrupted);
}

TEST_F(StoppedCommand, ChecksNoArticleMore) {
  Archive archive(request_.archive);
  EXPECT_EQ(error_of([&] { check_archive(archive, Depth::articles, &stop_); }).code(),
            ExitCode::interrupted);
}

TEST_F(StoppedCommand, ExportsNoMore) {
  int given = 0;
  const auto use = [&given](const Article&) { return ++given > 0; };
  EXPECT_EQ(error_of([&] { export_articles(request_.archive, {}, use, &stop_); }).code(),
            ExitCode::interrupted);
  EXPECT_EQ(given, 0);
}

TEST_F(StoppedCommand, BacksUpNoMoreAndGoesOnLater) {
  BackupRequest backup{request_.archive, folder_.path() / "copy"};
  backup.stop = &stop_;
  EXPECT_EQ(error_of([&] { back_up(backup); }).code(), ExitCode::interrupted);
  for (const auto& entry : std::filesystem::directory_iterator(backup.to))
    EXPECT_FALSE(entry.path().filename().string().starts_with("newsindex-")) << entry.path();
  backup.stop = nullptr;
  EXPECT_EQ(back_up(backup).articles, 3u);
}

TEST_F(StoppedCommand, RepairsNothing) {
  Manifest damaged = read_manifest(request_.archive);
  std::filesystem::remove(segment_path(request_.archive, damaged.segments[0]) / "columns");
  EXPECT_EQ(error_of([&] { repair_archive(request_.archive, request_.run); }).code(),
            ExitCode::interrupted);
  EXPECT_EQ(read_manifest(request_.archive).revision, damaged.revision);
  EXPECT_FALSE(repair_archive(request_.archive, {}).empty());
}

TEST_F(StoppedCommand, TellsWhatWasRepairedBeforeMergingIsLeftOut) {
  const Manifest damaged = read_manifest(request_.archive);
  std::filesystem::remove(segment_path(request_.archive, damaged.segments[0]) / "columns");
  StopRequest stop;
  request_.run.stop = &stop;
  Repair told;
  const auto tell = [&](const Repair& published) {
    told = published;
    stop.ask();
  };
  const Error error =
      error_of([&] { repair_archive(request_.archive, request_.run, Depth::files, tell); });
  EXPECT_EQ(error.code(), ExitCode::interrupted);
  EXPECT_THAT(error.what(), HasSubstr("published as revision"));
  EXPECT_FALSE(told.empty());
  EXPECT_EQ(read_manifest(request_.archive).revision, damaged.revision + 1);
}

TEST_F(StoppedCommand, LeavesTheArchiveAsItWas) {
  const auto before = read_manifest(request_.archive).revision;
  EXPECT_STREQ(error_of([&] {
                 remove_articles({request_.archive, {"1"}, {}, request_.run});
               }).what(),
               "interrupted; the archive is as it was before");
  EXPECT_STREQ(error_of([&] { compact_archive(request_.archive, request_.run); }).what(),
               "interrupted; the archive is as it was before");
  EXPECT_EQ(read_manifest(request_.archive).revision, before);
}

TEST_F(StoppedCommand, SaysWhatIsPublishedBeforeMergingIsLeftOut) {
  const auto before = read_manifest(request_.archive).revision;
  StopRequest stop;
  request_.run.stop = &stop;
  request_.sources = {folder_.write("new", R"({"id":"new","title":"T","body":"B"})")};
  const RunReport report = update_archive(request_, [&stop](const Progress& progress) {
    if (progress.phase == Progress::Phase::publishing) stop.ask();
    return true;
  });
  EXPECT_EQ(report.exit_code, ExitCode::interrupted);
  EXPECT_EQ(report.added, 1u);
  EXPECT_THAT(report.error,
              HasSubstr("is in the archive, published as revision " + std::to_string(before + 1)));
  EXPECT_EQ(read_manifest(request_.archive).revision, before + 1);
}

}  // namespace
}  // namespace newsindex
