// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/analyzer.h"

#include <array>
#include <vector>

#include "schema/text/characters.h"
#include "schema/text/compound.h"
#include "schema/text/dictionary_breaks.h"

namespace newsindex {
namespace {

constexpr std::array<CharClass, 128> make_ascii_table() {
  std::array<CharClass, 128> table{};
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<unsigned char>(c)] = CharClass::letter;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<unsigned char>(c)] = CharClass::letter;
  for (char c = '0'; c <= '9'; ++c) table[static_cast<unsigned char>(c)] = CharClass::digit;
  table['\''] = CharClass::apostrophe;
  table['-'] = CharClass::hyphen;
  table['.'] = CharClass::dot;
  table[','] = CharClass::comma;
  table['&'] = CharClass::ampersand;
  return table;
}
constexpr std::array<CharClass, 128> kAscii = make_ascii_table();

constexpr unsigned kLetterKind = 1;
constexpr unsigned kDigitKind = 2;

// The kind of each byte: ASCII letter, ASCII digit, or 0 for all other bytes.
constexpr std::array<std::uint8_t, 256> make_word_kinds() {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t byte = 0; byte < kAscii.size(); ++byte) {
    if (kAscii[byte] == CharClass::letter) kinds[byte] = kLetterKind;
    if (kAscii[byte] == CharClass::digit) kinds[byte] = kDigitKind;
  }
  return kinds;
}
constexpr std::array<std::uint8_t, 256> kWordKinds = make_word_kinds();

constexpr bool is_connector(CharClass c) {
  return c == CharClass::apostrophe || c == CharClass::hyphen || c == CharClass::dot ||
         c == CharClass::comma || c == CharClass::ampersand;
}

constexpr std::size_t kMostJoinedUnits = 4;

// The term of a token as offsets, because the folded text moves while it grows.
struct Found {
  std::uint32_t folded_start;
  std::uint32_t folded_end;
};

}  // namespace

struct Analyzer::State {
  Characters characters;
  DictionaryBreaks breaks;
  std::string_view text;
  std::string folded;
  std::vector<Part> parts;
  std::vector<Unit> units;
  std::vector<Found> found;
  std::vector<Token> tokens;
  std::uint32_t position = 0;

  void analyze() {
    folded.resize(text.size());
    constexpr char kSmall = 0x20;  // digits have this bit already; changed signs are never read
    for (std::size_t i = 0; i < text.size(); ++i) folded[i] = static_cast<char>(text[i] | kSmall);
    std::size_t at = 0;
    while (at < text.size()) {
      const CharClass found_class = class_at(at);
      if (found_class == CharClass::letter || found_class == CharClass::digit)
        take_compound(at);
      else if (found_class == CharClass::ideographic)
        take_ideographs(at);
      else
        skip(at);
    }
    for (std::size_t i = 0; i < tokens.size(); ++i)
      tokens[i].term = std::string_view(folded).substr(found[i].folded_start,
                                                       found[i].folded_end - found[i].folded_start);
  }

  CharClass class_at(std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return kAscii[byte];
    return characters[next_character(text, at)].char_class;
  }

  void skip(std::size_t& at) const {
    if (static_cast<unsigned char>(text[at]) < 0x80)
      ++at;
    else
      next_character(text, at);
  }

  // Reads a run of letters and digits from `at`, up to a sign, a separator or an ideograph. For
  // ASCII, the folded form is at the same place in `folded`, which begins with the text in lower
  // case.
  Part take_run(std::size_t& at) {
    Part part;
    part.start = static_cast<std::uint32_t>(at);
    part.folded_start = part.start;
    take_ascii(at, part);
    part.end = static_cast<std::uint32_t>(at);
    part.folded_end = part.end;
    if (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) take_other(at, part);
    return part;
  }

  void take_ascii(std::size_t& at, Part& part) const {
    unsigned kinds = 0;
    std::size_t end = at;
    for (; end < text.size(); ++end) {
      const unsigned kind = kWordKinds[static_cast<unsigned char>(text[end])];
      if (kind == 0) break;
      kinds |= kind;
    }
    part.characters += static_cast<std::uint32_t>(end - at);
    part.has_letters |= (kinds & kLetterKind) != 0;
    part.has_digits |= (kinds & kDigitKind) != 0;
    at = end;
  }

