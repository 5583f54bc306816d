// SPDX-License-Identifier: GPL-3.0-or-later
// The rules for words that contain punctuation: d'Ivoire, anti-missile, U.S., AT&T, 1,234.5.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/text/characters.h"

namespace newsindex {

// A run of letters and digits within a compound.
struct Part {
  std::uint32_t start = 0;  // bytes of the text
  std::uint32_t end = 0;
  std::uint32_t folded_start = 0;  // bytes of the folded text
  std::uint32_t folded_end = 0;
  std::uint32_t characters = 0;
  bool has_letters = false;
  bool has_digits = false;
  CharClass before = CharClass::separator;  // the sign between it and the previous part
};

// A unit of a compound that is indexed; units get neighbouring positions.
struct Unit {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t folded_start = 0;
  std::uint32_t folded_end = 0;
  bool has_letters = false;
  bool held = false;  // follows a hyphen or apostrophe: has a joined spelling with the unit before
};

// Makes units from the parts of one compound. New spellings (us, 1234.5) are appended to `folded`.
void resolve_compound(const std::vector<Part>& parts, std::string& folded,
                      std::vector<Unit>& units);

}  // namespace newsindex
