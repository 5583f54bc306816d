// SPDX-License-Identifier: GPL-3.0-or-later
// What newsindex says on its standard error: one place writes it, by levels. Where systemd takes
// the lines into its journal, each begins with its priority (sd-daemon(3)).
#pragma once

#include <iosfwd>
#include <string_view>

#include "schema/error.h"

namespace newsindex {

// The less important, the greater.
enum class Level { error, warning, info, debug };

// By its name: "error", "warning", "info" or "debug". REQUIRES: it is one of them.
Level level_of(std::string_view name);

// Whether the file that is open as `descriptor` is the one that systemd named in $JOURNAL_STREAM,
// "DEVICE:INODE" (see systemd.exec(5)); `stream` may be null.
bool is_journal(int descriptor, const char* stream);

class Messages {
 public:
  // `out` must outlive it.
  Messages(std::ostream& out, bool to_journal = false) : out_(&out), to_journal_(to_journal) {}

  Level level() const { return level_; }

  // The same place, with what is of this level or more important.
  Messages up_to(Level level) const;

  // The same, but saying at least what is of this level: for what needs attention.
  Messages at_least(Level level) const;

  // Say a sentence, without a line end, behind the name of the program, on one line: names in it
  // may be as they came (see schema/shown.h).
  void say(Level level, std::string_view sentence) const;
  void error(std::string_view sentence) const { say(Level::error, sentence); }
  void warning(std::string_view sentence) const { say(Level::warning, sentence); }
  void info(std::string_view sentence) const { say(Level::info, sentence); }
  void debug(std::string_view sentence) const { say(Level::debug, sentence); }

  // Say an error, and the lines below it.
  void error(const Error& error) const;

  // Say lines as they are, each with its line end.
  void lines(Level level, std::string_view text) const;

  // For a progress bar.
  std::ostream& out() const { return *out_; }

 private:
  std::ostream* out_;
  bool to_journal_;
  Level level_ = Level::info;
};

// Writes an error to the standard error as a process ends in the middle of its command: from any
// thread, also in a signal handler; needs no memory. Writes nothing if nobody reads what stands
// there already. The sentence is written as it is; `before` is written first on a terminal.
void write_last_words(std::string_view sentence, std::string_view before = {}) noexcept;

}  // namespace newsindex
