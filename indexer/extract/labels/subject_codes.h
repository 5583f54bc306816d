// SPDX-License-Identifier: GPL-3.0-or-later
// Codes of the IPTC as topics of the tree of Media Topics.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// The topic of an IPTC code: "medtop:04000000" as it is; subject codes of the older list
// ("subj:04016007", "04016007", "15008000") as the topic that the IPTC maps them to, or else the
// nearest one above them. Empty for other codes.
std::string topic_of_code(std::string_view code);

// Whether that topic is what the code says, and not only the nearest one above: then the name
// beside the code says no more.
bool has_topic_of_its_own(std::string_view code);

}  // namespace newsindex