  // Reads the rest of a run from its first character that is not ASCII.
  void take_other(std::size_t& at, Part& part) {
    const std::uint32_t before = part.folded_start;
    part.folded_start = static_cast<std::uint32_t>(folded.size());
    folded.append(folded, before, at - part.start);
    bool combines = false;
    while (at < text.size()) {
      if (static_cast<unsigned char>(text[at]) < 0x80) {
        const std::size_t start = at;
        take_ascii(at, part);
        if (at == start) break;
        folded.append(folded, start, at - start);
        continue;
      }
      std::size_t next = at;
      const Character& c = characters[next_character(text, next)];
      const bool is_word = c.char_class == CharClass::letter || c.char_class == CharClass::digit;
      if (!is_word && c.char_class != CharClass::ignorable) break;
      if (is_word) note(part, c.char_class);
      combines = combines || c.combines;
      folded += c.folded_text();
      at = next;
    }
    part.end = static_cast<std::uint32_t>(at);
    if (combines) fold_again(part);
    part.folded_end = static_cast<std::uint32_t>(folded.size());
  }

  static void note(Part& part, CharClass c) {
    ++part.characters;
    part.has_letters |= c == CharClass::letter;
    part.has_digits |= c == CharClass::digit;
  }

  void fold_again(const Part& part) {
    folded.resize(part.folded_start);
    append_folded_word(folded, text.substr(part.start, part.end - part.start));
  }

  // Returns the sign at `at` if it joins the word before it to a word after it, and moves `at` past
  // it; otherwise `separator`.
  CharClass take_connector(std::size_t& at) {
    if (at >= text.size()) return CharClass::separator;
    const CharClass sign = class_at(at);
    if (!is_connector(sign)) return CharClass::separator;
    std::size_t next = at;
    skip(next);
    if (next >= text.size()) return CharClass::separator;
    const CharClass after = class_at(next);
    if (after != CharClass::letter && after != CharClass::digit) return CharClass::separator;
    at = next;
    return sign;
  }

  void take_compound(std::size_t& at) {
    const Part first = take_run(at);
    CharClass sign = take_connector(at);
    if (sign == CharClass::separator) {
      emit(first.start, first.end, first.folded_start, first.folded_end, position++, false);
      return;
    }
    parts.assign(1, first);
    for (; sign != CharClass::separator; sign = take_connector(at)) {
      parts.push_back(take_run(at));
      parts.back().before = sign;
    }
    resolve_compound(parts, folded, units);
    emit_units();
  }

  void emit_units() {
    for (std::size_t first = 0; first < units.size();) {
      std::size_t end = first + 1;
      while (end < units.size() && units[end].held) ++end;
      const std::uint32_t at = position;
      for (std::size_t i = first; i < end; ++i) {
        const Unit& unit = units[i];
        emit(unit.start, unit.end, unit.folded_start, unit.folded_end, position++, false);
        if (i == first) emit_joined(first, end, at);
      }
      first = end;
    }
  }

  // Adds antimissile for anti-missile. 5-year and 2023-04-02 get no such spelling.
  void emit_joined(std::size_t first, std::size_t end, std::uint32_t at) {
    const std::size_t count = end - first;
    if (count < 2 || count > kMostJoinedUnits || !units[first].has_letters) return;
    const auto start = static_cast<std::uint32_t>(folded.size());
    for (std::size_t i = first; i < end; ++i)
      folded.append(folded, units[i].folded_start, units[i].folded_end - units[i].folded_start);
    emit(units[first].start, units[end - 1].end, start, static_cast<std::uint32_t>(folded.size()),
         at, true);
  }

  void take_ideographs(std::size_t& at) {
    const std::size_t start = at;
    while (at < text.size()) {
      const CharClass c = class_at(at);
      if (c != CharClass::ideographic && c != CharClass::ignorable) break;
      skip(at);
    }
    const std::string_view run = text.substr(start, at - start);
    for (const auto& [word_start, word_end] : breaks.words(run)) {
      const auto folded_start = static_cast<std::uint32_t>(folded.size());
      append_folded_word(folded, run.substr(word_start, word_end - word_start));
      emit(static_cast<std::uint32_t>(start) + word_start,
           static_cast<std::uint32_t>(start) + word_end, folded_start,
           static_cast<std::uint32_t>(folded.size()), position++, false);
    }
  }

  void emit(std::uint32_t start, std::uint32_t end, std::uint32_t folded_start,
            std::uint32_t folded_end, std::uint32_t at, bool joined) {
    if (folded_end == folded_start || folded_end - folded_start > kMaxTokenBytes) return;
    found.push_back({folded_start, folded_end});
    tokens.push_back({{}, start, end, at, joined});
  }
};

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::span<const Token> Analyzer::analyze(std::string_view text) {
  State& state = *state_;
  state.text = text;
  state.folded.clear();
  state.found.clear();
  state.tokens.clear();
  state.position = 0;
  state.analyze();
  return state.tokens;
}

std::string folded_words(Analyzer& analyzer, std::string_view text) {
  std::string words;
  for (const Token& token : analyzer.analyze(text)) {
    if (token.joined) continue;
    if (!words.empty()) words += ' ';
    words += token.term;
  }
  return words;
}

}  // namespace newsindex
