// SPDX-License-Identifier: GPL-3.0-or-later
// Elements of a feed and its web addresses.
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace newsindex {

// Whether an element belongs to a module whose elements have the names of the feed's own and mean
// something else: "media:title".
bool is_of_module(pugi::xml_node node);

// The first child of the name that is the feed's own, or a null node.
pugi::xml_node feed_element(pugi::xml_node node, std::string_view name);

// The address of an item, or empty. A relative one is completed by xml:base or, without it, by the
// address of the feed's site.
std::string link_of(pugi::xml_node item, pugi::xml_node channel);

}  // namespace newsindex
