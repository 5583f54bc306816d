// SPDX-License-Identifier: GPL-3.0-or-later
// What `newsindex status` says about the sources.
#include "indexer/write/archive_status.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "indexer/write/change_ledger.h"
#include "indexer/write/update.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr const char* kGood = "{\"id\":\"a\",\"title\":\"t\",\"body\":\"b\"}\n";
constexpr const char* kRejected = "{\"id\":\"b\", bad\n";
constexpr const char* kCutOff = "{\"id\":";

class StatusOfSources : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) {
    return fs::canonical(folder_.write("in/" + name, text)).string();
  }

  void update() {
    UpdateRequest request;
    request.archive = archive_;
    request.sources = {(folder_.path() / "in").string()};
    update_archive(request, {});
  }

  ArchiveStatus status() const { return archive_status(archive_, utc_now(), {}); }

  TemporaryFolder folder_;
  fs::path archive_ = folder_.path() / "archive";
};

TEST_F(StatusOfSources, IsFineWithRejectedRecordsAndCountsThem) {
  write("news.jsonl", std::string(kGood) + kRejected + kRejected + kGood);
  update();
  const ArchiveStatus now = status();
  EXPECT_EQ(now.code(), ExitCode::ok);
  EXPECT_EQ(now.rejected, 2u);
  EXPECT_THAT(to_text(now), HasSubstr("\nrejected  2 records (newsindex rejects lists them)\n"));
  EXPECT_EQ(nlohmann::json::parse(to_json(now))["rejected"], 2);
}

TEST_F(StatusOfSources, NamesOneThatWasNotReadToItsEndUntilItIsSetAside) {
  write("news.jsonl", kGood);
  const std::string broken = write("broken.jsonl", kCutOff);
  update();
  const ArchiveStatus now = status();
  EXPECT_EQ(now.code(), ExitCode::some_rejected);
  EXPECT_THAT(now.standing, ElementsAre(AllOf(HasSubstr(broken + " was not read to its end: "),
                                              HasSubstr("rejects --forget"))));
  EXPECT_EQ(now.rejected, 1u);
  set_aside(archive_, {broken}, {});
  EXPECT_EQ(status().code(), ExitCode::ok);
  EXPECT_THAT(status().standing, IsEmpty());
  EXPECT_THAT(to_text(status()), Not(HasSubstr("rejected  ")));
}

TEST_F(StatusOfSources, NamesTenAndCountsTheOthers) {
  for (int i = 0; i < 12; ++i) write(std::to_string(i) + ".jsonl", kCutOff);
  update();
  const ArchiveStatus now = status();
  EXPECT_THAT(now.standing, SizeIs(11));
  EXPECT_THAT(now.standing.back(), HasSubstr("2 more sources not read to the end"));
}

TEST_F(StatusOfSources, NamesADamagedSegment) {
  write("news.jsonl", kGood);
  update();
  const std::string segment = read_manifest(archive_).segments.front().name;
  fs::resize_file(archive_ / "segments" / segment / "xapian", 10);
  const ArchiveStatus now = status();
  EXPECT_EQ(now.code(), ExitCode::some_rejected);
  EXPECT_THAT(now.standing, ElementsAre(AllOf(HasSubstr("segment '" + segment + "' is damaged"),
                                              HasSubstr("check --repair"))));
}

}  // namespace
}  // namespace newsindex
