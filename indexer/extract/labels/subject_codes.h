// SPDX-License-Identifier: GPL-3.0-or-later
// Converts IPTC codes to topics of the Media Topics tree.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// The topic of an IPTC code: "medtop:04000000" stays as it is; a subject code of the older list
// ("subj:04016007", "04016007", "15008000") becomes the topic that the IPTC maps it to, or else the
// nearest one above it. Empty for other codes.
std::string topic_of_code(std::string_view code);

// True if that topic is exactly what the code says, not only the nearest one above it: then the
// name given with the code adds nothing.
bool has_topic_of_its_own(std::string_view code);

}  // namespace newsindex
