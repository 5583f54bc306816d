// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that are stopped while their threads are at work.
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "indexer/write/update.h"
#include "schema/archive/archive.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

// Long enough that several groups of records are processed at the same time.
std::string many_articles(const std::string& prefix, int count) {
  std::string text;
  std::string body;
  for (int i = 0; i < 300; ++i) body += "Word" + std::to_string(i * 7919 % 1000) + " in Paris. ";
  for (int i = 0; i < count; ++i)
    text += R"({"id":")" + prefix + std::to_string(i) + R"(","title":"Report","body":")" + body +
            std::to_string(i) + "\"}\n";
  return text;
}

std::string text_of_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> names_below(const fs::path& folder) {
  std::set<std::string> names;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    names.insert(entry.path().lexically_relative(folder).string());
  return names;
}

class InterruptedUpdate : public ::testing::Test {
 protected:
  InterruptedUpdate() {
    request_.archive = folder_.path() / "archive";
    request_.run.threads = 2;
  }

  // Runs an update and stops it at this step. False if the run had fewer steps.
  bool is_interrupted_at(int step, const std::string& source) {
    request_.sources = {source};
    int steps = 0;
    try {
      update_archive(request_, [&](const Progress&) { return ++steps < step; });
      return false;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::interrupted) << error.what();
      return true;
    }
  }

  TemporaryFolder folder_;
  UpdateRequest request_;
};

TEST_F(InterruptedUpdate, LeavesTheArchiveAsItWasWhereverItStops) {
  request_.sources = {folder_.write("first.jsonl", many_articles("a", 20))};
  update_archive(request_, {});
  const std::string manifest = text_of_file(request_.archive / "archive.json");
  const std::set<std::string> names = names_below(request_.archive);
  const std::string source = folder_.write("second.jsonl", many_articles("b", 400));
  // Records are read in groups of a quarter of a megabyte: by step 100, threads process some of
  // them.
  for (int step = 100; step < 440; step += 17) {
    ASSERT_TRUE(is_interrupted_at(step, source)) << step;
    EXPECT_EQ(text_of_file(request_.archive / "archive.json"), manifest) << step;
    EXPECT_EQ(names_below(request_.archive), names) << step;
  }
}

TEST_F(InterruptedUpdate, LeavesNoArchiveWhereThereWasNone) {
  const std::string source = folder_.write("news.jsonl", many_articles("a", 100));
  ASSERT_TRUE(is_interrupted_at(90, source));
  EXPECT_EQ(names_below(request_.archive), std::set<std::string>{"lock"});
  EXPECT_THROW(read_manifest(request_.archive), Error);
  EXPECT_EQ(update_archive(request_, {}).added, 100u);
}

TEST_F(InterruptedUpdate, RemovesSegmentsThatWereWrittenAndNotPublished) {
  const std::string source = folder_.write("news.jsonl", many_articles("a", 100));
  request_.sources = {source};
  try {
    update_archive(request_, [&](const Progress& progress) {
      return progress.phase != Progress::Phase::publishing;
    });
    FAIL() << "it was not stopped";
  } catch (const Error&) {
  }
  EXPECT_EQ(names_below(request_.archive), std::set<std::string>{"lock"});
}

TEST_F(InterruptedUpdate, IsDoneOnceItIsPublished) {
  const std::string source = folder_.write("news.jsonl", many_articles("a", 10));
  request_.sources = {source};
  const RunReport report = update_archive(request_, [&](const Progress& progress) {
    return progress.phase != Progress::Phase::merging;
  });
  EXPECT_EQ(report.added, 10u);
  EXPECT_EQ(read_manifest(request_.archive).articles(), 10u);
}

// The callback belongs to the user: it may throw while threads are at work.
TEST_F(InterruptedUpdate, AnExceptionOfTheCallbackLeavesTheRunInGoodOrder) {
  request_.sources = {folder_.write("news.jsonl", many_articles("a", 300))};
  for (int round = 0; round < 25; ++round) {
    int steps = 0;
    EXPECT_THROW(update_archive(request_,
                                [&](const Progress&) -> bool {
                                  if (++steps == 120 + round * 7) throw std::runtime_error("stop");
                                  return true;
                                }),
                 std::runtime_error);
  }
  EXPECT_EQ(names_below(request_.archive), std::set<std::string>{"lock"});
  EXPECT_EQ(update_archive(request_, {}).added, 300u);
}

}  // namespace
}  // namespace newsindex
