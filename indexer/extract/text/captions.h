// SPDX-License-Identifier: GPL-3.0-or-later
// Decides whether the caption of a picture or video can be the text of an article.
#pragma once

#include <string_view>

namespace newsindex {

// True if a caption tells something by itself: it has a sentence, and 40 bytes or more. "Harbour"
// does not.
bool is_informative(std::string_view caption);

}  // namespace newsindex
