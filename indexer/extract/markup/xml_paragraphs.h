// SPDX-License-Identifier: GPL-3.0-or-later
// Extracts the running text of XML.
#pragma once

#include <string>

#include <pugixml.hpp>

namespace newsindex {

// Running text in the markup that NITF and XHTML share: paragraphs, headings, list items and rows
// of tables, with an empty line between them; without pictures and their captions, scripts, notes
// to editors, and headers and footers of a page. A <br/> within a paragraph is a space, two end the
// paragraph; <pre> keeps its lines; in a paragraph printed with lines at the margin, each indented
// line begins a new paragraph. Text without markup is read as printed (see printed_text.h), and
// HTML in a text as HTML, each paragraph by itself.
std::string paragraphs_of(pugi::xml_node node);

}  // namespace newsindex
