// SPDX-License-Identifier: GPL-3.0-or-later
// The names that newsindex gives to the entries of segments/.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsindex {

// True for the name of a segment, such as "12-0".
bool is_segment_name(std::string_view name);

// True for the name of the deletions of a segment, such as "13.deleted-12-0".
bool is_deletions_name(std::string_view name);

// Returns "12-0" for "13.deleted-12-0".
std::string_view segment_of_deletions(std::string_view name);

// The number at the start of a name: the revision in which it first appears. 0 for other names.
std::uint64_t revision_of_name(std::string_view name);

}  // namespace newsindex
