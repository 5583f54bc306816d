// SPDX-License-Identifier: GPL-3.0-or-later
// The text of newswire markup: character references read, tags and marks of transmission gone,
// hard- wrapped lines joined to paragraphs.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// Text with references such as &amp; &eacute; &#8217; read and control characters dropped. Tags
// that end a paragraph become empty lines, other tags nothing. Line ends stay.
std::string unmarked(std::string_view raw);

// The same on one line.
std::string unmarked_line(std::string_view raw);

// Paragraphs separated by empty lines, from unmarked text as printed: a paragraph begins after an
// empty line or with an indented one, and its lines, if wrapped at a width, are joined. Lines too
// short to have been wrapped (tables) keep their ends.
std::string paragraphs_of(std::string_view printed);

}  // namespace newsindex
