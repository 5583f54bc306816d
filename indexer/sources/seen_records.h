// SPDX-License-Identifier: GPL-3.0-or-later
// The records that a source gave when it was last read, so that of a feed or a container that has
// changed only those are understood that are new in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/record.h"

namespace newsindex {

struct SeenRecord {
  std::uint64_t record = 0;  // record_digest
  std::uint64_t id = 0;      // digest64 of the id of its article
  friend bool operator==(const SeenRecord&, const SeenRecord&) = default;
};

// Of all that an article is made of, but for where in its source the record stands.
std::uint64_t record_digest(const Record& record);

// Whether two of them have an article with the same id.
bool repeats_an_id(const std::vector<SeenRecord>& seen);

// 32 hexadecimal digits each.
std::string to_digits(const std::vector<SeenRecord>& seen);
// False when that is not what the text is.
bool from_digits(std::string_view digits, std::vector<SeenRecord>& seen);

}  // namespace newsindex
