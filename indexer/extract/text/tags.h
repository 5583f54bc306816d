// SPDX-License-Identifier: GPL-3.0-or-later
// Parses the tags of SGML-like text loosely: as newswire files use them, not as the standard says.
#pragma once

#include <cstddef>
#include <string_view>

#include "schema/text/ascii.h"

namespace newsindex {

struct Tag {
  std::string_view name;        // as written: "REUTERS", "docno"; empty if no tag was found
  std::string_view attributes;  // the text between the name and `>`
  std::size_t start = 0;        // bytes [start, end) of the text are the tag
  std::size_t end = 0;
  bool closing = false;  // </name>
  explicit operator bool() const { return !name.empty(); }
};

// The next complete tag at or after `from`. A `<` without a letter or slash after it is text.
Tag next_tag(std::string_view text, std::size_t from);

// The value of an attribute: NEWID="1" or id='1' or id=1; empty if there is none.
std::string_view attribute(std::string_view attributes, std::string_view name);

}  // namespace newsindex
