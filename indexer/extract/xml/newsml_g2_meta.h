// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what NewsML-G2 says about the content of an item: headline, authors, subjects, places.
#pragma once

#include <string>

#include <pugixml.hpp>

#include "indexer/extract/draft.h"

namespace newsindex {

// The code (qcode) of a property, or the URI that some sources write instead.
std::string code_of(pugi::xml_node property);

// The name of a property, or its literal.
std::string name_of(pugi::xml_node property);

// Reads the contentMeta of an item. Subjects without a name get it from the item's assertions.
void read_content_meta(pugi::xml_node item, Draft& draft);

}  // namespace newsindex
