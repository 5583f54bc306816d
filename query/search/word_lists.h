// SPDX-License-Identifier: GPL-3.0-or-later
// Words and phrases that searching goes by. The lists are data: see word_lists.inc.
#pragma once

#include <string_view>

namespace newsindex {

// `language` is an ISO 639-1 code; lists without a language hold for all. False where there is no
// such list.
bool is_in_word_list(std::string_view list, std::string_view language, std::string_view word);

// Whether a phrase of a list stands in the text, of any language.
bool has_phrase_of(std::string_view list, std::string_view text);

}  // namespace newsindex
