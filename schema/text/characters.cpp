// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/characters.h"

#include <algorithm>
#include <array>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "schema/text/icu_error.h"

namespace newsindex {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// ICU's normalizers live as long as the program and are created on first use.
const icu::Normalizer2& normalizer(const char* name, UNormalization2Mode mode) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* found = icu::Normalizer2::getInstance(nullptr, name, mode, error);
  check_icu(error);
  return *found;
}

const icu::Normalizer2& case_folding() {
  static const icu::Normalizer2& instance = normalizer("nfkc_cf", UNORM2_COMPOSE);
  return instance;
}

const icu::Normalizer2& decomposition() {
  static const icu::Normalizer2& instance = normalizer("nfc", UNORM2_DECOMPOSE);
  return instance;
}

struct Replacement {
  char32_t from;
  std::string_view to;
};
// Letters that Unicode does not decompose, although readers type these replacements.
constexpr std::array kPlainLetters{
    Replacement{U'ø', "o"},  Replacement{U'ł', "l"},  Replacement{U'đ', "d"},
    Replacement{U'ð', "d"},  Replacement{U'þ', "th"}, Replacement{U'æ', "ae"},
    Replacement{U'œ', "oe"}, Replacement{U'ħ', "h"},  Replacement{U'ı', "i"},
    Replacement{U'ŧ', "t"},  Replacement{U'ŋ', "n"},
};

UScriptCode script_of(char32_t character) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(character), &error);
}

bool loses_accents(UScriptCode script) {
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_ARABIC ||
         script == USCRIPT_HEBREW;
}

// True for marks that are dropped in Cyrillic: grave and acute, on stressed vowels (ё is handled in
// append_cyrillic). The marks of й, ў and ї stay.
bool is_dropped_from_cyrillic(char32_t mark) {
  constexpr char32_t kGrave = 0x300, kAcute = 0x301;
  return mark == kGrave || mark == kAcute;
}

bool is_mark(char32_t character) {
  return (U_GET_GC_MASK(static_cast<UChar32>(character)) & U_GC_MN_MASK) != 0;
}

void append_plain(std::string& out, char32_t character) {
  for (const Replacement& each : kPlainLetters) {
    if (each.from == character) {
      out += each.to;
      return;
    }
  }
  append_utf8(out, character);
}

void append_without_accents(std::string& out, char32_t character) {
  icu::UnicodeString parts;
  if (!decomposition().getDecomposition(static_cast<UChar32>(character), parts)) {
    append_plain(out, character);
    return;
  }
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const auto part = static_cast<char32_t>(parts.char32At(i));
    if (!is_mark(part)) append_plain(out, part);
  }
}

void append_cyrillic(std::string& out, char32_t character) {
  constexpr char32_t kYo = U'ё', kYe = U'е';
  if (character == kYo) return append_utf8(out, kYe);
  icu::UnicodeString parts;
  if (decomposition().getDecomposition(static_cast<UChar32>(character), parts) &&
      is_dropped_from_cyrillic(static_cast<char32_t>(parts.char32At(parts.length() - 1))))
    return append_utf8(out, static_cast<char32_t>(parts.char32At(0)));
  append_utf8(out, character);
}

// Appends a character, already case-folded and composed, without its accents. `last` is the script
// of the last letter, to which a separate mark belongs.
void append_stripped(std::string& out, char32_t character, UScriptCode& last) {
  constexpr char32_t kTatweel = 0x640;
  if (character == kTatweel) return;
  const UScriptCode script = script_of(character);
  if (is_mark(character)) {
    const UScriptCode owner = script == USCRIPT_INHERITED ? last : script;
    const bool dropped =
        loses_accents(owner) || (owner == USCRIPT_CYRILLIC && is_dropped_from_cyrillic(character));
    if (!dropped) append_utf8(out, character);
    return;
  }
  last = script;
  if (script == USCRIPT_CYRILLIC) return append_cyrillic(out, character);
  if (loses_accents(script)) return append_without_accents(out, character);
  append_utf8(out, character);
}

