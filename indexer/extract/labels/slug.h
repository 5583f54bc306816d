// SPDX-License-Identifier: GPL-3.0-or-later
// The slug of a wire, by which editors know a story: "BC-LT--Argentina-Cancer Beauty,466".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// What it says of the story: without the marks of the wire, its region, and versions and lengths
// behind a comma or in brackets. "Argentina-Cancer Beauty".
std::string slug_of(std::string_view line);

// The same of each part between slashes: "USA-CRASH/MILITARY (PIX)" has two. Never empty ones.
std::vector<std::string> parts_of_slug(std::string_view line);

}  // namespace newsindex
