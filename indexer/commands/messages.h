// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of newsindex on standard error, by level; all are written here. If systemd sends
// standard error to its journal, each line begins with its priority (sd-daemon(3)).
#pragma once

#include <iosfwd>
#include <string_view>

#include "schema/error.h"

namespace newsindex {

// The less important, the greater.
enum class Level { error, warning, info, debug };

// The level with this name: "error", "warning", "info" or "debug". REQUIRES: it is one of them.
Level level_of(std::string_view name);

// True if `descriptor` is the file that systemd named in $JOURNAL_STREAM as "DEVICE:INODE" (see
// systemd.exec(5)). `stream`: the value of that variable; may be null.
bool is_journal(int descriptor, const char* stream);

class Messages {
 public:
  // `out` must outlive this object.
  Messages(std::ostream& out, bool to_journal = false) : out_(&out), to_journal_(to_journal) {}

  Level level() const { return level_; }

  // The same output, limited to messages of this level or more important ones.
  Messages up_to(Level level) const;

  // The same output, but with all messages up to at least this level: for those that need
  // attention.
  Messages at_least(Level level) const;

  // Print a sentence, given without line end, on one line after the program's name. Names in it
  // need no escaping (see schema/shown.h).
  void say(Level level, std::string_view sentence) const;
  void error(std::string_view sentence) const { say(Level::error, sentence); }
  void warning(std::string_view sentence) const { say(Level::warning, sentence); }
  void info(std::string_view sentence) const { say(Level::info, sentence); }
  void debug(std::string_view sentence) const { say(Level::debug, sentence); }

  // Prints an error and its further lines.
  void error(const Error& error) const;

  // Prints lines as they are; each must have its line end.
  void lines(Level level, std::string_view text) const;

  // For a progress bar.
  std::ostream& out() const { return *out_; }

 private:
  std::ostream* out_;
  bool to_journal_;
  Level level_ = Level::info;
};

// Writes an error to standard error when the process ends in the middle of its command. May be
// called from any thread and from a signal handler; needs no memory. Writes nothing if standard
// error takes no output, such as a full pipe that nobody reads. The sentence is written unchanged.
// If standard error is a terminal, `before` is written first.
void write_last_words(std::string_view sentence, std::string_view before = {}) noexcept;

}  // namespace newsindex
