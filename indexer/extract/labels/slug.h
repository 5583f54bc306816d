// SPDX-License-Identifier: GPL-3.0-or-later
// The slug of a wire story, by which editors know it: "BC-LT--Argentina-Cancer Beauty,466".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// The part of the slug that describes the story, without the marks of the wire, its region, and
// versions and lengths after a comma or in brackets: "Argentina-Cancer Beauty".
std::string slug_of(std::string_view line);

// The parts of slug_of between slashes: "USA-CRASH/MILITARY (PIX)" has two. No part is empty.
std::vector<std::string> parts_of_slug(std::string_view line);

}  // namespace newsindex
