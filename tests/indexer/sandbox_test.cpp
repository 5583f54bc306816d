// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sandbox/sandbox.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <thread>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr int kNoLandlock = 77;

// Makes a system call fail as on a kernel that does not have it.
void take_away(const char* name) {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), seccomp_syscall_resolve_name(name), 0);
  seccomp_load(filter);
  seccomp_release(filter);
}

// Each test runs a confined process, whose exit code is the answer.
class SandboxTest : public testing::Test {
 protected:
  SandboxTest() {
    fs::create_directory(inside_);
    folder_.write("outside", "theirs");
  }

  // Runs `is_so` in a confined process. Returns the exit code of the process (0 if `is_so` was
  // true), or minus the signal that ended it.
  int end_of(const std::function<bool()>& is_so, bool needs_landlock = false) {
    return end_of_process([&] {
      const Sandbox sandbox = enter_sandbox({inside_});
      if (needs_landlock && !sandbox.confines_files) ::_exit(kNoLandlock);
      return is_so();
    });
  }

  // The same for a process that is not confined.
  static int end_of_process(const std::function<bool()>& is_so) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(is_so() ? 0 : 1);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
  }

  static bool is_denied(long result) { return result == -1 && errno == EPERM; }

  TemporaryFolder folder_;
  const fs::path inside_ = folder_.path() / "inside";
  const fs::path outside_ = folder_.path() / "outside";
};

TEST_F(SandboxTest, ThereIsNoNetwork) {
  EXPECT_EQ(end_of([] { return is_denied(::socket(AF_INET, SOCK_STREAM, 0)); }), 0);
  EXPECT_EQ(end_of([] { return is_denied(::socket(AF_UNIX, SOCK_STREAM, 0)); }), 0);
  EXPECT_EQ(end_of([] { return is_denied(::syscall(SYS_connect, 0, nullptr, 0)); }), 0);
}

TEST_F(SandboxTest, WhoExecutesAProgramIsKilled) {
  EXPECT_EQ(end_of([] { return ::execl("/bin/true", "true", nullptr) != 0; }), -SIGSYS);
  EXPECT_EQ(end_of([] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0; }), -SIGSYS);
}

TEST_F(SandboxTest, ThereAreNoNewProcessesAndNoSignalsToOthers) {
  EXPECT_EQ(end_of([] { return ::fork() == -1; }), 0);
  EXPECT_EQ(end_of([] { return is_denied(::kill(::getppid(), 0)); }), 0);
  EXPECT_EQ(end_of([] { return ::kill(::getpid(), 0) == 0; }), 0);
  EXPECT_EQ(end_of([] { return ::raise(SIGTERM) == 0; }), -SIGTERM);
}

TEST_F(SandboxTest, WhatOnlyAnIntruderNeedsIsDenied) {
  for (const long number : {SYS_bpf, SYS_userfaultfd, SYS_io_uring_setup, SYS_keyctl, SYS_mount,
                            SYS_chroot, SYS_unshare, SYS_setuid, SYS_init_module, SYS_reboot})
    EXPECT_EQ(end_of([number] { return is_denied(::syscall(number, 0, 0, 0, 0, 0)); }), 0)
        << "system call " << number;
  EXPECT_EQ(end_of([] { return is_denied(::ioctl(0, TIOCSTI, "x")); }), 0);
}

TEST_F(SandboxTest, ThreadsAndFilesWorkWhereTheyMay) {
  const auto work = [this] {
    bool is_written = false;
    std::thread([&] {
      fs::create_directories(inside_ / "a");
      std::ofstream(inside_ / "a/file") << "ours";
      fs::rename(inside_ / "a/file", inside_ / "moved");
      is_written = fs::file_size(inside_ / "moved") == 4;
      fs::remove_all(inside_ / "a");
    }).join();
    std::string read;
    std::ifstream(outside_) >> read;
    return is_written && read == "theirs" && !fs::exists(inside_ / "a");
  };
  EXPECT_EQ(end_of(work), 0);
}

TEST_F(SandboxTest, NothingIsWrittenElsewhere) {
  const auto is_kept = [this] {
    std::error_code error;
    return ::open(outside_.c_str(), O_WRONLY) == -1 &&
           ::open((folder_.path() / "new").c_str(), O_WRONLY | O_CREAT, 0600) == -1 &&
           !fs::remove(outside_, error) &&
           !fs::create_directory(folder_.path() / "folder", error) &&
           ::rename(outside_.c_str(), (inside_ / "taken").c_str()) == -1 &&
           ::mkfifo((inside_ / "pipe").c_str(), 0600) == -1;
  };
  const int end = end_of(is_kept, true);
  if (end == kNoLandlock) GTEST_SKIP() << "no Landlock here";
  EXPECT_EQ(end, 0);
}

TEST_F(SandboxTest, WhereSystemCallsCannotBeFilteredThereIsNoSandbox) {
  EXPECT_EQ(end_of_process([this] {
              take_away("seccomp");
              try {
                enter_sandbox({inside_});
              } catch (const Error& error) {
                return error.code() == ExitCode::config;
              }
              return false;
            }),
            0);
}

TEST_F(SandboxTest, AKernelWithoutLandlockIsTold) {
  EXPECT_EQ(end_of_process([this] {
              take_away("landlock_create_ruleset");
              const Sandbox sandbox = enter_sandbox({inside_});
              return !sandbox.confines_files && is_denied(::socket(AF_INET, SOCK_STREAM, 0));
            }),
            0);
}

TEST_F(SandboxTest, AFolderThatIsMissingCanBeMade) {
  fs::remove(inside_);
  EXPECT_EQ(end_of([this] { return fs::create_directories(inside_ / "deep"); }), 0);
  EXPECT_TRUE(fs::exists(inside_ / "deep"));
}

}  // namespace
}  // namespace newsindex
