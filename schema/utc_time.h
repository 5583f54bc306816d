// SPDX-License-Identifier: GPL-3.0-or-later
// Times of runs as text: "2026-11-29T03:15:00Z".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace newsindex {

std::string utc_text(std::chrono::sys_seconds time);

// Reads exactly the form that utc_text writes; nullopt for anything else.
std::optional<std::chrono::sys_seconds> utc_time(std::string_view text);

// The current time of this machine.
std::chrono::sys_seconds utc_now();

}  // namespace newsindex
