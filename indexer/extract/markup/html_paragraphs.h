// SPDX-License-Identifier: GPL-3.0-or-later
// The running text of HTML that stands in a field.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// Whether a text is HTML, as content systems export it in a field.
bool is_markup(std::string_view text);

// The same of HTML in a text, as feeds have it: "&lt;p&gt;..."; text without tags stays text.
std::string paragraphs_of_html(const std::string& text);

}  // namespace newsindex
