// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sandbox/landlock.h"

#include <cerrno>
#include <cstdint>
#include <cstring>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "schema/archive/descriptor.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr long kLeastVersion = 2;
constexpr std::uint64_t kTruncate = 1u << 14;  // since version 3; not in the headers of Debian 12
constexpr std::uint64_t kWriting =
    LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
    LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
    LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
    LANDLOCK_ACCESS_FS_MAKE_SYM | LANDLOCK_ACCESS_FS_REFER;
// What a run needs: no devices, sockets, pipes or links are created.
constexpr std::uint64_t kNeeded = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                  LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |
                                  LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REFER;

[[noreturn]] void fail(const std::string& what) {
  throw Error(ExitCode::config,
              "cannot confine files (--sandbox): " + what + ": " + std::strerror(errno));
}

void allow(const Descriptor& rules, const fs::path& folder, std::uint64_t access) {
  const Descriptor opened(::open(folder.c_str(), O_PATH | O_CLOEXEC));
  if (opened.number() < 0) fail("'" + folder.string() + "'");
  landlock_path_beneath_attr rule{};
  rule.allowed_access = access;
  rule.parent_fd = opened.number();
  if (::syscall(SYS_landlock_add_rule, rules.number(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0)
    fail("'" + folder.string() + "'");
}

}  // namespace

bool confine_files(const std::vector<fs::path>& writable) {
  const long version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < kLeastVersion) return false;
  const std::uint64_t truncate = version >= 3 ? kTruncate : 0;
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs = kWriting | LANDLOCK_ACCESS_FS_EXECUTE | truncate;
  const Descriptor rules(static_cast<int>(
      ::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0)));
  if (rules.number() < 0) fail("no rules");
  for (const fs::path& folder : writable) allow(rules, folder, kNeeded | truncate);
  if (::syscall(SYS_landlock_restrict_self, rules.number(), 0) != 0) fail("refused");
  return true;
}

}  // namespace newsindex
