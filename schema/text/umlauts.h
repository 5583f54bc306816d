// SPDX-License-Identifier: GPL-3.0-or-later
// German umlauts and how they are spelt where there are none: Köln, Koeln.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// "Köln" -> "Koeln"; the same text where there is no umlaut.
std::string umlauts_spelt_out(std::string_view text);

// Of a folded word: "koeln" -> "koln", as Köln is folded; "" for short words and where there is
// no ae, oe, ue in it. ue behind a, e, o or q is none (queen, bauen, neue).
std::string spelt_out_umlauts_joined(std::string_view folded);

// True for a folded text of one word.
bool is_one_word(std::string_view folded);

// The folded other spelling of a name, a word with a capital letter: "koeln" for Köln; "" where it
// has no umlaut.
std::string spelt_out_name(std::string_view word);

// False for most texts without umlauts.
bool may_have_umlauts(std::string_view text);

}  // namespace newsindex
