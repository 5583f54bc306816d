// SPDX-License-Identifier: GPL-3.0-or-later
// Extracts text from the markup that content systems leave in their JSON fields.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// True if a text has an end tag of an HTML element ("</a>", "</p>") or a tag such as "<br>". Any
// other `<` ("a < b", "<name>") is text.
bool has_element_tag(std::string_view text);

// The paragraphs of HTML, separated by empty lines, without pictures and their captions; of a whole
// page, only the text below its headline. In HTML without tags, only empty lines separate
// paragraphs.
std::string text_of_html(std::string html);

// The text of a field without shortcodes. It is read as HTML if it is declared to be HTML or has
// tags.
std::string text_of_field(std::string_view field, bool declared_html = false);

}  // namespace newsindex
