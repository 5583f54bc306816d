// SPDX-License-Identifier: GPL-3.0-or-later
// Words and phrases that searches use. The lists are data: see word_lists.inc.
#pragma once

#include <string_view>

namespace newsindex {

// `language` is an ISO 639-1 code; a list without a language holds for all languages. False if
// there is no such list.
bool is_in_word_list(std::string_view list, std::string_view language, std::string_view word);

// True if the text contains a phrase of the list, in any language.
bool has_phrase_of(std::string_view list, std::string_view text);

}  // namespace newsindex
