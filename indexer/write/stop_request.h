// SPDX-License-Identifier: GPL-3.0-or-later
// The wish that a command ends before its work is done. Whoever loops or waits asks for it; what
// takes long and cannot ask is left in the middle, by the thread that waits for the end.
#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <mutex>
#include <string>

#include "schema/error.h"

namespace newsindex {

// What is said of a run that ends before it has published anything.
inline constexpr const char* kArchiveAsItWas = "the archive is as it was before";

// Is told the exit code and the sentence.
using LeavingWork = std::function<void(ExitCode, const std::string&)>;

// Thread-safe.
class StopRequest {
 public:
  // From a signal handler, too.
  void ask() noexcept { is_asked_ = true; }
  bool is_asked() const noexcept { return is_asked_; }

  // Throws Error(interrupted) when the end was asked for.
  void check() const;

  // What is to be said of the archive when the command ends early from now on.
  void set_outcome(std::string outcome);

  // "interrupted; the archive is as it was before", for the reason "interrupted".
  std::string sentence(std::string reason) const;

  // While it is held, the process is not left in the middle. The same thread may hold it twice.
  std::unique_lock<std::recursive_mutex> hold() const { return std::unique_lock(mutex_); }

  // Does what is to be done before the process is left (see AtLeaving), the newest first. Who wants
  // to do the same itself waits, as long as what is returned is kept: until the end of the process.
  std::unique_lock<std::recursive_mutex> leave(ExitCode code, const char* reason) noexcept;

 private:
  friend class AtLeaving;

  std::atomic<bool> is_asked_ = false;
  mutable std::recursive_mutex mutex_;
  std::string outcome_;
  std::list<LeavingWork> at_leaving_;
};

// The same of one that there may not be: nullptr, and nobody asks for the end.
void check(const StopRequest* stop);
void set_outcome(StopRequest* stop, std::string outcome);
std::unique_lock<std::recursive_mutex> hold(const StopRequest* stop);

// Something to be done when the process is left while this lives. For what a destructor would do:
// it begins with done(), and keeps what that returns until it has done it.
class AtLeaving {
 public:
  // `stop`: nullptr for nothing.
  AtLeaving(StopRequest* stop, LeavingWork work);
  ~AtLeaving() { done(); }
  AtLeaving(const AtLeaving&) = delete;
  AtLeaving& operator=(const AtLeaving&) = delete;

  // It need not be done any more. Whoever does it now keeps what is returned: the process is not
  // left between.
  std::unique_lock<std::recursive_mutex> done() noexcept;

 private:
  StopRequest* stop_;
  std::list<LeavingWork>::iterator place_;
};

}  // namespace newsindex
