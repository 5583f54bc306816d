// SPDX-License-Identifier: GPL-3.0-or-later
// The same for several segments, on all cores of this machine.
#pragma once

#include <cstddef>
#include <functional>

namespace newsindex {

// Calls use(0) to use(count - 1), each once, on at most `threads` threads, this one among them.
// What one of them throws is thrown again: of several the one with the least number.
void in_parallel(std::size_t count, std::size_t threads,
                 const std::function<void(std::size_t)>& use);

}  // namespace newsindex
