// SPDX-License-Identifier: GPL-3.0-or-later
// Errors caused by the user, the files or the machine. Everything else is a bug.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace newsindex {

// The exit codes of both tools (the sysexits.h numbers where one fits).
enum class ExitCode : int {
  ok = 0,
  no_match = 1,        // a search that found nothing
  usage = 2,           // wrong arguments or a wrong query
  some_rejected = 3,   // the run finished, but some records could not be understood
  out_of_time = 4,     // the time limit for an answer was reached; the answer is incomplete
  bad_data = 65,       // the input is malformed
  no_input = 66,       // no such file, folder or archive
  unavailable = 69,    // a remote segment cannot be reached
  internal = 70,       // a bug, or a damaged archive
  no_memory = 71,      // no memory left, or no thread could be started
  cannot_create = 73,  // an output file or folder cannot be made
  io = 74,             // reading or writing failed
  try_again = 75,      // locked, or changed while it was read
  config = 78,         // wrong configuration, or an archive of another schema version
  interrupted = 130,
};

// A failure with an exit code and a sentence for the user. The sentence names the thing, the place
// and, where there is one, the way out. It starts in lower case and has no full stop at the end. It
// may contain names in raw form (schema/shown.h makes them safe when it is printed); the text of
// below(), which is printed under it on lines of its own, may not.
class Error : public std::runtime_error {
 public:
  Error(ExitCode code, const std::string& sentence) : std::runtime_error(sentence), code_(code) {}
  Error(ExitCode code, const std::string& sentence, std::string below)
      : std::runtime_error(sentence), code_(code), below_(std::move(below)) {}
  // `reason`: the errno from the system.
  Error(ExitCode code, const std::string& sentence, int reason)
      : std::runtime_error(sentence), code_(code), reason_(reason) {}
  ExitCode code() const noexcept { return code_; }
  const std::string& below() const noexcept { return below_; }

  // The errno that caused it. 0: none, or not known. -1: one that Xapian describes in unknown
  // words.
  int reason() const noexcept { return reason_; }

 private:
  ExitCode code_;
  std::string below_;
  int reason_ = 0;
};

// Throws Error(usage) for wrong input by the user.
[[noreturn]] inline void refuse(const std::string& sentence) {
  throw Error(ExitCode::usage, sentence);
}

}  // namespace newsindex
