// SPDX-License-Identifier: GPL-3.0-or-later
// Finds elements of a feed, and the web addresses of its items.
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace newsindex {

// True if an element belongs to a module whose elements have the same names as the feed's own but
// mean something else: "media:title".
bool is_of_module(pugi::xml_node node);

// The first child with this name that is the feed's own, not a module's; or a null node.
pugi::xml_node feed_element(pugi::xml_node node, std::string_view name);

// The address of an item, or empty. A relative address is completed by xml:base, or else by the
// address of the feed's site.
std::string link_of(pugi::xml_node item, pugi::xml_node channel);

}  // namespace newsindex
