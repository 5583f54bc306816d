// SPDX-License-Identifier: GPL-3.0-or-later
// The locks that readers hold on revisions, as writers see them.
#include "schema/archive/revision_lock.h"

#include <utility>

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

class RevisionLockTest : public ::testing::Test {
 protected:
  RevisionLockTest() { make_readers_file(folder_.path()); }
  bool is_read(std::uint64_t first, std::uint64_t last) const {
    return is_being_read(folder_.path(), first, last);
  }
  TemporaryFolder folder_;
};

TEST_F(RevisionLockTest, IsSeenOnItsRevisionOnly) {
  RevisionLock lock(folder_.path());
  EXPECT_FALSE(is_read(0, 100));
  ASSERT_TRUE(lock.hold(5));
  EXPECT_TRUE(is_read(5, 5));
  EXPECT_TRUE(is_read(0, 100));
  EXPECT_FALSE(is_read(0, 4));
  EXPECT_FALSE(is_read(6, 100));
}

TEST_F(RevisionLockTest, GoesWithItsObject) {
  {
    RevisionLock lock(folder_.path());
    ASSERT_TRUE(lock.hold(5));
    const RevisionLock moved(std::move(lock));
    EXPECT_TRUE(is_read(5, 5));
  }
  EXPECT_FALSE(is_read(5, 5));
}

TEST_F(RevisionLockTest, HoldsOneRevisionAtATime) {
  RevisionLock lock(folder_.path());
  ASSERT_TRUE(lock.hold(5));
  ASSERT_TRUE(lock.hold(6));
  EXPECT_FALSE(is_read(5, 5));
  EXPECT_TRUE(is_read(6, 6));
}

TEST_F(RevisionLockTest, IsSharedByReadersOfOneRevision) {
  RevisionLock first(folder_.path());
  ASSERT_TRUE(first.hold(5));
  {
    RevisionLock second(folder_.path());
    RevisionLock third(folder_.path());
    ASSERT_TRUE(second.hold(5));
    ASSERT_TRUE(third.hold(9));
    EXPECT_TRUE(is_read(9, 9));
  }
  EXPECT_TRUE(is_read(5, 5));
  EXPECT_FALSE(is_read(6, 9));
}

TEST_F(RevisionLockTest, IsKeptWhenAnotherReaderOfTheProcessEnds) {
  RevisionLock lock(folder_.path());
  ASSERT_TRUE(lock.hold(5));
  EXPECT_TRUE(RevisionLock(folder_.path()).hold(5));
  EXPECT_TRUE(is_read(5, 5));
}

TEST_F(RevisionLockTest, GoesWithAProcessThatIsKilled) {
  int told[2];
  ASSERT_EQ(::pipe(told), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    RevisionLock lock(folder_.path());
    const char held = lock.hold(7) ? 'y' : 'n';
    if (::write(told[1], &held, 1) != 1) ::_exit(1);
    while (true) ::pause();
  }
  char held = 'n';
  ASSERT_EQ(::read(told[0], &held, 1), 1);
  EXPECT_EQ(held, 'y');
  EXPECT_TRUE(is_read(7, 7));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_FALSE(is_read(7, 7));
  ::close(told[0]);
  ::close(told[1]);
}

TEST(RevisionLock, CountsAsHeldWhereNobodyCanTell) {
  const TemporaryFolder folder;
  RevisionLock lock(folder.path());
  EXPECT_FALSE(lock.hold(1));
  EXPECT_TRUE(is_being_read(folder.path(), 1, 1));
}

}  // namespace
}  // namespace newsindex
