// SPDX-License-Identifier: GPL-3.0-or-later
// Extracts the text of newswire markup: decodes character references, removes tags and transmission
// marks, and joins hard-wrapped lines to paragraphs.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// Returns the text with references such as &amp; &eacute; &#8217; decoded and control characters
// dropped. Tags that end a paragraph become empty lines, other tags are removed. Line ends stay.
std::string without_markup(std::string_view raw);

// The same, on one line.
std::string line_without_markup(std::string_view raw);

// Returns paragraphs separated by empty lines, from text without markup as printed. A paragraph
// begins after an empty line or with an indented line; its lines, if wrapped at a width, are
// joined. Lines too short to have been wrapped (tables) keep their line ends.
std::string paragraphs_of(std::string_view printed);

}  // namespace newsindex
