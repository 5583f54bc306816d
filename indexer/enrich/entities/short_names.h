// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a short name means, by what the articles of an archive say that have a longer name, too.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/archive/bearers.h"

namespace newsindex {

// Articles of a month in which the short name stood for this person and for no other. Names are
// keys: folded words.
struct ShortNameEvidence {
  int month = 0;
  std::string key;
  unsigned articles = 0;
  friend bool operator==(const ShortNameEvidence&, const ShortNameEvidence&) = default;
};

// Whether a person can be known by this short name alone: by the family name ("obama" of "barack
// obama", "ocasio cortez", "kim" of "kim jong un"), not by a given name.
bool is_family_name(std::string_view short_name, std::string_view key);

// Whether a key can be a given and a family name.
bool has_two_names(std::string_view key);

// The bearer of a short name, month by month, without what they are called. A month has one where
// the evidence of the months around it is enough and hardly any of it is for others, articles
// without a date (kNoMonth) where that holds of all evidence; the same name with a middle name is
// nobody else. The confidence is what the evidence supports at least, in
// fives.
std::vector<Bearer> bearers_of(const std::string& short_name,
                               std::span<const ShortNameEvidence> evidence);

}  // namespace newsindex
