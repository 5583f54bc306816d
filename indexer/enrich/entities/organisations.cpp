// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/organisations.h"

#include <algorithm>
#include <string>

#include "indexer/enrich/entities/resolve_text.h"

namespace newsindex {
namespace {

std::string_view word_behind_space(std::string_view name) {
  const std::size_t space = name.rfind(' ');
  return space == std::string_view::npos ? std::string_view() : name.substr(space + 1);
}

// Removes the last word, and a comma, "&" or "and" before it.
std::string_view without_last_word(std::string_view name, const NameWords& words) {
  name = name.substr(0, name.rfind(' '));
  while (name.ends_with(' ') || name.ends_with(',')) name.remove_suffix(1);
  const std::string_view last = word_behind_space(name);
  if (last == "&" || words.is(WordKind::and_word, last)) name = name.substr(0, name.rfind(' '));
  return name;
}

std::string initials_of(std::string_view key, const NameWords* left_out) {
  std::string initials;
  while (!key.empty()) {
    const std::size_t size = std::min(key.find(' '), key.size());
    const std::string_view word = key.substr(0, size);
    const bool kept =
        word != "&" && !(left_out != nullptr && left_out->is(WordKind::small_word, word));
    if (!word.empty() && kept) initials.push_back(word.front());
    key.remove_prefix(std::min(size + 1, key.size()));
  }
  return initials;
}

}  // namespace

Organisations::Organisations(const std::filesystem::path& path, const NameWords& words)
    : words_(words), text_(read_list(path)) {
  each_row(path, text_, 3, [&](const ListRow& row) {
    if (row.cells[0].empty()) refuse_row(path, row.line, "an organisation without a name");
    const auto number = static_cast<std::uint32_t>(organisations_.size());
    const auto add = [&](std::string_view name) {
      if (const Organisation* other = find_exactly(name);
          other != nullptr && other->name != row.cells[0])
        refuse_row(
            path, row.line,
            "'" + std::string(name) + "' is a name of " + std::string(other->name) + ", too");
      names_.add(name, number);
    };
    add(row.cells[0]);
    each_alias(row.cells[2], add);
    organisations_.push_back({row.cells[0], row.cells[1], row.cells[2]});
  });
  if (organisations_.empty()) refuse_row(path, 1, "no organisations");
}

const Organisation* Organisations::find_exactly(std::string_view name) const {
  const Organisation* found = nullptr;
  names_.find(name, [&](std::uint32_t number) {
    if (number < organisations_.size()) found = &organisations_[number];
  });
  return found;
}

const Organisation* Organisations::find(std::string_view name) const {
  if (const Organisation* found = find_exactly(name)) return found;
  const std::string_view plain = without_legal_form(name, words_);
  return plain.size() < name.size() ? find_exactly(plain) : nullptr;
}

bool is_legal_form(std::string_view name, const NameWords& words) {
  for (;;) {
    const std::string_view last = word_behind_space(name);
    if (!words.is(WordKind::legal_form, name_key(last.empty() ? name : last))) return false;
    if (last.empty()) return true;
    name = without_last_word(name, words);
  }
}

std::string_view without_legal_form(std::string_view name, const NameWords& words) {
  for (;;) {
    const std::string_view last = word_behind_space(name);
    if (last.empty() || !words.is(WordKind::legal_form, name_key(last))) return name;
    const std::string_view rest = without_last_word(name, words);
    if (rest.empty() || words.is(WordKind::plain_company, name_key(rest))) return name;
    name = rest;
  }
}

std::string organisation_key(std::string_view name, const NameWords& words) {
  std::string key = name_key(without_legal_form(name, words));
  const std::string_view last = word_behind_space(key);
  if (!last.empty() && words.is(WordKind::company_form, last)) {
    const std::string_view rest = without_last_word(key, words);
    if (!words.is(WordKind::plain_company, rest)) key.resize(rest.size());
  }
  return key;
}

bool is_acronym_of(std::string_view acronym, std::string_view name, const NameWords& words) {
  if (has_small_letters(acronym)) return false;
  std::string letters = name_key(acronym);
  letters.erase(
      std::remove_if(letters.begin(), letters.end(), [](char c) { return c == '&' || c == ' '; }),
      letters.end());
  if (letters.size() < 2) return false;
  const std::string key = name_key(name);
  return letters == initials_of(key, &words) || letters == initials_of(key, nullptr) ||
         letters == initials_of(name_key(without_legal_form(name, words)), &words);
}

}  // namespace newsindex
