// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes can be read; see read_anything.h.
#include <cstdint>

#include "tests/fuzz/read_anything.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  newsindex::read_anything({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
