// SPDX-License-Identifier: GPL-3.0-or-later
// Text out of the markup that content systems leave in the fields of their JSON.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// Whether an element of HTML ends or breaks a line in a text ("</a>", "</p>", "<br>"). A `<` of
// another kind ("a < b", "<name>") is text.
bool has_element_tag(std::string_view text);

// The paragraphs of HTML with empty lines between them, without pictures and their captions;
// of a whole page what stands below its headline. In HTML without tags only empty lines part
// paragraphs.
std::string text_of_html(std::string html);

// The text of a field: of its markup where it is declared to be HTML or has tags, else as it is.
std::string text_of_field(std::string_view field, bool declared_html = false);

}  // namespace newsindex
