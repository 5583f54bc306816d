// SPDX-License-Identifier: GPL-3.0-or-later
// What exports of WordPress (WXR, an extension of RSS) add to items, and shortcodes, which its
// feeds have, too.
#pragma once

#include <string>

#include <pugixml.hpp>

namespace newsindex {

// Why an item is no article, half a sentence: it is an attachment, a part of a menu or the like, or
// it was never published. Types of a house count as articles. Empty for others, and outside WXR.
std::string refusal_by_wordpress(pugi::xml_node item);

// Without shortcodes: those of pictures and players with what they hold, of others only the tags:
// "[dropcap]M[/dropcap]ystery" is "Mystery". Brackets that are no shortcodes, such as "[sic]",
// stay.
std::string without_shortcodes(const std::string& text);

// HTML of an item of WXR as WordPress shows it: empty lines end paragraphs, and shortcodes that
// stand alone in a line are gone.
std::string displayed_by_wordpress(const std::string& text);

}  // namespace newsindex
