// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/people/author_names.h"

#include <algorithm>
#include <utility>

#include "indexer/extract/people/author_roles.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/rule_words.h"
#include "indexer/extract/text/tags.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostWords = 6;  // of one name

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

// The text without mail and web addresses and handles; a comma after one stays.
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

// The words of one part of the byline, split into names at "and" and similar words.
std::vector<Words> names_in(std::string_view part) {
  static const WordSet& joiners = people_words("joiner");
  static const WordSet& more = people_words("joiner_of_byline");
  std::vector<Words> names(1);
  for (std::string& word : parts_of(part, " \t\n")) {
    const std::string small = lower(word);
    if ((joiners.contains(small) || more.contains(small)) && !names.back().empty())
      names.emplace_back();
    else
      names.back().push_back(std::move(word));
  }
  return names;
}

std::string_view without_mark(std::string_view word) {
  return word.ends_with(':') || word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
}

// True for words such as "Analysis by", "Reporting by", "Von"; but "Story Hinckley" is a person.
bool is_opening(const Words& words) {
  static const WordSet& prepositions = people_words("preposition");
  static const WordSet& openings = people_words("opening");
  const std::string first = lower(words.front());
  if (prepositions.contains(first)) return true;
  return openings.contains(without_mark(first)) && (words.size() > 2 || first.ends_with(':'));
}

// "ByJane Doe": on the page, only the style sheet separates the two words.
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

// "Jane Doe for Reuters" becomes "Jane Doe".
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
  return std::none_of(words.begin(), words.end(),
                      [](const std::string& word) { return is_role(without_mark(word)); });
}

// "Reuter", "Reuters" and "reuters.com" are the same source.
bool is_source(std::string_view name, std::string_view source) {
  if (source.ends_with(".com")) source.remove_suffix(4);
  const auto stem = [](std::string_view text) {
    return text.ends_with('s') || text.ends_with('S') ? text.substr(0, text.size() - 1) : text;
  };
  return !source.empty() && same_name(stem(name), stem(source));
}

// Drops the last word of "Jane Doe Follow", and of "Jane Doe Fr" (before a date).
void drop_endings(Words& words) {
  static const WordSet& endings = people_words("behind_name");
  constexpr std::size_t kFullName = 2;
  while (words.size() > kFullName && endings.contains(lower(words.back()))) words.pop_back();
}

void add_name(std::vector<std::string>& names, Words words, std::string_view source) {
  static const WordSet& suffixes = people_words("suffix");
  drop_openings(words);
  drop_employer(words);
  drop_role(words);
  if (words.size() == 1 && suffixes.contains(lower(words[0])) && !names.empty()) {
    names.back() += " " + words[0];
    return;
  }
  if (!can_be_name(words)) return;
  drop_endings(words);
  std::string name = without_quotes(joined(words));
  const bool known = std::find(names.begin(), names.end(), name) != names.end();
  if (!known && !is_no_value(name) && !is_source(name, source)) names.push_back(std::move(name));
}

// "Text & photos: Jane Doe" without the label before the colon.
std::string_view without_label(std::string_view byline) {
  constexpr std::size_t kLongestLabel = 25;
  const std::size_t colon = byline.find(": ");
  return colon <= kLongestLabel ? byline.substr(colon + 2) : byline;
}

// "P.", "P.J.", "J-P."
bool is_initial(const std::string& word) {
  const bool letters = std::all_of(word.begin(), word.end(),
                                   [](char c) { return is_upper(c) || c == '.' || c == '-'; });
  return letters && word.size() >= 2 && word[1] == '.';
}

// True for "Hines" before "P. J.", the order that scholars use.
bool is_turned_name(const std::string& surname, const std::string& next) {
  const Words initials = parts_of(next, " \t\n");
  return parts_of(surname, " \t\n").size() == 1 && !initials.empty() &&
         std::all_of(initials.begin(), initials.end(), is_initial);
}

// True for the name of an account: "/u/jane".
bool is_account(std::string_view byline) {
  return (byline.starts_with("/u/") || byline.starts_with("u/")) &&
         byline.find_first_of(" ,;") == std::string_view::npos;
}

void add_part(std::vector<std::string>& names, const std::string& part, std::string_view source,
              bool& behind_place) {
  const bool was_behind_place = std::exchange(behind_place, false);
  for (Words& words : names_in(part)) {
    if (was_behind_place && is_region(words)) continue;
    behind_place = drop_place(words);
    if (behind_place && is_employer(words)) continue;
    add_name(names, std::move(words), source);
  }
}

}  // namespace

std::vector<std::string> author_names(std::string_view byline, std::string_view source) {
  std::vector<std::string> names;
  if (is_no_value(byline)) return names;
  if (is_account(byline)) return {std::string(byline)};
  byline = without_label(byline);
  const Words parts = parts_of(without_addresses(without_brackets(byline)), ",;|/");
  bool behind_place = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i + 1 < parts.size() && is_turned_name(parts[i], parts[i + 1])) {
      names.push_back(parts[i] + ", " + parts[i + 1]);
      ++i;
    } else {
      add_part(names, parts[i], source, behind_place);
    }
  }
  return names;
}

}  // namespace newsindex
