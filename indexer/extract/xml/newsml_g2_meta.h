// SPDX-License-Identifier: GPL-3.0-or-later
// What NewsML-G2 says of the content of an item: headline, authors, subjects, places.
#pragma once

#include <string>

#include <pugixml.hpp>

#include "indexer/extract/draft.h"

namespace newsindex {

// The code of a property, or the URI that some write instead.
std::string code_of(pugi::xml_node property);

// Its name, or its literal.
std::string name_of(pugi::xml_node property);

// Reads the contentMeta of an item. Names that its subjects lack are looked up in its assertions.
void read_content_meta(pugi::xml_node item, Draft& draft);

}  // namespace newsindex
