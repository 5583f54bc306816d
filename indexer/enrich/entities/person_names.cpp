// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/person_names.h"

#include <algorithm>
#include <string_view>

#include "indexer/enrich/entities/resolve_text.h"

namespace newsindex {
namespace {

// One written word: how it is shown, and its key.
struct WrittenWord {
  std::string shown;
  std::string key;
};

std::vector<WrittenWord> written_words(std::string_view text) {
  std::vector<WrittenWord> words;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, size);
    while (!word.empty() && (word.back() == ',' || word.back() == ';')) word.remove_suffix(1);
    std::string key = name_key(word);
    if (!key.empty()) words.push_back({std::string(word), std::move(key)});
    text.remove_prefix(std::min(size + 1, text.size()));
  }
  return words;
}

// Removes nicknames and brackets: "William "Bill" Clinton", "Ann Lee (D-Ohio)".
std::string without_nicknames(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char open = text[at];
    const std::size_t close = open == '"'   ? text.find('"', at + 1)
                              : open == '(' ? text.find(')', at + 1)
                                            : std::string_view::npos;
    if (close != std::string_view::npos && at > 0) {
      at = close + 1;
      if (at < text.size() && text[at] == ' ' && !out.empty() && out.back() == ' ') ++at;
    } else {
      out.push_back(text[at++]);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// The number of words at the front that are titles; at least one word is left.
std::size_t count_titles(const std::vector<WrittenWord>& words, const NameWords& known) {
  std::size_t titles = 0;
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    const std::string& key = words[at].key;
    if (known.is(WordKind::title, std::string_view(key).substr(key.rfind(' ') + 1))) {
      titles = at + 1;
    } else if (titles == at && titles > 0 && key == "of" && at + 2 < words.size()) {
      titles = ++at + 1;  // "Secretary of State"
    } else if (!known.is(WordKind::before_title, key)) {
      break;
    }
  }
  return titles;
}

void take_titles(std::vector<WrittenWord>& words, const NameWords& known, PersonName& name) {
  const std::size_t titles = count_titles(words, known);
  for (std::size_t at = 0; at < titles; ++at) name.titles.push_back(words[at].key);
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(titles));
}

// Removes degrees and suffixes from the end. Returns the suffix, as it is to be shown.
std::string take_suffix(std::vector<WrittenWord>& words, const NameWords& known, PersonName& name) {
  std::string shown;
  while (words.size() > 1) {
    const std::string& key = words.back().key;
    const bool capitals = !has_small_letters(words.back().shown);
    if (known.is(WordKind::suffix, key) && (capitals || key == "jr" || key == "sr")) {
      name.suffix = key;
      shown = " " + words.back().shown;
    } else if (!known.is(WordKind::degree, key) || (key.size() == 2 && !capitals)) {
      break;
    }
    words.pop_back();
  }
  return shown;
}

void add_word(std::string_view key, std::vector<std::string>& words) {
  std::string closed;
  for (char c : key)
    if (c != ' ') closed.push_back(c);
  words.push_back(std::move(closed));
}

// True for initials such as "J.K.".
bool are_initials(const WrittenWord& word) {
  const std::string& key = word.key;
  if (key.size() < 2 || key.size() > 3 || has_small_letters(word.shown)) return false;
  return word.shown.find('.') != std::string::npos && word.shown.find('.') == 1;
}

void add_words(const WrittenWord& word, const NameWords& known, std::vector<std::string>& words) {
  if (are_initials(word)) {
    for (char c : word.key) words.emplace_back(1, c);
    return;
  }
  const std::size_t space = word.key.find(' ');
  if (space != std::string::npos &&
      known.is(WordKind::particle, std::string_view(word.key).substr(0, space))) {
    words.push_back(word.key.substr(0, space));
    return add_word(std::string_view(word.key).substr(space + 1), words);
  }
  add_word(word.key, words);
}

std::string_view last_word(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  std::size_t start = text.size();
  while (start > 0 && static_cast<unsigned char>(text[start - 1]) > ' ') --start;
  return text.substr(start);
}

