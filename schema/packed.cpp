// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/packed.h"

namespace newsindex {

void append_varint(std::string& out, std::uint64_t number) {
  while (number >= 0x80) {
    out.push_back(static_cast<char>(number | 0x80));
    number >>= 7;
  }
  out.push_back(static_cast<char>(number));
}

bool take_varint(std::string_view& text, std::uint64_t& number) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < text.size() && i < 10; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    value |= static_cast<std::uint64_t>(byte & 0x7f) << (7 * i);
    if (byte < 0x80) {
      text.remove_prefix(i + 1);
      number = value;
      return true;
    }
  }
  return false;
}

void pack(std::string& packed, std::string_view value) {
  append_varint(packed, value.size());
  packed.append(value);
}

bool take_packed(std::string_view& packed, std::string_view& value) {
  std::string_view rest = packed;
  std::uint64_t size = 0;
  if (!take_varint(rest, size) || size > rest.size()) return false;
  value = rest.substr(0, size);
  packed = rest.substr(size);
  return true;
}

std::vector<std::string> unpack(std::string_view packed) {
  std::vector<std::string> values;
  for (std::string_view value; take_packed(packed, value);) values.emplace_back(value);
  return values;
}

}  // namespace newsindex
