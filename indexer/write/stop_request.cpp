// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/stop_request.h"

#include <exception>
#include <utility>

namespace newsindex {

void StopRequest::check() const {
  if (is_asked_) throw Error(ExitCode::interrupted, sentence("interrupted"));
}

void StopRequest::set_outcome(std::string outcome) {
  const auto held = hold();
  outcome_ = std::move(outcome);
}

std::string StopRequest::sentence(std::string reason) const {
  const auto held = hold();
  if (!outcome_.empty()) reason.append("; ").append(outcome_);
  return reason;
}

std::unique_lock<std::recursive_mutex> StopRequest::run_exit_actions(ExitCode code,
                                                                     const char* reason) noexcept {
  auto held = hold();
  for (const ExitWork& work : exit_actions_) {
    try {
      work(code, sentence(reason));
    } catch (const std::exception&) {  // the next run cleans up
    }
  }
  return held;
}

void check(const StopRequest* stop) {
  if (stop != nullptr) stop->check();
}

void set_outcome(StopRequest* stop, std::string outcome) {
  if (stop != nullptr) stop->set_outcome(std::move(outcome));
}

std::unique_lock<std::recursive_mutex> hold(const StopRequest* stop) {
  return stop != nullptr ? stop->hold() : std::unique_lock<std::recursive_mutex>();
}

ExitAction::ExitAction(StopRequest* stop, ExitWork work) : stop_(stop) {
  if (stop_ == nullptr) return;
  const auto held = stop_->hold();
  place_ = stop_->exit_actions_.insert(stop_->exit_actions_.begin(), std::move(work));
}

std::unique_lock<std::recursive_mutex> ExitAction::take_over() noexcept {
  auto held = hold(stop_);
  if (stop_ != nullptr) stop_->exit_actions_.erase(place_);
  stop_ = nullptr;
  return held;
}

}  // namespace newsindex