// Takes a title from the text before the name: "President Bush", if the name is "Bush". Returns it
// if it is a royal title, which is shown.
std::string take_titles_before(std::string_view before, const NameWords& known, PersonName& name) {
  if (before.empty() || (before.back() != ' ' && before.back() != '\n')) return {};
  const std::string_view word = last_word(before);
  if (word.empty() || word.back() == ',') return {};
  std::string key = name_key(word);
  const bool capital = word.front() >= 'A' && word.front() <= 'Z';
  if (capital && known.is(WordKind::royal_title, key) && key != "st") {
    name.titles.push_back(key);
    return std::string(word);
  }
  if (known.is(WordKind::title, key)) name.titles.push_back(std::move(key));
  return {};
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += word;
  return all;
}

bool initial_of(const std::string& a, const std::string& b) {
  if (a == b) return true;
  return (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b));
}

// True if first and last name are the same, and `some` has fewer or shorter names between them.
bool fits_with_gaps(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  if (some.size() < 2 || some.size() > all.size() || some.back() != all.back()) return false;
  if (!initial_of(some.front(), all.front())) return false;
  std::size_t at = 1;
  for (std::size_t i = 1; i + 1 < some.size(); ++i, ++at) {
    while (at + 1 < all.size() && !initial_of(some[i], all[at])) ++at;
    if (at + 1 >= all.size()) return false;
  }
  return true;
}

bool ends_alike(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return some.size() < all.size() && std::equal(some.rbegin(), some.rend(), all.rbegin());
}

bool begins_alike(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return some.size() < all.size() && std::equal(some.begin(), some.end(), all.begin());
}

bool reversed(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return some.size() == 2 && all.size() == 2 && some[0] == all[1] && some[1] == all[0];
}

bool share_title(const PersonName& a, const PersonName& b) {
  return std::find_first_of(a.titles.begin(), a.titles.end(), b.titles.begin(), b.titles.end()) !=
         a.titles.end();
}

}  // namespace

PersonName person_name(std::string_view written, std::string_view before, const NameWords& known) {
  PersonName name;
  std::vector<WrittenWord> words = written_words(without_nicknames(tidy_name(written)));
  std::string royal;
  take_titles(words, known, name);
  if (words.size() > 1 && known.is(WordKind::royal_title, words.front().key) &&
      words.front().key != "st") {
    royal = words.front().shown;
    name.titles.push_back(words.front().key);
    words.erase(words.begin());
  } else {
    royal = take_titles_before(before, known, name);
  }
  const std::string suffix = take_suffix(words, known, name);
  for (const WrittenWord& word : words) {
    if (!name.shown.empty()) name.shown += ' ';
    name.shown += word.shown;
    add_words(word, known, name.words);
  }
  name.shown += suffix;
  name.is_royal = !royal.empty() && (words.size() == 1 || (!suffix.empty() && words.size() <= 2));
  if (name.is_royal) name.shown = royal + " " + name.shown;
  return name;
}

bool is_full_name(const PersonName& name, const NameWords& known) {
  return name.words.size() >= 2 && !known.is(WordKind::particle, name.words.front());
}

NameFit name_fit(const PersonName& shorter, const PersonName& longer, const NameWords& known) {
  const auto& some = shorter.words;
  const auto& all = longer.words;
  if (some.empty() || (!shorter.suffix.empty() && shorter.suffix != longer.suffix))
    return NameFit::none;
  if (some == all || joined(some) == joined(all)) return NameFit::same;
  if (shorter.is_royal && !share_title(shorter, longer)) return NameFit::none;
  if (ends_alike(some, all)) return NameFit::family;
  if (fits_with_gaps(some, all)) return NameFit::family;
  if (begins_alike(some, all) || reversed(some, all))
    return known.is(WordKind::family_first, some.front()) ? NameFit::family : NameFit::given;
  if (some.size() == 1 && some.front().size() > 2 &&
      std::find(all.begin(), all.end(), some.front()) != all.end())
    return NameFit::middle;
  return NameFit::none;
}

}  // namespace newsindex
