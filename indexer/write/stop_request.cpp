// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/stop_request.h"

#include <exception>
#include <utility>

#include "schema/error.h"

namespace newsindex {

void StopRequest::check() const {
  if (is_asked_) throw Error(ExitCode::interrupted, sentence());
}

void StopRequest::set_sentence(std::string sentence) {
  const auto held = hold();
  sentence_ = std::move(sentence);
}

std::string StopRequest::sentence() const {
  const auto held = hold();
  return sentence_;
}

std::unique_lock<std::recursive_mutex> StopRequest::leave() noexcept {
  auto held = hold();
  for (const std::function<void()>& work : at_leaving_) {
    try {
      work();
    } catch (const std::exception&) {  // the next run tidies
    }
  }
  return held;
}

AtLeaving::AtLeaving(StopRequest* stop, std::function<void()> work) : stop_(stop) {
  if (stop_ == nullptr) return;
  const auto held = stop_->hold();
  place_ = stop_->at_leaving_.insert(stop_->at_leaving_.begin(), std::move(work));
}

void AtLeaving::done() noexcept {
  if (stop_ == nullptr) return;
  const auto held = stop_->hold();
  stop_->at_leaving_.erase(place_);
  stop_ = nullptr;
}

}  // namespace newsindex