void append_folded_units(std::string& out, const icu::UnicodeString& text) {
  const UErrorCode fine = U_ZERO_ERROR;
  UErrorCode error = fine;
  const icu::UnicodeString folded = case_folding().normalize(text, error);
  check_icu(error);
  UScriptCode last = USCRIPT_COMMON;
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
    append_stripped(out, static_cast<char32_t>(folded.char32At(i)), last);
}

std::string folded_by_icu(char32_t character) {
  std::string out;
  append_folded_units(out, icu::UnicodeString(static_cast<UChar32>(character)));
  return out;
}

bool is_ideographic_script(UScriptCode script) {
  switch (script) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR: return true;
    default: return false;
  }
}

bool is_small_digit(char32_t character) {  // m², CO₂
  return character == 0xB2 || character == 0xB3 || character == 0xB9 ||
         (character >= 0x2070 && character <= 0x2089);
}

CharClass class_by_icu(char32_t character) {
  const auto unit = static_cast<UChar32>(character);
  constexpr char32_t kKanaLengthMark = 0x30FC, kHalfWidthLengthMark = 0xFF70;
  constexpr char32_t kZeroWidthSpace = 0x200B;
  if (character == kZeroWidthSpace) return CharClass::separator;
  if (u_hasBinaryProperty(unit, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return CharClass::ignorable;
  if (character == kKanaLengthMark || character == kHalfWidthLengthMark)
    return CharClass::ideographic;
  const std::uint32_t category = U_GET_GC_MASK(unit);
  const bool is_word = (category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0;
  if (is_word && is_ideographic_script(script_of(character))) return CharClass::ideographic;
  if (category & U_GC_ND_MASK || is_small_digit(character)) return CharClass::digit;
  return is_word ? CharClass::letter : CharClass::separator;
}

CharClass punctuation_class(char32_t character, CharClass otherwise) {
  switch (character) {
    case U'\'':
    case U'’':
    case U'ʼ':
    case U'＇': return CharClass::apostrophe;
    case U'-':
    case U'‐':
    case U'‑': return CharClass::hyphen;
    case U'.':
    case U'．': return CharClass::dot;
    case U',': return CharClass::comma;
    case U'&':
    case U'＆': return CharClass::ampersand;
    default: return otherwise;
  }
}

bool combines(char32_t character) {
  constexpr char32_t kFirstMark = 0x300;
  if (character < kFirstMark) return false;
  const bool is_jamo = character >= 0x1100 && character <= 0x11FF;
  return is_jamo || (U_GET_GC_MASK(static_cast<UChar32>(character)) & U_GC_M_MASK) != 0;
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    ++at;
    return byte;
  }
  auto offset = static_cast<int32_t>(at);
  UChar32 character = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), offset,
          static_cast<int32_t>(text.size()), character);
  if (character < 0) {
    ++at;
    return kReplacement;
  }
  at = static_cast<std::size_t>(offset);
  return static_cast<char32_t>(character);
}

void append_utf8(std::string& out, char32_t character) {
  std::array<std::uint8_t, 4> bytes{};
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, character);
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

const Character& Characters::beyond_table(char32_t character) {
  beyond_ = look_up(character);
  return beyond_;
}

Character Characters::look_up(char32_t character) {
  Character entry;
  entry.is_known = true;
  entry.char_class = punctuation_class(character, class_by_icu(character));
  const bool is_word = entry.char_class == CharClass::letter ||
                       entry.char_class == CharClass::digit ||
                       entry.char_class == CharClass::ideographic;
  if (!is_word) return entry;
  entry.combines = combines(character);
  const std::string folded = folded_by_icu(character);
  // Longer forms are cut off: only a few characters have one (ligatures of whole Arabic phrases),
  // and they do not occur in news.
  entry.size = static_cast<std::uint8_t>(std::min(folded.size(), entry.folded.size()));
  std::copy_n(folded.begin(), entry.size, entry.folded.begin());
  return entry;
}

void append_folded_word(std::string& out, std::string_view word) {
  append_folded_units(out, icu::UnicodeString::fromUTF8(
                               icu::StringPiece(word.data(), static_cast<int32_t>(word.size()))));
}

}  // namespace newsindex
