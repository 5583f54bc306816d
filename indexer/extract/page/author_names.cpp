// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/page/author_names.h"

#include <algorithm>
#include <array>

#include "indexer/extract/json/json_value.h"
#include "indexer/readers/tags.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostWords = 6;  // of one name

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view other) { return same_name(word, other); });
}

// Words before the names.
constexpr std::array<std::string_view, 10> kPrepositions{"by",  "by:",  "von", "von:", "par",
                                                         "por", "door", "av",  "af",   "di"};
constexpr std::array<std::string_view, 18> kOpenings{
    "autor",     "author",    "authors", "text",     "written",     "reported",
    "reporting", "story",     "words",   "analysis", "opinion",     "commentary",
    "exclusive", "interview", "video",   "videos",   "photographs", "photos"};

constexpr std::array<std::string_view, 7> kJoiners{"and", "und", "et", "y", "with", "&", "e"};

constexpr std::array<std::string_view, 8> kSuffixes{"jr", "jr.", "sr", "sr.",
                                                    "ii", "iii", "iv", "phd"};

constexpr std::array<std::string_view, 23> kRoles{
    "staff",          "writer",    "writers",   "reporter",  "reporters",   "correspondent",
    "correspondents", "editor",    "editors",   "columnist", "contributor", "contributors",
    "contributing",   "bureau",    "newsroom",  "desk",      "report",      "author",
    "wire",           "redaktion", "editorial", "board",     "analyst"};

using Words = std::vector<std::string>;

bool is_address(std::string_view word) {
  return word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
         word.starts_with("www.");
}

std::string joined(const Words& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string without_brackets(std::string_view text) {
  std::string out;
  std::size_t depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return out;
}

// Without mail and web addresses and handles; a comma behind one stays.
std::string without_addresses(std::string_view text) {
  Words words = parts_of(text, " \t\n");
  for (std::string& word : words) {
    const bool ends_part = word.ends_with(',') || word.ends_with(';');
    if (is_address(word)) word = ends_part ? "," : "";
  }
  return joined(words);
}

std::string without_quotes(std::string name) {
  constexpr std::string_view kMarks = "\"' .-()";
  const std::size_t first = name.find_first_not_of(kMarks);
  if (first == std::string::npos) return {};
  const std::size_t last = name.find_last_not_of("\"' -()");
  return name.substr(first, last - first + 1);
}

// The words of one part of the byline cut into names at "and" and its like.
std::vector<Words> names_in(std::string_view part) {
  std::vector<Words> names(1);
  for (std::string& word : parts_of(part, " \t\n")) {
    if (is_one_of(word, kJoiners) && !names.back().empty())
      names.emplace_back();
    else
      names.back().push_back(std::move(word));
  }
  return names;
}

std::string_view without_mark(std::string_view word) {
  return word.ends_with(':') || word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
}

// "Analysis by", "Reporting by", "Von"; but Story Hinckley is a person.
bool is_opening(const Words& words) {
  const std::string_view first = words.front();
  if (is_one_of(first, kPrepositions)) return true;
  return is_one_of(without_mark(first), kOpenings) && (words.size() > 2 || first.ends_with(':'));
}

// "ByJane Doe": style sheets part what the markup does not.
void part_glued_opening(Words& words) {
  constexpr std::size_t kBy = 2;
  std::string& first = words.front();
  const bool glued =
      first.size() > kBy && first.starts_with("By") && first[kBy] >= 'A' && first[kBy] <= 'Z';
  if (glued) first.erase(0, kBy);
}

void drop_openings(Words& words) {
  if (!words.empty()) part_glued_opening(words);
  while (!words.empty() && is_opening(words)) words.erase(words.begin());
}

// "Jane Doe for Reuters" is Jane Doe.
void drop_employer(Words& words) {
  constexpr std::size_t kFullName = 2;
  const auto found = std::ranges::find(words, "for");
  if (found - words.begin() >= static_cast<std::ptrdiff_t>(kFullName))
    words.erase(found, words.end());
}

bool has_name_characters(std::string_view text) {
  return text.find_first_of("0123456789_=<>{}#") == std::string_view::npos;
}

bool starts_in_lower_case(const std::string& word) { return word[0] >= 'a' && word[0] <= 'z'; }

bool can_be_name(const Words& words) {
  if (words.empty() || words.size() > kMostWords || !has_name_characters(joined(words)))
    return false;
  if (std::all_of(words.begin(), words.end(), starts_in_lower_case) && words.size() > 1)
    return false;
  return std::none_of(words.begin(), words.end(), [](const std::string& word) {
    return is_one_of(without_mark(word), kRoles);
  });
}

// "Reuter" and "Reuters" are one source.
bool is_source(std::string_view name, std::string_view source) {
  const auto stem = [](std::string_view text) {
    return text.ends_with('s') || text.ends_with('S') ? text.substr(0, text.size() - 1) : text;
  };
  return !source.empty() && same_name(stem(name), stem(source));
}

// "Jane Doe Follow", "Jane Doe Fr" before a date.
void drop_endings(Words& words) {
  constexpr std::array<std::string_view, 18> kEndings{
      "follow", "folgen", "suivre", "shares", "share", "mo",  "di",  "mi",  "do",
      "fr",     "sa",     "so",     "mon",    "tue",   "wed", "thu", "fri", "sun"};
  constexpr std::size_t kFullName = 2;
  while (words.size() > kFullName && is_one_of(words.back(), kEndings)) words.pop_back();
}

void add_name(std::vector<std::string>& names, Words words, std::string_view source) {
  drop_openings(words);
  drop_employer(words);
  if (words.size() == 1 && is_one_of(words[0], kSuffixes) && !names.empty()) {
    names.back() += " " + words[0];
    return;
  }
  if (!can_be_name(words)) return;
  drop_endings(words);
  std::string name = without_quotes(joined(words));
  const bool known = std::find(names.begin(), names.end(), name) != names.end();
  if (!known && !says_nothing(name) && !is_source(name, source)) names.push_back(std::move(name));
}

// "Text & photos: Jane Doe" without what stands before the colon.
std::string_view without_label(std::string_view byline) {
  constexpr std::size_t kLongestLabel = 25;
  const std::size_t colon = byline.find(": ");
  return colon <= kLongestLabel ? byline.substr(colon + 2) : byline;
}

}  // namespace

std::vector<std::string> author_names(std::string_view byline, std::string_view source) {
  std::vector<std::string> names;
  if (says_nothing(byline)) return names;
  byline = without_label(byline);
  for (const std::string& part : parts_of(without_addresses(without_brackets(byline)), ",;|/"))
    for (Words& words : names_in(part)) add_name(names, std::move(words), source);
  return names;
}

}  // namespace newsindex
