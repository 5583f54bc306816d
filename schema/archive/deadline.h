// SPDX-License-Identifier: GPL-3.0-or-later
// The time limit for an answer. Long work checks it now and then, and stops with partial results
// once it has passed. An answer is incomplete if any such check was true.
#pragma once

#include <atomic>
#include <chrono>

namespace newsindex {

// Thread-safe after set().
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;
  using Now = Clock::time_point();

  // If set() is never called, the deadline never passes. `now` replaces the clock in tests.
  void set(Clock::time_point at, Now* now = &Clock::now) {
    at_ = at;
    now_ = now;
  }

  bool has_passed() const {
    if (at_ == kNever || now_() < at_) return false;
    stopped_.store(true, std::memory_order_relaxed);
    return true;
  }

  // True if has_passed() has returned true at least once.
  bool stopped_work() const { return stopped_.load(std::memory_order_relaxed); }

 private:
  static constexpr Clock::time_point kNever = Clock::time_point::max();

  Clock::time_point at_ = kNever;
  Now* now_ = &Clock::now;
  mutable std::atomic<bool> stopped_{false};
};

}  // namespace newsindex
