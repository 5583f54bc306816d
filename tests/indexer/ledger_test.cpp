// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sources/ledger.h"

#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "indexer/write/lock.h"
#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

LedgerEntry some_entry() {
  LedgerEntry entry;
  entry.bytes = 10;
  entry.modified_ns = -2;
  entry.changed_ns = 3;
  entry.inode = 4;
  entry.content = 18446744073709551615u;
  entry.version_ns = 5;
  entry.settings = "s";
  entry.records = 6;
  entry.rejected = 2;
  entry.rejects = {{{"/tab\there", 1, "entry\n"}, "why"}};
  entry.seen = {{1, 18446744073709551615u}, {18446744073709551614u, 2}};
  entry.resume = {AppendableFormat::mailbox, 7, 8};
  entry.shares_ids = true;
  entry.incomplete = "cannot be read: it is broken";
  return entry;
}

TEST(Ledger, IsReadBackAsItWasWrittenWhateverThePaths) {
  const TemporaryFolder folder;
  Ledger ledger;
  ledger.declare({"wires", "/news/wires"});
  ledger.remember("/tab\there", some_entry());
  ledger.remember("/line\nend\\n", {});
  ASSERT_TRUE(ledger.has_changed());
  const Ledger read = Ledger::read(folder.path(), ledger.write(folder.path(), 12));
  EXPECT_FALSE(ledger.has_changed());
  EXPECT_FALSE(read.has_changed());
  EXPECT_EQ(read.roots(), ledger.roots());
  EXPECT_EQ(read.entries(), ledger.entries());
  EXPECT_TRUE(Ledger::read(folder.path(), "").entries().empty());
}

TEST(Ledger, NeverKnowsTheStandardInput) {
  Ledger ledger;
  ledger.remember("-", some_entry());
  EXPECT_EQ(ledger.find("-"), nullptr);
}

TEST(Ledger, SaysNothingMoreOfWhatWasSetAside) {
  Ledger ledger;
  ledger.remember("a", some_entry());
  ledger.remember("b", {});
  EXPECT_TRUE(ledger.set_aside("a"));
  EXPECT_FALSE(ledger.set_aside("a"));
  EXPECT_FALSE(ledger.set_aside("b")) << "nothing was wrong with it";
  EXPECT_FALSE(ledger.set_aside("c"));
}

TEST(Ledger, ARootMovesToWhereItIsDeclaredLast) {
  Ledger ledger;
  ledger.declare({"", "/old"});
  ledger.declare({"wires", "/wires"});
  ledger.declare({"", "/new"});
  EXPECT_EQ(ledger.roots(), (std::vector<SourceRoot>{{"", "/new"}, {"wires", "/wires"}}));
}

// The message for a second process that wants the lock while the lock file holds this text.
std::string sentence_when_held(const std::string& text) {
  const TemporaryFolder folder;
  const ArchiveLock first(folder.path(), std::chrono::seconds(0));
  folder.write("lock", text);
  try {
    const ArchiveLock second(folder.path(), std::chrono::seconds(0));
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::try_again);
    return error.what();
  }
  return "two locks";
}

TEST(ArchiveLock, NamesAProcessThatLives) {
  const std::string parent = std::to_string(::getppid());
  EXPECT_NE(sentence_when_held(parent + "\n").find("by process " + parent + ";"),
            std::string::npos);
}

TEST(ArchiveLock, NamesNoProcessThatIsGoneOrNoneOrItself) {
  for (const std::string& text : {std::string("2147483647\n"), std::string(), std::string("0\n"),
                                  std::string("-1\n"), std::to_string(::getpid())})
    EXPECT_NE(sentence_when_held(text).find("by another process;"), std::string::npos) << text;
}

TEST(ArchiveLock, LeavesTheNumberOfItsProcess) {
  const TemporaryFolder folder;
  const ArchiveLock lock(folder.path(), std::chrono::seconds(0));
  std::ifstream in(folder.path() / "lock");
  pid_t process = 0;
  in >> process;
  EXPECT_EQ(process, ::getpid());
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
