// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sandbox/system_calls.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>

#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "schema/error.h"

namespace newsindex {
namespace {

// Nothing calls these by accident.
constexpr std::array kDeadly{"execve", "execveat", "ptrace", "process_vm_readv",
                             "process_vm_writev"};

// Libraries may try some of these, and work without them.
constexpr std::array kDenied{
    // network
    "socket", "socketpair", "socketcall", "connect", "bind", "listen", "accept", "accept4",
    "sendto", "sendmsg", "sendmmsg", "recvfrom", "recvmsg", "recvmmsg", "shutdown", "setsockopt",
    "getsockopt", "getsockname", "getpeername",
    // processes
    "fork", "vfork", "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_open", "pidfd_getfd",
    "pidfd_send_signal", "process_madvise", "process_mrelease", "kcmp", "unshare", "setns",
    "personality",
    // ways into the kernel that had many vulnerabilities
    "bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter",
    "io_uring_register", "add_key", "request_key", "keyctl", "lookup_dcookie", "fanotify_init",
    "vmsplice",
    // file systems
    "mount", "umount", "umount2", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount",
    "fspick", "mount_setattr", "pivot_root", "chroot", "swapon", "swapoff", "quotactl",
    "quotactl_fd", "name_to_handle_at", "open_by_handle_at", "mknod", "mknodat",
    // users
    "setuid", "setuid32", "setgid", "setgid32", "setreuid", "setreuid32", "setregid", "setregid32",
    "setresuid", "setresuid32", "setresgid", "setresgid32", "setgroups", "setgroups32", "setfsuid",
    "setfsuid32", "setfsgid", "setfsgid32", "capset", "chown", "chown32", "fchown", "fchown32",
    "lchown", "lchown32", "fchownat",
    // the machine
    "reboot", "kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module",
    "settimeofday", "clock_settime", "clock_settime64", "clock_adjtime", "clock_adjtime64",
    "adjtimex", "stime", "sethostname", "setdomainname", "iopl", "ioperm", "modify_ldt", "acct",
    "syslog", "vhangup"};

[[noreturn]] void fail_with(int error) {
  throw Error(ExitCode::config,
              std::string("cannot filter system calls (--sandbox): ") + std::strerror(-error) +
                  "; this needs a Linux with seccomp, or a run without --sandbox");
}

class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_ALLOW), seccomp_release) {
    if (context_ == nullptr) fail_with(-ENOMEM);
    // System calls of other architectures have other numbers, so they kill the process.
    require(seccomp_attr_set(context_.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS));
    require(seccomp_attr_set(context_.get(), SCMP_FLTATR_CTL_TSYNC, 1));
  }

  // A call that does not exist on this machine needs no rule.
  template <class... Condition>
  void add(std::uint32_t action, const char* name, Condition... condition) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR) return;
    require(seccomp_rule_add(context_.get(), action, number, sizeof...(condition), condition...));
  }

  void load() { require(seccomp_load(context_.get())); }

 private:
  static void require(int result) {
    if (result != 0) fail_with(result);
  }

  std::unique_ptr<void, decltype(&seccomp_release)> context_;
};

constexpr std::uint32_t kDeny = SCMP_ACT_ERRNO(EPERM);

}  // namespace

void deny_system_calls() {
  const auto self = static_cast<scmp_datum_t>(::getpid());
  Filter filter;
  for (const char* name : kDeadly) filter.add(SCMP_ACT_KILL_PROCESS, name);
  for (const char* name : kDenied) filter.add(kDeny, name);
  filter.add(kDeny, "kill", SCMP_A0(SCMP_CMP_NE, self, 0));
  filter.add(kDeny, "tgkill", SCMP_A0(SCMP_CMP_NE, self, 0));
  filter.add(kDeny, "ioctl",
             SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffffu, TIOCSTI));  // fakes terminal input
  // Only threads can be created. The filter cannot see the flags of clone3, so that call is
  // reported as missing: the C library then falls back to clone.
  filter.add(kDeny, "clone", SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
  filter.add(SCMP_ACT_ERRNO(ENOSYS), "clone3");
  filter.load();
}

}  // namespace newsindex
