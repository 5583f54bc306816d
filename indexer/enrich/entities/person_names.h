// SPDX-License-Identifier: GPL-3.0-or-later
// Splits the written name of a person into titles, names and a suffix.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrich/languages/name_words.h"

namespace newsindex {

struct PersonName {
  // The name to show: without titles ("George W. Bush"), except for popes, saints and kings, who
  // have no other name ("Pope Francis", "King Abdullah II"). Degrees are left out, "Jr." and "III"
  // stay.
  std::string shown;
  // Folded, without titles and suffix. Initials are separate words, hyphens join: "J.K. Rowling"
  // gives j, k, rowling; "Park Geun-hye" park, geunhye; "Bashar al-Assad" bashar, al, assad.
  std::vector<std::string> words;
  std::string suffix;               // "jr", "sr", "ii", ...
  std::vector<std::string> titles;  // folded: "president", "mrs"
  bool is_royal = false;            // shown with a title: pope, king, prince, saint, ...
  friend bool operator==(const PersonName&, const PersonName&) = default;
};

// `before` is the text before the name, which may end with a title.
PersonName person_name(std::string_view written, std::string_view before, const NameWords& known);

// True if a name without titles can be a person's full name: two words or more, the first no
// particle.
bool is_full_name(const PersonName& name, const NameWords& known);

// How well a shorter name fits a longer one.
enum class NameFit { none, middle, given, family, same };

// "Bush" is a family name of "George W. Bush", "Xi" of "Xi Jinping"; "Hillary" is a given name of
// "Hillary Clinton". "G. Bush", "George Bush" and "von der Leyen" fit as family names. Names that
// differ only in how words are joined are the same ("Kim Jong Un", "Kim Jong-un").
NameFit name_fit(const PersonName& shorter, const PersonName& longer, const NameWords& known);

}  // namespace newsindex
