// SPDX-License-Identifier: GPL-3.0-or-later
// Shortcodes: tags in brackets that WordPress and others leave in their texts ("[dropcap]").
#pragma once

#include <string>

namespace newsindex {

// Without shortcodes: those of pictures and players with what they hold, of others only the tags:
// "[dropcap]M[/dropcap]ystery" is "Mystery". Brackets that are not shortcodes, such as "[sic]",
// stay.
std::string without_shortcodes(const std::string& text);

// HTML of an item of WXR as WordPress shows it: empty lines end paragraphs, and shortcodes that
// stand alone in a line are gone.
std::string displayed_by_wordpress(const std::string& text);

}  // namespace newsindex
