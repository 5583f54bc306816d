// SPDX-License-Identifier: GPL-3.0-or-later
// The tags of SGML-like text, loosely: what newswire files have, not what the standard allows.
#pragma once

#include <cstddef>
#include <string_view>

#include "schema/text/ascii.h"

namespace newsindex {

struct Tag {
  std::string_view name;        // as written: "REUTERS", "docno"; empty when no tag was found
  std::string_view attributes;  // what stands between the name and `>`
  std::size_t start = 0;        // bytes [start, end) of the text are the tag
  std::size_t end = 0;
  bool closing = false;  // </name>
  explicit operator bool() const { return !name.empty(); }
};

// The next complete tag at or after `from`. A `<` that no letter or slash follows is text.
Tag next_tag(std::string_view text, std::size_t from);

// The value of an attribute: NEWID="1" or id='1' or id=1; empty when it is not there.
std::string_view attribute(std::string_view attributes, std::string_view name);

}  // namespace newsindex
