// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sources/seen_records.h"

#include <algorithm>
#include <charconv>

#include "schema/digest.h"

namespace newsindex {
namespace {

constexpr std::size_t kDigits = 16;

bool number_of(std::string_view digits, std::uint64_t& number) {
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  return error == std::errc() && end == digits.data() + digits.size();
}

}  // namespace

std::uint64_t record_digest(const Record& record) {
  Digest digest;
  digest.add(std::to_string(static_cast<int>(record.format)));
  for (const std::string* part :
       {&record.origin.entry, &record.url, &record.charset, &record.retrieved})
    digest.add('\0' + *part);
  digest.add(std::string_view("\0", 1));
  digest.add(record.bytes);
  return digest.value();
}

bool repeats_an_id(const std::vector<SeenRecord>& seen) {
  std::vector<std::uint64_t> ids;
  ids.reserve(seen.size());
  for (const SeenRecord& each : seen) ids.push_back(each.id);
  std::sort(ids.begin(), ids.end());
  return std::adjacent_find(ids.begin(), ids.end()) != ids.end();
}

std::string to_digits(const std::vector<SeenRecord>& seen) {
  std::string digits;
  digits.reserve(seen.size() * 2 * kDigits);
  for (const SeenRecord& each : seen) digits += hex_digits(each.record) + hex_digits(each.id);
  return digits;
}

bool from_digits(std::string_view digits, std::vector<SeenRecord>& seen) {
  if (digits.size() % (2 * kDigits) != 0) return false;
  seen.resize(digits.size() / (2 * kDigits));
  for (SeenRecord& each : seen) {
    if (!number_of(digits.substr(0, kDigits), each.record) ||
        !number_of(digits.substr(kDigits, kDigits), each.id))
      return false;
    digits.remove_prefix(2 * kDigits);
  }
  return true;
}

}  // namespace newsindex
