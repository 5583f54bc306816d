// SPDX-License-Identifier: GPL-3.0-or-later
// The people in a byline: "By Ann Lee and Bo Chan, Reuters" names two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// The names in the words of a byline, as written, without what surrounds them: "By" and its like in
// other languages, "Analysis", e-mail addresses, handles, roles ("Staff Writer"), where
// they wrote ("in Paris"), remarks in brackets, and the name of the source itself. "Jr." stays with
// its name, as do initials behind it ("Hines, P. J.").
std::vector<std::string> author_names(std::string_view byline, std::string_view source = {});

}  // namespace newsindex
