// SPDX-License-Identifier: GPL-3.0-or-later
// Decides whom a short name means, by the articles of an archive that have a longer name, too.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/archive/bearers.h"

namespace newsindex {

// The number of articles of a month in which the short name stood for this person and for no other.
// Names are keys: folded words.
struct ShortNameEvidence {
  int month = 0;
  std::string key;
  unsigned articles = 0;
  friend bool operator==(const ShortNameEvidence&, const ShortNameEvidence&) = default;
};

// True if a person can be known by this short name alone: by the family name ("obama" of "barack
// obama", "ocasio cortez", "kim" of "kim jong un"), not by a given name.
bool is_family_name(std::string_view short_name, std::string_view key);

// True if a key can be a given name and a family name.
bool has_two_names(std::string_view key);

// The bearer of a short name, month by month, with the name to show left empty. A month has a
// bearer if the months around it have enough evidence and hardly any of it is for others; articles
// without a date (kNoMonth) have one if this is true of all evidence. The same name with a middle
// name counts as the same person. The confidence is the least that the evidence supports, rounded
// down to a multiple of 5.
std::vector<Bearer> bearers_of(const std::string& short_name,
                               std::span<const ShortNameEvidence> evidence);

}  // namespace newsindex
