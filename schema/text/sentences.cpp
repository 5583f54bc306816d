// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/sentences.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "schema/text/ascii.h"
#include "schema/text/utf8_breaks.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

// Abbreviations without their dots, sorted. Those that are also words are left out ("no", "fig",
// "mar").
constexpr std::array kAbbreviations{
#include "schema/text/abbreviations.inc"
};
static_assert(std::is_sorted(kAbbreviations.begin(), kAbbreviations.end()));

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// "J", "U.S", "D.C".
bool is_of_initials(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i)
    if ((i % 2 == 0) != is_letter(word[i]) || (i % 2 == 1 && word[i] != '.')) return false;
  return word.size() % 2 == 1;
}

}  // namespace

bool ends_with_abbreviation(std::string_view text, std::string_view rest) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  if (!text.ends_with('.')) return false;
  text.remove_suffix(1);
  std::size_t start = text.size();
  while (start > 0 && (is_letter(text[start - 1]) || text[start - 1] == '.')) --start;
  const bool is_whole = start == 0 || static_cast<unsigned char>(text[start - 1]) < 0x80;
  std::string word(text.substr(start));
  if (word.empty() || word.size() > 6 || !is_whole) return false;
  if (is_of_initials(word)) return true;
  for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (word == "no" && !rest.empty()) return std::isdigit(static_cast<unsigned char>(rest.front()));
  return std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), word);
}

struct SentenceStarts::Iterator {
  explicit Iterator(const std::string& language) : breaks(made(language)) {}

  static std::unique_ptr<icu::BreakIterator> made(const std::string& language) {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> sentences(
        icu::BreakIterator::createSentenceInstance(icu::Locale(language.c_str()), error));
    check_icu(error);
    return sentences;
  }

  Utf8Breaks breaks;
};

SentenceStarts::SentenceStarts(std::string_view language) : language_(language) {}
SentenceStarts::~SentenceStarts() = default;
SentenceStarts::SentenceStarts(SentenceStarts&&) noexcept = default;
SentenceStarts& SentenceStarts::operator=(SentenceStarts&&) noexcept = default;

const std::vector<std::uint32_t>& SentenceStarts::find(std::string_view text) {
  if (!iterator_) iterator_ = std::make_unique<Iterator>(language_);
  starts_ = {0};
  icu::BreakIterator& sentences = iterator_->breaks.of(text);
  sentences.first();
  for (int32_t at = sentences.next(); at != icu::BreakIterator::DONE; at = sentences.next()) {
    const auto start = static_cast<std::uint32_t>(at);
    if (start >= text.size()) break;
    const bool begins_line = text[start - 1] == '\n';
    if (!begins_line && std::islower(static_cast<unsigned char>(text[start])) != 0) continue;
    if (begins_line || !ends_with_abbreviation(text.substr(0, start), text.substr(start)))
      starts_.push_back(start);
  }
  return starts_;
}

}  // namespace newsindex
