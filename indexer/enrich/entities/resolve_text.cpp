// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/resolve_text.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "schema/digest.h"
#include "schema/text/characters.h"

namespace newsindex {
namespace {

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void append_space(std::string& key) {
  if (!key.empty() && key.back() != ' ') key.push_back(' ');
}

// What an ASCII character becomes in a key; 0 if it is dropped.
constexpr std::array<char, 128> key_characters() {
  std::array<char, 128> table{};
  table.fill(' ');
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<unsigned char>(c)] = c;
  for (char c = '0'; c <= '9'; ++c) table[static_cast<unsigned char>(c)] = c;
  for (char c = 'A'; c <= 'Z'; ++c)
    table[static_cast<unsigned char>(c)] = static_cast<char>(c + ('a' - 'A'));
  table['&'] = '&';
  for (const char c : {'.', '\'', '`'}) table[static_cast<unsigned char>(c)] = 0;
  return table;
}
constexpr std::array<char, 128> kKeyCharacters = key_characters();

// Writes the key of a name in ASCII, which is not longer than the name. Returns its length.
std::size_t write_ascii_key(std::string_view name, char* key) {
  std::size_t size = 0;
  for (const char c : name) {
    const char written = kKeyCharacters[static_cast<unsigned char>(c)];
    const bool second_space = written == ' ' && (size == 0 || key[size - 1] == ' ');
    key[size] = written;
    size += written != 0 && !second_space;
  }
  while (size > 0 && key[size - 1] == ' ') --size;
  return size;
}

void append_ascii(std::string& key, char c) {
  const char written = kKeyCharacters[static_cast<unsigned char>(c)];
  if (written == ' ') return append_space(key);
  if (written != 0) key.push_back(written);
}

bool is_combining_accent(char32_t c) { return c >= 0x300 && c <= 0x36f; }

void append_character(std::string& key, char32_t c) {
  if (c < 0x80) return append_ascii(key, static_cast<char>(c));
  thread_local Characters characters;
  const Character& character = characters[c];
  switch (character.char_class) {
    case CharClass::letter:
    case CharClass::digit:
    case CharClass::ideographic:
      if (!is_combining_accent(c)) key += character.folded_text();
      break;
    case CharClass::ignorable:
    case CharClass::apostrophe:
    case CharClass::dot: break;
    default:
      if (c != 0x2bb && c != 0x2bc && c != 0x2018) append_space(key);
  }
}

constexpr std::array<std::string_view, 6> kEdges{"\"", "“", "”", "‘", "(", "["};
constexpr std::array<std::string_view, 10> kEnds{"\"", "”", "“", "’", "'", ")", "]", ",", ";", ":"};

bool cut_front(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

bool cut_back(std::string_view& text, std::string_view what) {
  if (!text.ends_with(what) || text.size() == what.size()) return false;
  text.remove_suffix(what.size());
  return true;
}

bool cut_possessive(std::string_view& text) {
  return cut_back(text, "'s") || cut_back(text, "’s") || cut_back(text, "'S") ||
         cut_back(text, "’S");
}

bool cut_space(std::string_view& text) {
  const std::size_t size = text.size();
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text.size() != size;
}

bool cut_article(std::string_view& text) {
  if (text.size() < 5 || text[3] > ' ' || text[3] < 0) return false;
  if (!text.starts_with("the") && !text.starts_with("The") && !text.starts_with("THE"))
    return false;
  text.remove_prefix(4);
  return true;
}

// A bracket that belongs to the name stays: "Jiji Press (Tokyo)".
bool cut_marks(std::string_view& text) {
  for (std::string_view edge : kEdges)
    if (text.size() > edge.size() && cut_front(text, edge)) return true;
  const bool bracketed = text.find('(') != std::string_view::npos;
  for (std::string_view end : kEnds) {
    if (end == ")" && bracketed) continue;
    if (cut_back(text, end)) return true;
  }
  return false;
}

bool is_ascii_word(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }

// True only if core_of cuts nothing off the text; false means that it may.
bool is_bare(std::string_view text) {
  if (text.size() < 2 || !is_ascii_word(text.front()) || !is_ascii_word(text.back())) return false;
  const bool possessive = (text.back() | 0x20) == 's' && !is_ascii_word(text[text.size() - 2]);
  const bool article = (text.front() | 0x20) == 't' && text.size() > 4 && text[3] <= ' ';
  return !possessive && !article;
}

std::string_view core_of(std::string_view text) {
  if (is_bare(text)) return text;
  while (cut_space(text) || cut_possessive(text) || cut_marks(text) || cut_article(text)) {
  }
  return text;
}

bool is_numeral(std::string_view word) {
  return word.find_first_not_of("IVX") == std::string_view::npos;
}

// Words without a vowel and most words with full stops are initials.
bool is_initials(std::string_view word) {
  if (word.find('.') != std::string_view::npos)
    return word.find_first_of("AEIOUY") == 0 || word.size() <= 4;
  return word.size() <= 4 && word.find_first_of("AEIOUY") == std::string_view::npos;
}

char32_t lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

// After a hyphen, a short part is written small ("Geun-hye"), a longer one with a capital
// ("Jean-Claude"). The length decides rightly often enough.
bool small_after_hyphen(std::string_view rest) {
  return rest.substr(0, rest.find('-')).size() <= 3;
}

std::string capitalised(std::string_view word) {
  std::string out;
  bool upper = true;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_character(word, at);
    append_utf8(out, upper ? c : lower(c));
    const bool apostrophe = (c == '\'' || c == 0x2019) && out.size() <= 4;
    upper =
        apostrophe || c == '.' || c == '&' || (c == '-' && !small_after_hyphen(word.substr(at)));
  }
  if (out.size() > 3 && out.starts_with("Mc") && is_ascii_letter(out[2]))
    out[2] = static_cast<char>(out[2] - ('a' - 'A'));
  return out;
}

std::string readable_word(std::string_view word, bool first, const NameWords& words) {
  std::string small = name_key(word);
  if (!first && words.is(WordKind::small_word, small)) return small;
  if ((!first && is_numeral(word)) || is_initials(word)) return std::string(word);
  return capitalised(word);
}

}  // namespace

