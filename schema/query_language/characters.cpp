// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/characters.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace newsindex {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// " « » “ ” „ ‟ and the full-width ".
constexpr std::array<char32_t, 8> kQuotes{0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0xFF02};

// Zero-width space, direction marks, word joiner, byte order mark.
constexpr std::array<char32_t, 5> kInvisible{0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF};

bool in(auto& codes, char32_t code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::uint32_t category(char32_t code) { return U_GET_GC_MASK(static_cast<UChar32>(code)); }

// The code point at `at`, negative when malformed; moves `at` past it.
UChar32 next(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 code = 0;
  U8_NEXT(bytes, at, text.size(), code);
  return code;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  const UChar32 code = next(text, end);
  return {code < 0 ? kReplacement : static_cast<char32_t>(code), end - at};
}

std::optional<std::size_t> first_malformed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (next(text, at) < 0) return start;
  }
  return std::nullopt;
}

bool is_blank(char32_t code) {
  if (code < 0x80) return code <= ' ' || code == 0x7F;
  return u_isUWhiteSpace(static_cast<UChar32>(code)) || (category(code) & U_GC_CC_MASK) != 0 ||
         in(kInvisible, code);
}

bool is_quote(char32_t code) { return in(kQuotes, code); }

bool is_letter(char32_t code) { return (category(code) & U_GC_L_MASK) != 0; }

bool is_searchable(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = code_point_at(text, at);
    if ((category(code) & (U_GC_L_MASK | U_GC_N_MASK)) != 0) return true;
    at += size;
  }
  return false;
}

std::size_t columns(char32_t code) {
  if (code < 0x80) return 1;
  const auto width = static_cast<UEastAsianWidth>(
      u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_EAST_ASIAN_WIDTH));
  if ((category(code) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace newsindex
