// SPDX-License-Identifier: GPL-3.0-or-later
// Elements of XML by their names without prefix, and their text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace newsindex {

// The node after `node` in the order of the document, within `root`; below it first if `deeper`.
pugi::xml_node following_node(pugi::xml_node node, pugi::xml_node root, bool deeper);

std::string_view local_name(pugi::xml_node node);

// The first child of the name, or a null node.
pugi::xml_node child_named(pugi::xml_node node, std::string_view name);

// All children of the name.
std::vector<pugi::xml_node> children_named(pugi::xml_node node, std::string_view name);

// The elements of the name below a node, at any depth, in order.
std::vector<pugi::xml_node> all_named(pugi::xml_node node, std::string_view name);

// The first of them, or a null node.
pugi::xml_node first_named(pugi::xml_node node, std::string_view name);

// An attribute by its name without prefix, or empty.
std::string attribute_of(pugi::xml_node node, std::string_view name);

// The text of a node and all below it, on one line.
std::string line_of(pugi::xml_node node);

// Whether an element of NITF or XHTML begins on a line of its own.
bool is_block_element(std::string_view name);

}  // namespace newsindex