std::string name_key(std::string_view name) {
  name = core_of(name);
  std::string key;
  if (is_ascii(name)) {
    key.resize(name.size());
    key.resize(write_ascii_key(name, key.data()));
    return key;
  }
  key.reserve(name.size() + 4);
  for (std::size_t at = 0; at < name.size();) append_character(key, next_character(name, at));
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

std::uint64_t name_key_digest(std::string_view name) {
  std::array<char, 64> key;
  const std::string_view core = core_of(name);
  if (core.size() > key.size() || !is_ascii(core)) return digest64(name_key(core));
  return digest64({key.data(), write_ascii_key(core, key.data())});
}

std::string tidy_name(std::string_view written) {
  std::string out;
  for (char c : core_of(written)) {
    if (static_cast<unsigned char>(c) > ' ') {
      out.push_back(c);
    } else {
      append_space(out);
    }
  }
  return out;
}

bool has_small_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (c < 0x80 ? (c >= 'a' && c <= 'z') : u_islower(static_cast<UChar32>(c)) != 0) return true;
  }
  return false;
}

std::string readable_name(std::string_view capitals, bool acronyms, const NameWords& words) {
  const bool single = capitals.find(' ') == std::string_view::npos;
  if (single && acronyms && capitals.size() <= 5) return std::string(capitals);
  std::string out;
  while (!capitals.empty()) {
    const std::size_t size = std::min(capitals.find(' '), capitals.size());
    const std::string_view word = capitals.substr(0, size);
    if (!out.empty()) out.push_back(' ');
    out += readable_word(word, out.empty(), words);
    capitals.remove_prefix(std::min(size + 1, capitals.size()));
  }
  return out;
}

}  // namespace newsindex
