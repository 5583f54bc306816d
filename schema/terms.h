// SPDX-License-Identifier: GPL-3.0-or-later
// How each kind of term in a segment is spelt, for indexing and for searching. See FORMAT.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/fields.h"
#include "schema/published.h"

namespace newsindex {

// A Xapian term has at most 245 bytes. A longer text is cut, and a hash of the whole is appended.
inline constexpr std::size_t kMaxTermBytes = 240;

// prefix + text, bounded to kMaxTermBytes.
std::string make_term(std::string_view prefix, std::string_view text);

// The term of an article's id.
std::string id_term(std::string_view id);

// The term of a whole value of a field with Matching::words: "G=daily planet".
// `folded` is folded_words(value).
std::string whole_value_term(const Field& field, std::string_view folded);

// Terms of topics and entities carry their confidence or salience: "XPERqin gang/088". An article
// has one such term for each of its keys. Keys of topics: topic_key below; keys of entities:
// folded_words(name).
std::string level_term(const Field& field, std::string_view key, int level);

// The common beginning of all level terms of a key: "XPERqin gang/".
std::string level_term_prefix(const Field& field, std::string_view key);

// Links an alias of an entity to its canonical name, in articles that have both: "XAORGun/united
// nations". Empty when the term would be too long.
std::string alias_term(const Field& field, std::string_view alias_key, std::string_view key);

// The common beginning of all alias terms of a field ("XAORG"), and of those of one alias
// ("XAORGun/").
std::string alias_term_prefix(const Field& field);
std::string alias_term_prefix(const Field& field, std::string_view alias_key);

// The level at the end of a level term.
int level_of_term(std::string_view term);

// "medtop:11000000" -> "11000000"; "label:Cocoa" -> "Cocoa", which the caller must fold.
std::string_view topic_key(std::string_view topic_id);

std::string day_term(Day day);
std::string month_term(std::chrono::year_month month);
std::string year_term(std::chrono::year year);

// The value of kOrderSlot: sorts by time, then by a hash of the id. Undated articles have the time
// 0 and come before all others.
std::string order_value(const std::optional<Published>& published, std::string_view id);

// The time in an order value (seconds since 1970, see to_unix_seconds); nullopt for an undated
// article.
std::optional<std::int64_t> unix_seconds_of_order_value(std::string_view value);

// The value of kSequenceSlot: sorts like the number.
std::string sequence_value(std::uint64_t sequence);

// The number in a value of kSequenceSlot; 0 for an empty value.
std::uint64_t sequence_of_value(std::string_view value);

}  // namespace newsindex
