// SPDX-License-Identifier: GPL-3.0-or-later
// Splits XML text that arrives in parts into tags, text and comments. It checks nothing: errors in
// a record are found when the record is parsed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace newsindex {

enum class XmlPiece : std::uint8_t { start_tag, end_tag, empty_tag, text, other };

struct XmlToken {
  XmlPiece piece = XmlPiece::text;
  std::size_t end = 0;    // bytes from the beginning of the text
  std::string_view name;  // of a tag, with its prefix
};

// The piece at the beginning of the text; nullopt if the text ends within it. `last`: no more text
// follows, so that a piece of text need not be followed by a `<`. REQUIRES: the text is not empty.
std::optional<XmlToken> next_xml_token(std::string_view text, bool last);

// "media:title" without "media:".
std::string_view local_xml_name(std::string_view name);

// The name of the first element, without its prefix; empty if the text does not begin like XML.
std::string_view xml_root(std::string_view text);

}  // namespace newsindex
