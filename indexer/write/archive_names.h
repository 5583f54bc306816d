// SPDX-License-Identifier: GPL-3.0-or-later
// The names that newsindex gives to what lies in segments/.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsindex {

// "12-0": a segment.
bool is_segment_name(std::string_view name);

// "13.deleted-12-0": the deletions of a segment.
bool is_deletions_name(std::string_view name);

// "12-0" of "13.deleted-12-0".
std::string_view segment_of_deletions(std::string_view name);

// The revision that first names what has this name, which begins with it; 0 of any other.
std::uint64_t revision_of_name(std::string_view name);

}  // namespace newsindex
