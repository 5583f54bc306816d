// SPDX-License-Identifier: GPL-3.0-or-later
// German umlauts and their spelling without umlauts: Köln, Koeln.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

// "Köln" -> "Koeln"; a text without umlauts is returned unchanged.
std::string umlauts_spelt_out(std::string_view text);

// For a folded word: "koeln" -> "koln", the folded form of Köln. "" for words of fewer than four
// bytes and for words without ae, oe or ue. These do not count behind a, e, o or q (queen, bauen,
// neue).
std::string spelt_out_umlauts_joined(std::string_view folded);

// True for a folded text that is one word.
bool is_one_word(std::string_view folded);

// For a name (a word with a capital letter): its other spelling, folded: "koeln" for Köln. "" if it
// has no umlaut or no capital letter.
std::string spelt_out_name(std::string_view word);

// A cheap test: false for most texts without umlauts, true for every text with one.
bool may_have_umlauts(std::string_view text);

}  // namespace newsindex
