// SPDX-License-Identifier: GPL-3.0-or-later
// Turns ICU's error codes into exceptions.
#pragma once

#include <new>
#include <stdexcept>

#include <unicode/utypes.h>

namespace newsindex {

// Throws std::bad_alloc when there is not enough memory, std::runtime_error for any other failure.
inline void check_icu(UErrorCode error) {
  if (error == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
}

}  // namespace newsindex
