// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what WordPress exports (WXR, an extension of RSS) add to items.
#pragma once

#include <string>

#include <pugixml.hpp>

namespace newsindex {

// Half a sentence that says why an item is not an article: it is an attachment, a part of a menu or
// similar, or it was never published. A site's own post types count as articles. Empty for
// articles, and outside WXR.
std::string refusal_by_wordpress(pugi::xml_node item);

}  // namespace newsindex
