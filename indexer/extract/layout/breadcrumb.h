// SPDX-License-Identifier: GPL-3.0-or-later
// The line that says where on its site a page stands: "Home » World » Asia » Headline".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// The text in parts at the marks that part breadcrumbs and page titles (» > › / | · :: and spaced
// dashes), at least one part.
std::vector<std::string_view> title_parts(std::string_view text);

// "» Headline", "Headline -": without what is left of a path where its beginning or end went.
std::string without_marks_of_path(std::string title);

// Whether a part of a breadcrumb is its start, which is no section: "Home", "You are here".
bool is_start(std::string_view part);

// The sections of a breadcrumb, outermost first, without the way's start ("Home", "today") and
// without the headline at its end. Empty when the line is not a breadcrumb: it must start at the
// start page or end in the headline. `headline` may be empty when it is not known.
std::vector<std::string> breadcrumb_sections(std::string_view line, std::string_view headline);

// The parts of a line such as "Economy / Central banks", which stands above a headline. Empty when
// the line is not made of a few short parts; "|" parts menus, not sections.
std::vector<std::string> section_line(std::string_view line);

// True for a line that is a breadcrumb.
bool is_breadcrumb(std::string_view line, std::string_view headline);

}  // namespace newsindex
