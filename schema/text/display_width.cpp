// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/display_width.h"

#include <unicode/uchar.h>

#include "schema/text/characters.h"

namespace newsindex {

std::size_t columns_of(char32_t character) {
  constexpr char32_t kFirstThatDiffers = 0x300;
  if (character < kFirstThatDiffers) return 1;
  const auto code = static_cast<UChar32>(character);
  constexpr unsigned kJoins = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  if ((U_GET_GC_MASK(code) & kJoins) != 0) return 0;
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) columns += columns_of(next_character(text, at));
  return columns;
}

}  // namespace newsindex
