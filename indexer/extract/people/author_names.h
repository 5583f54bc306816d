// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the people in a byline: "By Ann Lee and Bo Chan, Reuters" names two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// The names in a byline, as written, without the words around them: "By" and its equivalents in
// other languages, "Analysis", e-mail addresses, handles, roles ("Staff Writer"), places of writing
// ("in Paris"), remarks in brackets, and the name of the source itself. "Jr." stays with its name,
// and so do initials after it ("Hines, P. J.").
std::vector<std::string> author_names(std::string_view byline, std::string_view source = {});

}  // namespace newsindex
