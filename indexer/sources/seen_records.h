// SPDX-License-Identifier: GPL-3.0-or-later
// The records that a source gave when it was last read. When a feed or a container has changed,
// only its new records have to be understood.
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

// Digest of all that an article is made of, except the place of the record in its source.
std::uint64_t record_digest(const Record& record);

// True if two of the records have an article with the same id.
bool repeats_an_id(const std::vector<SeenRecord>& seen);

// As text: 32 hexadecimal digits for each record.
std::string to_digits(const std::vector<SeenRecord>& seen);
// False if the text does not have this form.
bool from_digits(std::string_view digits, std::vector<SeenRecord>& seen);

}  // namespace newsindex
