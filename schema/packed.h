// SPDX-License-Identifier: GPL-3.0-or-later
// Several values in one value slot: each is its length (LEB128) and its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

void append_varint(std::string& out, std::uint64_t number);

// Takes a number off the front. False when there is none; the text is then unchanged.
bool take_varint(std::string_view& text, std::uint64_t& number);

// Appends one value to a packed list.
void pack(std::string& packed, std::string_view value);

// Takes the first value off a packed list. False when the list is empty or damaged.
bool take_packed(std::string_view& packed, std::string_view& value);

std::vector<std::string> unpack(std::string_view packed);

}  // namespace newsindex
