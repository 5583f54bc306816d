// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the topic of a subject for which the source gives codes: of the Media Topics, of the older
// IPTC list, or of the source itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/article.h"

namespace newsindex {

// Looks for a code of the Media Topics, then for a name of them, then for a code of the older list
// (see subject_codes.h); else makes a topic of its own. A code may be a number, have a prefix
// ("subj:"), or be the end of a URL. `scheme`: whose codes they are, or empty. REQUIRES: a code or
// a name.
Topic topic_named(const std::vector<std::string>& codes, const std::string& name,
                  std::string_view scheme);

// The topics of a text: if the whole text is one code or name, its topic; else the topic of each
// part of a list. Both names in the tree ("crime, law and justice") and lists have commas.
std::vector<Topic> topics_in_text(const std::string& text);

}  // namespace newsindex
