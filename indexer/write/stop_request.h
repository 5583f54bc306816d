// SPDX-License-Identifier: GPL-3.0-or-later
// A request to end a command before its work is done. Loops and waits check it. If work takes long
// and cannot check, a watching thread ends the process in the middle of that work.
#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <mutex>
#include <string>

#include "schema/error.h"

namespace newsindex {

// The outcome for a run that ends before it has published anything.
inline constexpr const char* kArchiveAsItWas = "the archive is as it was before";

// Called with the exit code and the message.
using ExitWork = std::function<void(ExitCode, const std::string&)>;

// Thread-safe.
class StopRequest {
 public:
  // May be called from a signal handler.
  void ask() noexcept { is_asked_ = true; }
  bool is_asked() const noexcept { return is_asked_; }

  // Throws Error(interrupted) if the end was requested.
  void check() const;

  // What to say about the archive if the command ends early from now on.
  void set_outcome(std::string outcome);

  // For the reason "interrupted": "interrupted; the archive is as it was before".
  std::string sentence(std::string reason) const;

  // While the lock is held, the process does not exit early. A thread may take it twice.
  std::unique_lock<std::recursive_mutex> hold() const { return std::unique_lock(mutex_); }

  // Runs the registered work (see ExitAction), the newest first, before the process exits. The
  // caller keeps the returned lock until the process ends: threads that want to do the same work
  // wait.
  std::unique_lock<std::recursive_mutex> run_exit_actions(ExitCode code,
                                                          const char* reason) noexcept;

 private:
  friend class ExitAction;

  std::atomic<bool> is_asked_ = false;
  mutable std::recursive_mutex mutex_;
  std::string outcome_;
  std::list<ExitWork> exit_actions_;
};

// The same for an optional request: nullptr means that the run is never stopped.
void check(const StopRequest* stop);
void set_outcome(StopRequest* stop, std::string outcome);
std::unique_lock<std::recursive_mutex> hold(const StopRequest* stop);

// Work to do if the process exits early while this object lives, usually what a destructor would
// do. That destructor first calls take_over(), and holds the returned lock while it does the work.
class ExitAction {
 public:
  // `stop`: may be nullptr; then the work is never called.
  ExitAction(StopRequest* stop, ExitWork work);
  ~ExitAction() { take_over(); }
  ExitAction(const ExitAction&) = delete;
  ExitAction& operator=(const ExitAction&) = delete;

  // Cancels the work. A caller that now does the work itself holds the returned lock meanwhile: the
  // process does not exit in between.
  std::unique_lock<std::recursive_mutex> take_over() noexcept;

 private:
  StopRequest* stop_;
  std::list<ExitWork>::iterator place_;
};

}  // namespace newsindex
