// SPDX-License-Identifier: GPL-3.0-or-later
// Until when an answer is wanted. Who does long work asks it now and then, and stops with what
// there is once it has passed; an answer for which anybody was told so is incomplete.
#pragma once

#include <atomic>
#include <chrono>

namespace newsindex {

// Thread-safe once it is set.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;
  using Now = Clock::time_point();

  // Without one, it never passes. `now` is for tests.
  void set(Clock::time_point at, Now* now = &Clock::now) {
    at_ = at;
    now_ = now;
  }

  bool has_passed() const {
    if (at_ == kNever || now_() < at_) return false;
    stopped_.store(true, std::memory_order_relaxed);
    return true;
  }

  // Whether has_passed was true for anybody.
  bool stopped_work() const { return stopped_.load(std::memory_order_relaxed); }

 private:
  static constexpr Clock::time_point kNever = Clock::time_point::max();

  Clock::time_point at_ = kNever;
  Now* now_ = &Clock::now;
  mutable std::atomic<bool> stopped_{false};
};

}  // namespace newsindex
