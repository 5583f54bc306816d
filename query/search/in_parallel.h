// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the same work for several segments, on all cores of this machine.
#pragma once

#include <cstddef>
#include <functional>

namespace newsindex {

// Calls use(i) once for each i from 0 to count - 1, on at most `threads` threads, including the
// calling one. Rethrows an exception of `use`; if there are several, the one of the lowest i.
void in_parallel(std::size_t count, std::size_t threads,
                 const std::function<void(std::size_t)>& use);

}  // namespace newsindex
