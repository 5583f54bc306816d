// SPDX-License-Identifier: GPL-3.0-or-later
// What exports of WordPress (WXR, an extension of RSS) add to items.
#pragma once

#include <string>

#include <pugixml.hpp>

namespace newsindex {

// Why an item is not an article, half a sentence: it is an attachment, a part of a menu or the
// like, or it was never published. Types of a house count as articles. Empty for others, and
// outside WXR.
std::string refusal_by_wordpress(pugi::xml_node item);

}  // namespace newsindex
