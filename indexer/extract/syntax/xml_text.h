// SPDX-License-Identifier: GPL-3.0-or-later
// Finds XML elements by their names without prefix, and reads their text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace newsindex {

// The next node after `node` in document order, within `root`; if `deeper`, its children come
// first.
pugi::xml_node following_node(pugi::xml_node node, pugi::xml_node root, bool deeper);

std::string_view local_name(pugi::xml_node node);

// The first child with this name, or a null node.
pugi::xml_node child_named(pugi::xml_node node, std::string_view name);

// All children with this name.
std::vector<pugi::xml_node> children_named(pugi::xml_node node, std::string_view name);

// All elements with this name below a node, at any depth, in document order.
std::vector<pugi::xml_node> all_named(pugi::xml_node node, std::string_view name);

// The first element of all_named, or a null node.
pugi::xml_node first_named(pugi::xml_node node, std::string_view name);

// The value of an attribute, by its name without prefix; or empty.
std::string attribute_of(pugi::xml_node node, std::string_view name);

// The text of a node and its descendants, on one line.
std::string line_of(pugi::xml_node node);

// True if an element of NITF or XHTML begins on a new line.
bool is_block_element(std::string_view name);

}  // namespace newsindex
