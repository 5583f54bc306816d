// SPDX-License-Identifier: GPL-3.0-or-later
// Reads breadcrumbs, which say where on its site a page stands: "Home » World » Asia » Headline".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// Splits a text at the marks that separate breadcrumbs and page titles (» > › / | · :: and spaced
// dashes) into at least one part.
std::vector<std::string_view> title_parts(std::string_view text);

// Removes a separator at the start or end of a title: "» Headline", "Headline -".
std::string without_marks_of_path(std::string title);

// True if a part of a breadcrumb is its start, which is not a section: "Home", "You are here".
bool is_start(std::string_view part);

// The sections of a breadcrumb, outermost first, without its start ("Home", "today") and without
// the headline at its end. Empty if the line is not a breadcrumb: it must start at the start page
// or end in the headline. `headline` may be empty if it is not known.
std::vector<std::string> breadcrumb_sections(std::string_view line, std::string_view headline);

// The parts of a line such as "Economy / Central banks", which stands above a headline. Empty if
// the line is not made of a few short parts. "|" does not count: it separates the entries of menus.
std::vector<std::string> section_line(std::string_view line);

// True for a line that is a breadcrumb.
bool is_breadcrumb(std::string_view line, std::string_view headline);

}  // namespace newsindex
