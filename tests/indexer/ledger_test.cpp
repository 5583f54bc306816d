// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/ledger.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "indexer/write/lock.h"
#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

TEST(Ledger, KnowsAFileBySizeTimeAndSettings) {
  Ledger ledger;
  EXPECT_TRUE(ledger.remember({"news/a.jsonl", 10, 5}, {10, 5, "s", 3, 1}));
  EXPECT_FALSE(ledger.remember({"news/a.jsonl", 10, 5}, {10, 5, "s", 3, 1}));
  ASSERT_NE(ledger.unchanged({"news/a.jsonl", 10, 5}, "s"), nullptr);
  EXPECT_EQ(ledger.unchanged({"news/a.jsonl", 10, 5}, "s")->rejects, 1u);
  EXPECT_NE(ledger.unchanged({"./news/b/../a.jsonl", 10, 5}, "s"), nullptr);
  EXPECT_EQ(ledger.unchanged({"news/a.jsonl", 11, 5}, "s"), nullptr);
  EXPECT_EQ(ledger.unchanged({"news/a.jsonl", 10, 6}, "s"), nullptr);
  EXPECT_EQ(ledger.unchanged({"news/a.jsonl", 10, 5}, "other"), nullptr);
  EXPECT_EQ(ledger.unchanged({"news/b.jsonl", 10, 5}, "s"), nullptr);
}

TEST(Ledger, NeverKnowsTheStandardInput) {
  Ledger ledger;
  EXPECT_FALSE(ledger.remember({"-", 0, 0}, {0, 0, "s", 3, 0}));
  EXPECT_EQ(ledger.unchanged({"-", 0, 0}, "s"), nullptr);
}

TEST(Ledger, IsReadBackAsItWasWrittenWhateverThePaths) {
  const TemporaryFolder folder;
  Ledger ledger;
  for (const char* path : {"/plain", "/tab\there", "/line\nend", "/back\\slash", "/back\\nslash"})
    ledger.remember({path, 1, -2}, {1, -2, "s", 3, 4});
  const std::string name = ledger.write(folder.path(), 12);
  EXPECT_EQ(Ledger::read(folder.path(), name), ledger);
  EXPECT_EQ(Ledger::read(folder.path(), ""), Ledger());
}

TEST(ArchiveLock, NamesTheProcessThatHoldsIt) {
  const TemporaryFolder folder;
  const ArchiveLock first(folder.path(), std::chrono::seconds(0));
  try {
    const ArchiveLock second(folder.path(), std::chrono::seconds(0));
    FAIL() << "two locks";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::try_again);
    EXPECT_NE(std::string(error.what()).find("process " + std::to_string(::getpid())),
              std::string::npos);
  }
}

TEST(ArchiveLock, IsFreeAgainWhenItGoes) {
  const TemporaryFolder folder;
  { const ArchiveLock first(folder.path(), std::chrono::seconds(0)); }
  EXPECT_NO_THROW(ArchiveLock(folder.path(), std::chrono::seconds(0)));
}

TEST(ArchiveLock, SaysWhyTheFolderCannotBeMade) {
  const TemporaryFolder folder;
  const std::string file = folder.write("file", "x");
  try {
    const ArchiveLock lock(file + "/archive", std::chrono::seconds(0));
    FAIL() << "a lock in a file";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::cannot_create);
  }
}

}  // namespace
}  // namespace newsindex
