// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/messages.h"

#include <array>
#include <cstdlib>
#include <sstream>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

// An open file, with the device and inode that $JOURNAL_STREAM would name if it were the journal.
class OpenFile {
 public:
  explicit OpenFile(const std::string& path) : descriptor_(::open(path.c_str(), O_RDONLY)) {
    struct stat file {};
    ::fstat(descriptor_, &file);
    device_ = std::to_string(file.st_dev);
    inode_ = std::to_string(file.st_ino);
  }
  ~OpenFile() { ::close(descriptor_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  bool is_journal_for(const std::string& stream) const {
    return is_journal(descriptor_, stream.c_str());
  }
  int descriptor() const { return descriptor_; }
  const std::string& device() const { return device_; }
  const std::string& inode() const { return inode_; }

 private:
  int descriptor_;
  std::string device_;
  std::string inode_;
};

TEST(Journal, IsTheFileThatSystemdNamed) {
  const TemporaryFolder folder;
  const OpenFile file(folder.write("stream", ""));
  const OpenFile other(folder.write("other", ""));
  const std::string stream = file.device() + ":" + file.inode();
  EXPECT_TRUE(file.is_journal_for(stream));
  EXPECT_FALSE(other.is_journal_for(stream));
  EXPECT_FALSE(file.is_journal_for(file.device() + "1:" + file.inode()));
}

TEST(Journal, IsNotNamedByWhatIsNoDeviceAndInode) {
  const TemporaryFolder folder;
  const OpenFile file(folder.write("stream", ""));
  EXPECT_FALSE(is_journal(file.descriptor(), nullptr));
  EXPECT_FALSE(is_journal(-1, (file.device() + ":" + file.inode()).c_str()));
  for (const std::string& stream :
       {std::string(), std::string(":"), file.device(), file.device() + ":", ":" + file.inode(),
        file.device() + ":" + file.inode() + ":1", file.device() + " " + file.inode(),
        "x" + file.device() + ":" + file.inode()})
    EXPECT_FALSE(file.is_journal_for(stream)) << stream;
}

void say_all(const Messages& messages) {
  messages.error("e");
  messages.warning("w");
  messages.info("i");
  messages.debug("d");
}

std::string said_up_to(const char* level, bool to_journal = false) {
  std::ostringstream out;
  say_all(Messages(out, to_journal).up_to(level_of(level)));
  return out.str();
}

TEST(Messages, AreThoseOfTheLevelAndAboveIt) {
  EXPECT_EQ(said_up_to("error"), "newsindex: e\n");
  EXPECT_EQ(said_up_to("warning"), "newsindex: e\nnewsindex: w\n");
  EXPECT_EQ(said_up_to("info"), "newsindex: e\nnewsindex: w\nnewsindex: i\n");
  EXPECT_EQ(said_up_to("debug"), "newsindex: e\nnewsindex: w\nnewsindex: i\nnewsindex: d\n");
}

TEST(Messages, BeginWithTheirPriorityInTheJournal) {
  EXPECT_EQ(said_up_to("debug", true),
            "<3>newsindex: e\n<4>newsindex: w\n<6>newsindex: i\n<7>newsindex: d\n");
}

TEST(Messages, HaveAPriorityOnEachLine) {
  std::ostringstream out;
  const Messages messages(out, true);
  messages.error(Error(ExitCode::usage, "no such field", "  topik:x\n  ^"));
  messages.lines(Level::warning, "one\ntwo\n");
  messages.lines(Level::warning, "");
  EXPECT_EQ(out.str(), "<3>newsindex: no such field\n<3>  topik:x\n<3>  ^\n<4>one\n<4>two\n");
}

TEST(Messages, AreOnOneLineAndHarmlessOnATerminal) {
  std::ostringstream out;
  const Messages messages(out);
  messages.warning("no file 'a\nb\x1b[2J'");
  messages.error(Error(ExitCode::usage, "no field 'a\nb'", "  a:x\n  ^"));
  EXPECT_EQ(out.str(),
            "newsindex: no file 'a\\nb\\x1b[2J'\n"
            "newsindex: no field 'a\\nb'\n  a:x\n  ^\n");
}

TEST(Messages, OfWhatNeedsAttentionAreSaidAtALowLevel) {
  std::ostringstream out;
  const Messages errors = Messages(out).up_to(Level::error);
  say_all(errors.at_least(Level::warning));
  EXPECT_EQ(out.str(), "newsindex: e\nnewsindex: w\n");
  EXPECT_EQ(Messages(out).up_to(Level::debug).at_least(Level::info).level(), Level::debug);
}

TEST(LastWords, AreAnErrorInTheJournalAndPlainElsewhere) {
  ::testing::internal::CaptureStderr();
  write_last_words("out of memory", "before");
  struct stat file {};
  ::fstat(STDERR_FILENO, &file);
  const std::string stream = std::to_string(file.st_dev) + ":" + std::to_string(file.st_ino);
  ::setenv("JOURNAL_STREAM", stream.c_str(), 1);
  write_last_words("out of memory");
  ::unsetenv("JOURNAL_STREAM");
  EXPECT_EQ(::testing::internal::GetCapturedStderr(),
            "newsindex: out of memory\n<3>newsindex: out of memory\n");
}

TEST(LastWords, DoNotWaitForAPipeThatNobodyReads) {
  std::array<int, 2> pipe{};
  ASSERT_EQ(::pipe2(pipe.data(), O_NONBLOCK | O_CLOEXEC), 0);
  while (::write(pipe[1], "full", 4) > 0) {
  }
  ::fcntl(pipe[1], F_SETFL, 0);  // from now on, a write waits
  const int before = ::dup(STDERR_FILENO);
  ::dup2(pipe[1], STDERR_FILENO);
  write_last_words("interrupted");
  ::dup2(before, STDERR_FILENO);
  for (const int descriptor : {before, pipe[0], pipe[1]}) ::close(descriptor);
}

}  // namespace
}  // namespace newsindex
