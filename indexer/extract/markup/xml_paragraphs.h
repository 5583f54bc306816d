// SPDX-License-Identifier: GPL-3.0-or-later
// The running text of XML.
#pragma once

#include <string>

#include <pugixml.hpp>

namespace newsindex {

// Running text in markup of the kind that NITF and XHTML share: paragraphs, headings, list items
// and rows of tables, with an empty line between them; without pictures and their captions,
// scripts, notes to editors, and headers and footers of a page. A <br/> within a paragraph is a
// space, two are its end; <pre> keeps its lines; in a paragraph printed with lines at the margin,
// each indented line begins one of its own. Text without markup is read as printed (see
// printed_text.h), and HTML in a text as HTML, each paragraph by itself.
std::string paragraphs_of(pugi::xml_node node);

}  // namespace newsindex
