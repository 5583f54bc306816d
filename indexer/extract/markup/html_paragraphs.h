// SPDX-License-Identifier: GPL-3.0-or-later
// Extracts the running text of HTML in a field.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// True if a text is HTML, as content systems export it in a field.
bool is_markup(std::string_view text);

// The paragraphs of HTML in a field (in feeds: "&lt;p&gt;..."). Text without tags is read as
// printed (see printed_text.h).
std::string paragraphs_of_html(const std::string& text);

}  // namespace newsindex
