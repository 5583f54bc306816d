// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/blocks/page_blocks.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "indexer/extract/dates/dates_names.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

// The widths that people wrap lines to, and how much shorter a full line may be, all in bytes.
constexpr std::size_t kWidestWrap = 110;
constexpr std::size_t kNarrowestWrap = 45;
constexpr std::size_t kRaggedness = 16;

bool is_space(UChar32 c) { return u_isUWhiteSpace(c) || c == 0x200B || c == 0xFEFF; }

// Soft hyphens and marks of no width, which stand where a browser may break a word.
bool is_invisible(UChar32 c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

// The text with single spaces, none at its ends, and without invisible marks.
std::string normalised(std::string_view text) {
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::UnicodeString kept;
  bool space = false;
  for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
    const UChar32 c = source.char32At(i);
    if (is_space(c)) {
      space = true;
      continue;
    }
    if (is_invisible(c)) continue;
    if (space && !kept.isEmpty()) kept.append(UChar32{' '});
    space = false;
    kept.append(c);
  }
  std::string utf8;
  return kept.toUTF8String(utf8);
}

bool is_ascii_plain(std::string_view text) {
  char before = ' ';
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80 || (c < ' ') || (c == ' ' && before == ' '))
      return false;
    before = c;
  }
  return before != ' ';
}

bool is_stop(UChar32 c) {
  constexpr std::array<UChar32, 9> kStops{'.',    '!',    '?',   0x2026, 0x3002,
                                          0xFF01, 0xFF1F, 0x61F, 0x964};
  return std::ranges::find(kStops, c) != kStops.end();
}

bool is_comma(UChar32 c) {
  return c == ',' || c == 0x3001 || c == 0xFF0C || c == ';' || c == 0x60C;
}

// What may stand after the full stop of a sentence: quotes and brackets.
bool is_closing(UChar32 c) {
  const auto type = u_charType(c);
  return c == '"' || c == '\'' || type == U_FINAL_PUNCTUATION || type == U_END_PUNCTUATION ||
         type == U_INITIAL_PUNCTUATION || c == 0x201E || c == ' ';
}

bool is_unspaced_script(UChar32 c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xE00 && c <= 0xE7F);
}

void measure(const icu::UnicodeString& text, PageBlock& block) {
  std::size_t unspaced = 0;
  bool in_word = false;
  const auto next = [&](std::int32_t i) {
    const std::int32_t after = text.moveIndex32(i, 1);
    return after < text.length() ? text.char32At(after) : UChar32{' '};
  };
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool letter = u_isalnum(c) != 0;
    if (letter && !in_word) ++block.words;
    in_word = letter || (in_word && (c == '\'' || c == 0x2019 || c == '-'));
    if (is_unspaced_script(c)) ++unspaced;
    if (is_comma(c)) ++block.commas;
    if (is_stop(c) && (c >= 0x80 || is_closing(next(i)))) ++block.stops;
    ++block.weight;
  }
  block.weight += unspaced * 3 / 2;
  block.words = std::max(block.words, unspaced / 2);
}

bool ends_sentence(const icu::UnicodeString& text) {
  std::int32_t i = text.length();
  while (i > 0) {
    i = text.moveIndex32(i, -1);
    const UChar32 c = text.char32At(i);
    if (is_stop(c)) return true;
    if (!is_closing(c)) return false;
  }
  return false;
}

// The letters of a folded text, with one space for all that stands between them.
std::string only_letters(std::string_view folded) {
  std::string letters;
  bool gap = false;
  for (const char c : folded) {
    const bool letter = is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
    if (!letter) {
      gap = true;
      continue;
    }
    if (gap && !letters.empty()) letters += ' ';
    gap = false;
    letters += c;
  }
  return letters;
}

// Removes "## " from a heading, and notes the "* " or "• " of a list entry, which stays.
void take_marks(std::string& text, PageBlock& block) {
  const std::size_t hashes = text.find_first_not_of('#');
  if (hashes != std::string::npos && hashes > 0 && hashes <= 6 && text[hashes] == ' ') {
    block.heading = true;
    text.erase(0, hashes + 1);
  }
  for (const std::string_view bullet : {"* ", "• ", "- ", "+ ", "▪ ", "‣ ", "◦ "}) {
    block.bullet = block.bullet || text.starts_with(bullet);
  }
}

std::vector<std::string_view> lines_of(std::string_view page) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t end = std::min(page.find('\n', at), page.size());
    std::string_view line = page.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\v\f\xC2\xA0") == std::string_view::npos;
}

std::size_t widest(const std::vector<std::string_view>& lines) {
  std::size_t width = 0;
  for (const std::string_view line : lines) width = std::max(width, line.size());
  return width;
}

bool is_full(std::string_view line, std::size_t width) {
  return line.size() + kRaggedness >= width;
}

bool starts_small(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return false;
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(line.data() + first,
                       static_cast<std::int32_t>(std::min<std::size_t>(4, line.size() - first))));
  return u_islower(text.char32At(0)) != 0;
}

// True if lines without an empty line between them were wrapped to a width: most are about as wide
// as the widest, none is wider than kWidestWrap, and some continue in the middle of a sentence.
bool is_wrapped(const std::vector<std::string_view>& lines) {
  const std::size_t width = widest(lines);
  if (lines.size() < 2 || width > kWidestWrap || width < kNarrowestWrap) return false;
  std::size_t full = 0;
  std::size_t small = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!is_full(lines[i], width)) continue;
    ++full;
    if (starts_small(lines[i + 1])) ++small;
  }
  return full * 2 + 2 >= lines.size() && small > 0 && small * 4 >= full;
}

void add_block(std::string_view text, std::vector<PageBlock>& blocks) {
  PageBlock block = make_block(text);
  if (!block.text.empty()) blocks.push_back(std::move(block));
}

// Adds lines without an empty line between them: wrapped lines as paragraphs, others as a block
// each.
void add_lines(const std::vector<std::string_view>& lines, std::vector<PageBlock>& blocks) {
  if (!is_wrapped(lines)) {
    for (const std::string_view line : lines) add_block(line, blocks);
    return;
  }
  const std::size_t width = widest(lines);
  std::string paragraph;
  for (const std::string_view line : lines) {
    paragraph.append(line).append(" ");
    if (is_full(line, width)) continue;
    add_block(paragraph, blocks);
    paragraph.clear();
  }
  add_block(paragraph, blocks);
}

}  // namespace

PageBlock make_block(std::string_view text) {
  PageBlock block;
  block.text = is_ascii_plain(text) ? std::string(text) : normalised(text);
  take_marks(block.text, block);
  const auto utf16 = icu::UnicodeString::fromUTF8(block.text);
  measure(utf16, block);
  block.sentence = ends_sentence(utf16);
  block.folded = folded_name(block.text);
  block.letters = only_letters(block.folded);
  return block;
}

std::vector<PageBlock> cut_into_blocks(std::string_view page) {
  std::vector<PageBlock> blocks;
  std::vector<std::string_view> together;
  for (const std::string_view line : lines_of(page)) {
    if (!is_blank(line)) {
      together.push_back(line);
      continue;
    }
    add_lines(together, blocks);
    together.clear();
  }
  add_lines(together, blocks);
  return blocks;
}

}  // namespace newsindex
