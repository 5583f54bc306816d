// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/text/lines.h"

#include <algorithm>
#include <array>

#include "schema/text/ascii.h"
#include "schema/text/trimmed.h"

namespace newsindex {

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_no_value(std::string_view text) {
  constexpr std::array<std::string_view, 9> kWords{"null", "none",      "n/a", "nan", "nil",
                                                   "-",    "undefined", "[]",  "{}"};
  return text.empty() || is_name_of(text, kWords);
}

std::vector<std::string> parts_of(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, start), text.size());
    std::string part(trimmed(text.substr(start, end - start)));
    if (!is_no_value(part)) parts.push_back(std::move(part));
    start = end + 1;
  }
  return parts;
}

std::vector<std::string_view> cut_at(std::string_view text,
                                     std::span<const std::string_view> marks) {
  std::vector<std::string_view> parts;
  for (;;) {
    std::size_t cut = std::string_view::npos;
    std::size_t length = 0;
    for (const std::string_view mark : marks) {
      const std::size_t at = text.find(mark);
      if (at < cut) cut = at, length = mark.size();
    }
    parts.push_back(text.substr(0, cut));
    if (cut == std::string_view::npos) return parts;
    text.remove_prefix(cut + length);
  }
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

double share_of_words(std::string_view text, const std::unordered_set<std::string_view>& others) {
  const std::vector<std::string_view> words = words_of(text);
  const auto shared =
      std::ranges::count_if(words, [&](auto word) { return others.contains(word); });
  return words.empty() ? 0 : static_cast<double>(shared) / static_cast<double>(words.size());
}

double share_of_words(std::string_view text, std::string_view others) {
  const std::vector<std::string_view> words = words_of(others);
  return share_of_words(text, {words.begin(), words.end()});
}

std::vector<std::string> listed_parts(std::string_view text) {
  const bool clear = text.find_first_of(";|") != std::string_view::npos;
  return parts_of(text, clear ? ";|" : ",");
}

}  // namespace newsindex
