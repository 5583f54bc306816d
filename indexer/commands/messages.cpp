// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/messages.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <ostream>
#include <string>

#include <poll.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "schema/shown.h"

namespace newsindex {
namespace {

constexpr std::string_view kProgram = "newsindex: ";

struct LevelName {
  std::string_view name;
  std::string_view priority;  // of syslog(3), as the journal expects it
};
// Indexed by level.
constexpr std::array<LevelName, 4> kLevels{
    {{"error", "<3>"}, {"warning", "<4>"}, {"info", "<6>"}, {"debug", "<7>"}}};

std::string_view priority(Level level) { return kLevels[static_cast<std::size_t>(level)].priority; }

// How long a process that ends waits for a full pipe or a stopped terminal, in milliseconds.
constexpr int kWaitForReader = 200;

bool takes_output(int descriptor) {
  pollfd file{descriptor, POLLOUT, 0};
  return ::poll(&file, 1, kWaitForReader) > 0;
}

iovec piece(std::string_view text) { return {const_cast<char*>(text.data()), text.size()}; }

}  // namespace

Level level_of(std::string_view name) {
  const auto found = std::find_if(kLevels.begin(), kLevels.end(),
                                  [&](const LevelName& each) { return each.name == name; });
  return static_cast<Level>(found - kLevels.begin());
}

bool is_journal(int descriptor, const char* stream) {
  if (stream == nullptr) return false;
  const std::string_view text(stream);
  const char* const end = text.data() + text.size();
  dev_t device = 0;
  ino_t inode = 0;
  const auto [colon, no_device] = std::from_chars(text.data(), end, device);
  if (no_device != std::errc() || colon == end || *colon != ':') return false;
  const auto [rest, no_inode] = std::from_chars(colon + 1, end, inode);
  if (no_inode != std::errc() || rest != end) return false;
  struct stat file {};
  return ::fstat(descriptor, &file) == 0 && file.st_dev == device && file.st_ino == inode;
}

Messages Messages::up_to(Level level) const {
  Messages other = *this;
  other.level_ = level;
  return other;
}

Messages Messages::at_least(Level level) const { return up_to(std::max(level_, level)); }

void Messages::say(Level level, std::string_view sentence) const {
  if (level <= level_) lines(level, std::string(kProgram).append(shown(sentence)).append("\n"));
}

void Messages::error(const Error& error) const {
  lines(Level::error, std::string(kProgram).append(shown(error)).append("\n"));
}

void Messages::lines(Level level, std::string_view text) const {
  if (level > level_) return;
  std::string marked;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    if (to_journal_) marked += priority(level);
    marked += text.substr(at, end - at);
    at = end;
  }
  *out_ << marked << std::flush;
}

void write_last_words(std::string_view sentence, std::string_view before) noexcept {
  if (!takes_output(STDERR_FILENO)) return;
  const bool to_journal = is_journal(STDERR_FILENO, std::getenv("JOURNAL_STREAM"));
  const std::array pieces{piece(::isatty(STDERR_FILENO) == 1 ? before : std::string_view()),
                          piece(to_journal ? priority(Level::error) : std::string_view()),
                          piece(kProgram), piece(sentence), piece("\n")};
  [[maybe_unused]] const ssize_t written =
      ::writev(STDERR_FILENO, pieces.data(), static_cast<int>(pieces.size()));
}

}  // namespace newsindex
