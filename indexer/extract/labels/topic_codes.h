// SPDX-License-Identifier: GPL-3.0-or-later
// The topic of a subject that its source knows by codes: of the Media Topics, of the older list of
// the IPTC, or of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/article.h"

namespace newsindex {

// By a code of the Media Topics, by a name of them, by a code of the older list
// (see subject_codes.h); else a topic of its own. A code may be a number, have a prefix ("subj:"),
// or end an address. `scheme`: whose codes they are, or empty. REQUIRES: a code or a name.
Topic topic_named(const std::vector<std::string>& codes, const std::string& name,
                  std::string_view scheme);

// The topics of a text: of one code or name, else of each part of a list. Names in the tree have
// commas ("crime, law and justice"), lists in one text too.
std::vector<Topic> topics_in_text(const std::string& text);

}  // namespace newsindex
