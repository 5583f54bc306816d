// SPDX-License-Identifier: GPL-3.0-or-later
// Shortcodes: tags in brackets that WordPress and other systems leave in texts ("[dropcap]").
#pragma once

#include <string>

namespace newsindex {

// Removes shortcodes: those of pictures and players with their content, of others only the tags:
// "[dropcap]M[/dropcap]ystery" becomes "Mystery". Brackets that are not shortcodes, such as
// "[sic]", stay.
std::string without_shortcodes(const std::string& text);

// The HTML of a WXR item as WordPress shows it: empty lines end paragraphs, and shortcodes that are
// alone on a line are removed.
std::string displayed_by_wordpress(const std::string& text);

}  // namespace newsindex
