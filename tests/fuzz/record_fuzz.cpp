// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes can stand for a record of the format FUZZ_FORMAT (one of RecordFormat).
#include <cstdint>
#include <string>

#include "tests/fuzz/read_anything.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  newsindex::Record record;
  record.format = newsindex::RecordFormat::FUZZ_FORMAT;
  record.bytes.assign(reinterpret_cast<const char*>(bytes), size);
  record.origin.path = "fuzz";
  newsindex::understand_anything(record);
  return 0;
}
