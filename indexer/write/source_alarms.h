// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of indexer/write/source_activity.h, each applied to the days of one source, oldest
// first.
#pragma once

#include <chrono>
#include <deque>
#include <optional>
#include <string>

#include "indexer/write/source_activity.h"

namespace newsindex {

struct AlarmReason {
  const char* kind;
  std::string sentence;  // without the source: "is silent: nothing for 9 days; ..."
};

std::optional<AlarmReason> silent(const std::deque<SourceDay>& days, std::chrono::sys_days today);
std::optional<AlarmReason> shrank(const std::deque<SourceDay>& days, std::chrono::sys_days today);
std::optional<AlarmReason> rejects_jumped(const std::deque<SourceDay>& days,
                                          std::chrono::sys_days today);

}  // namespace newsindex
