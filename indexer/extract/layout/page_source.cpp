// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/layout/page_source.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/layout/page_front.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/rule_words.h"
#include "schema/text/ascii.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostNameWords = 7;
constexpr std::size_t kLongestDateline = 90;
// Where addresses and keywords are looked for.
constexpr std::size_t kLinesFromEdge = 6;
constexpr std::size_t kLinesAfterArticle = 12;

// "2023", "2001–2020", "2023,", "1996-2023".
bool is_years(std::string_view word) {
  if (word.size() < 4 || !std::ranges::all_of(word.substr(0, 4), is_digit)) return false;
  return std::ranges::none_of(word, is_letter);
}

bool is_copyright_word(std::string_view word) {
  static const WordSet& words = page_words("copyright");
  return words.contains(folded_name(word));
}

// True for words about rights, which follow a name.
bool ends_name(std::string_view word) {
  static const WordSet& words = page_words("rights");
  return words.contains(folded_name(word));
}

std::string without_marks(std::string name) {
  while (!name.empty() && std::string_view(".,;:|-").find(name.back()) != std::string_view::npos) {
    name.pop_back();
  }
  return name;
}

bool is_capital(std::string_view word) {
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(
      word.data(), static_cast<std::int32_t>(std::min<std::size_t>(word.size(), 8))));
  return u_isUUppercase(text.char32At(0)) != 0;
}

// "Source: https://example.org/a" -> the address.
std::string_view address_in(std::string_view line) {
  const std::size_t start = std::min(line.find("https://"), line.find("http://"));
  if (start == std::string_view::npos || line.find(' ', start) != std::string_view::npos) return {};
  const std::string_view before = line.substr(0, start);
  const bool labelled = before.ends_with(": ") && before.size() <= 20;
  return before.empty() || labelled ? line.substr(start) : std::string_view();
}

std::string_view after_colon(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
}

}  // namespace

std::string copyright_name(std::string_view line) {
  const std::string folded = folded_name(line);
  if (folded.find("©") == std::string::npos && !folded.starts_with("copyright") &&
      !folded.starts_with("(c)")) {
    return {};
  }
  bool year = false;
  std::string name;
  std::size_t count = 0;
  for (const std::string_view word : words_of(line)) {
    const bool years = is_years(word);
    year = year || years;
    if (years || is_copyright_word(word)) {
      if (!name.empty()) break;
      continue;
    }
    if (ends_name(word) || ++count > kMostNameWords) break;
    name += (name.empty() ? "" : " ") + std::string(word);
    if (word.size() > 3 && word.ends_with('.')) break;
  }
  name = without_marks(std::move(name));
  return year && count <= kMostNameWords && !name.empty() && is_capital(name) ? name
                                                                              : std::string();
}

std::string_view dateline_of(std::string_view paragraph) {
  constexpr std::array<std::string_view, 4> kDashes{" - ", " – ", " — ", " -- "};
  std::size_t end = std::string_view::npos;
  for (const std::string_view dash : kDashes) end = std::min(end, paragraph.find(dash));
  if (end == std::string_view::npos || end > kLongestDateline) return {};
  const std::string_view dateline = paragraph.substr(0, end);
  const bool place = std::ranges::all_of(dateline.substr(0, 3), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || c == ' ' || is_upper(c);
  });
  return place || dateline.ends_with(')') ? dateline : std::string_view();
}

std::string dateline_agency(std::string_view paragraph) {
  paragraph = paragraph.substr(0, dateline_of(paragraph).size());
  const std::size_t open = paragraph.find('(');
  if (open == std::string_view::npos || open == 0 || !paragraph.ends_with(')')) return {};
  const std::string_view agency = paragraph.substr(open + 1, paragraph.size() - open - 2);
  const auto words = words_of(agency);
  const bool name = !words.empty() && words.size() <= 3 && std::ranges::all_of(words, is_capital);
  return name ? std::string(agency) : std::string();
}

std::string page_address(std::span<const PageBlock> blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i >= kLinesFromEdge && i + kLinesFromEdge < blocks.size()) continue;
    const std::string_view address = address_in(blocks[i].text);
    if (!host_of(address).empty()) return std::string(address);
  }
  return {};
}

std::vector<std::string> page_keywords(std::span<const PageBlock> blocks,
                                       std::span<const BlockKind> kinds, const PageRegion& region) {
  const std::size_t end = std::min(region.end + kLinesAfterArticle, blocks.size());
  for (std::size_t i = region.begin; i < end; ++i) {
    if (kinds[i] != BlockKind::keywords) continue;
    auto keywords = front_list(after_colon(blocks[i].text));
    if (!keywords.empty()) return keywords;
  }
  return {};
}

}  // namespace newsindex
