// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/text/character_references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace newsindex {
namespace {

constexpr std::size_t kLongestName = 10;
constexpr std::size_t kLongestNumber = 20;

// The names of U+00A0 to U+00FF in order (HTML 4).
constexpr std::string_view kLatin1 =
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn "
    "sup2 "
    "sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute "
    "Acirc "
    "Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde "
    "Ograve "
    "Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave "
    "aacute "
    "acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth "
    "ntilde "
    "ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

struct NamedCharacter {
  std::string_view name;
  char32_t character;
};

constexpr std::array kOthers{
    NamedCharacter{"amp", U'&'},    NamedCharacter{"lt", U'<'},     NamedCharacter{"gt", U'>'},
    NamedCharacter{"quot", U'"'},   NamedCharacter{"apos", U'\''},  NamedCharacter{"ndash", U'–'},
    NamedCharacter{"mdash", U'—'},  NamedCharacter{"lsquo", U'‘'},  NamedCharacter{"rsquo", U'’'},
    NamedCharacter{"sbquo", U'‚'},  NamedCharacter{"ldquo", U'“'},  NamedCharacter{"rdquo", U'”'},
    NamedCharacter{"bdquo", U'„'},  NamedCharacter{"hellip", U'…'}, NamedCharacter{"bull", U'•'},
    NamedCharacter{"euro", U'€'},   NamedCharacter{"trade", U'™'},  NamedCharacter{"oelig", U'œ'},
    NamedCharacter{"OElig", U'Œ'},  NamedCharacter{"scaron", U'š'}, NamedCharacter{"Scaron", U'Š'},
    NamedCharacter{"lsaquo", U'‹'}, NamedCharacter{"rsaquo", U'›'}, NamedCharacter{"hyph", U'-'},
    NamedCharacter{"blank", U' '},  NamedCharacter{"ensp", U' '},   NamedCharacter{"emsp", U' '},
    NamedCharacter{"thinsp", U' '}, NamedCharacter{"dollar", U'$'}, NamedCharacter{"percnt", U'%'},
    NamedCharacter{"lsqb", U'['},   NamedCharacter{"rsqb", U']'},   NamedCharacter{"ast", U'*'},
};

using Names = std::unordered_map<std::string_view, char32_t>;

Names make_names() {
  Names names;
  char32_t character = 0xA0;
  for (std::string_view rest = kLatin1; !rest.empty(); ++character) {
    const std::string_view name = rest.substr(0, rest.find(' '));
    names.emplace(name, character);
    rest.remove_prefix(std::min(name.size() + 1, rest.size()));
  }
  for (const NamedCharacter& row : kOthers) names.emplace(row.name, row.character);
  return names;
}

constexpr char32_t kNone = 0xFFFFFFFF;
constexpr char32_t kReplacement = 0xFFFD;

char32_t by_name(std::string_view name) {
  static const Names names = make_names();
  const auto found = names.find(name);
  return found == names.end() ? kNone : found->second;
}

// "233" or "xE9"; U+FFFD for a number that is not a character.
char32_t by_number(std::string_view number) {
  const bool hexadecimal = number.starts_with('x') || number.starts_with('X');
  if (hexadecimal) number.remove_prefix(1);
  std::uint32_t value = 0;
  const char* const end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, value, hexadecimal ? 16 : 10);
  if (stop != end || error == std::errc::invalid_argument) return kNone;
  const bool is_one =
      error == std::errc() && value > 0 && value <= 0x10FFFF && !U_IS_SURROGATE(value);
  return is_one ? value : kReplacement;
}

// The reference at the beginning of the text: the part between "&" and ";". Empty if the ";" does
// not follow soon.
std::string_view reference_at(std::string_view text) {
  const std::size_t longest = text.substr(1, 1) == "#" ? kLongestNumber : kLongestName;
  const std::size_t end = text.substr(0, longest + 2).find(';');
  return end == std::string_view::npos || end < 2 ? std::string_view() : text.substr(1, end - 1);
}

bool is_printable(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 ? byte != 0x7F : c == '\n' || c == '\t';
}

void append_character(char32_t character, std::string& out) {
  if (character >= 0x80)
    icu::UnicodeString(static_cast<UChar32>(character)).toUTF8String(out);
  else if (is_printable(static_cast<char>(character)))
    out += static_cast<char>(character);
}

}  // namespace

std::size_t read_reference(std::string_view text, std::string& out) {
  const std::string_view reference = reference_at(text);
  char32_t character = kNone;
  if (!reference.empty())
    character = reference[0] == '#' ? by_number(reference.substr(1)) : by_name(reference);
  if (character == kNone) {
    out += '&';
    return 1;
  }
  append_character(character, out);
  return reference.size() + 2;
}

std::string with_characters_only(std::string text) {
  constexpr std::string_view kReplacementText = "\uFFFD";
  for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at))
    text.replace(at, 1, kReplacementText);
  for (std::size_t at = text.find("&#"); at != std::string::npos; at = text.find("&#", at + 1)) {
    const std::string_view reference = reference_at(std::string_view(text).substr(at));
    if (!reference.empty() && by_number(reference.substr(1)) == kReplacement)
      text.replace(at, reference.size() + 2, kReplacementText);
  }
  return text;
}

std::string decoded_references(std::string_view text) {
  std::string out;
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&')) {
    out += text.substr(0, at);
    text.remove_prefix(at);
    text.remove_prefix(read_reference(text, out));
  }
  return out.append(text);
}

void append_printable(std::string_view text, std::string& out) {
  if (std::all_of(text.begin(), text.end(), is_printable))
    out += text;
  else
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), is_printable);
}

}  // namespace newsindex
