// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/passages.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "query/search/word_lists.h"
#include "schema/text/ascii.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestWord = 40;  // bytes to search for the end of a word
constexpr std::size_t kLongLine = 160;    // bytes; a shorter line without a full stop is not prose
constexpr std::size_t kLongAnnouncement = 60;  // bytes of a line that ends with a colon

constexpr std::array kClosing{"\""sv, "'"sv, ")"sv, "]"sv,  "*"sv,  "”"sv, "’"sv,
                              "»"sv,  "“"sv, "›"sv, "」"sv, "』"sv, "）"sv};
constexpr std::array kEnding{"."sv,  "!"sv, "?"sv, "…"sv, ";"sv, "。"sv, "！"sv, "？"sv,
                             "；"sv, "।"sv, "؟"sv, "۔"sv, "։"sv, "።"sv,  "―"sv,  "—"sv};

template <class Marks>
std::size_t mark_at_end(std::string_view text, const Marks& marks) {
  for (const std::string_view mark : marks)
    if (text.ends_with(mark)) return mark.size();
  return 0;
}

// Scripts without a full stop: Thai, Lao, Myanmar, Khmer.
bool ends_in_a_script_without_full_stops(std::string_view text) {
  if (text.size() < 3) return false;
  const auto first = static_cast<unsigned char>(text[text.size() - 3]);
  const auto second = static_cast<unsigned char>(text[text.size() - 2]);
  const bool is_thai_or_lao = first == 0xE0 && second >= 0xB8 && second <= 0xBB;
  const bool is_myanmar_or_khmer =
      first == 0xE1 && ((second >= 0x80 && second <= 0x82) || second == 0x9E || second == 0x9F);
  return is_thai_or_lao || is_myanmar_or_khmer;
}

// True if a line contains a full stop or similar mark, then a space and a capital letter.
bool has_end_of_sentence(std::string_view line) {
  for (std::size_t at = 1; at + 2 < line.size(); ++at) {
    if (line[at] != '.' && line[at] != '?' && line[at] != '!') continue;
    if (std::islower(static_cast<unsigned char>(line[at - 1])) != 0 && line[at + 1] == ' ' &&
        std::isupper(static_cast<unsigned char>(line[at + 2])) != 0)
      return true;
  }
  return false;
}

}  // namespace

bool is_prose(std::string_view paragraph) {
  std::string_view line = trimmed(paragraph);
  const std::size_t length = line.size();
  while (const std::size_t closing = mark_at_end(line, kClosing)) line.remove_suffix(closing);
  if (line.empty()) return false;
  if (mark_at_end(line, kEnding) > 0) return line.find_first_not_of(". ") != line.npos;
  if (line.ends_with(':')) return length >= kLongAnnouncement;
  return ends_in_a_script_without_full_stops(line) ||
         (length >= kLongLine && has_end_of_sentence(line));
}

std::string prose_of(std::string_view body) {
  std::string prose;
  prose.reserve(body.size());
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find("\n\n", at), body.size());
    const std::string_view paragraph = body.substr(at, end - at);
    if (is_prose(paragraph)) {
      const std::size_t start = prose.size();
      prose.append(paragraph);
      std::replace(prose.begin() + static_cast<std::ptrdiff_t>(start), prose.end(), '\n', ' ');
      prose += '\n';
    }
    at = end + 2;
  }
  if (prose.empty()) return std::string(body);
  prose.pop_back();
  return prose;
}

bool has_page_words(std::string_view text) { return has_phrase_of("page", text); }

std::size_t Places::word_start(std::size_t at) const {
  std::size_t start = at;
  while (start > 0 && at - start < kLongestWord && !is_space(text_[start - 1])) --start;
  if (start > 0 && !is_space(text_[start - 1])) start = at;
  while (start > 0 && start < text_.size() && continues_character(text_[start])) --start;
  return start;
}

std::size_t Places::word_end(std::size_t at) const {
  std::size_t end = std::min(at, text_.size());
  const std::size_t from = end;
  while (end < text_.size() && end - from < kLongestWord && !is_space(text_[end])) ++end;
  if (end < text_.size() && !is_space(text_[end])) end = from;
  while (end < text_.size() && continues_character(text_[end])) ++end;
  return end;
}

std::size_t Places::sentence_start(std::size_t at, std::size_t most) {
  const std::size_t line_break = at == 0 ? text_.npos : text_.rfind('\n', at - 1);
  const std::size_t line = line_break == text_.npos ? 0 : line_break + 1;
  const bool is_far = at - line > most;
  const std::size_t from = is_far ? word_start(at - most) : line;
  const std::size_t end = std::min(text_.find('\n', at), word_end(at + most));
  const auto& starts = sentences_.find(text_.substr(from, end - from));
  const auto after = std::upper_bound(starts.begin(), starts.end(), at - from);
  const std::size_t start = from + *(after - 1);
  return is_far && start == from ? text_.npos : start;
}

std::size_t Places::sentence_end(std::size_t least, std::size_t most) {
  const std::size_t line_break = least == 0 ? text_.npos : text_.rfind('\n', least - 1);
  const std::size_t line = line_break == text_.npos ? 0 : line_break + 1;
  const std::size_t from = least - line > kLongLine ? word_start(least - kLongLine) : line;
  // A sentence ends where the next one starts, so one more word is included.
  const std::size_t end = word_end(std::min(text_.size(), most + kLongestWord));
  std::size_t found = text_.npos;
  for (const std::uint32_t start : sentences_.find(text_.substr(from, end - from))) {
    std::size_t at = from + start;
    while (at > from && is_space(text_[at - 1])) --at;
    if (at >= least && at <= most) found = at;
  }
  return found;
}

std::size_t Places::clause_start(std::size_t least, std::size_t most) const {
  constexpr std::array kPauses{", "sv, "; "sv, ": "sv, " – "sv, " — "sv, " - "sv};
  std::size_t first = text_.npos;
  for (const std::string_view pause : kPauses) {
    const std::size_t at = text_.find(pause, least);
    if (at != text_.npos && at + pause.size() <= most) first = std::min(first, at + pause.size());
  }
  return first == text_.npos ? word_start(least) : first;
}

}  // namespace newsindex
