// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/people/author_roles.h"

#include <algorithm>

#include "indexer/extract/text/rule_words.h"
#include "indexer/extract/text/tags.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kFullName = 2;

bool is_desk(std::string_view word) {
  static const WordSet& desks = people_words("desk");
  return desks.contains(lower(word));
}

bool begins_upper(const std::string& word) { return !(word[0] >= 'a' && word[0] <= 'z'); }

}  // namespace

bool is_role(std::string_view word) {
  static const WordSet& roles = people_words("role");
  return roles.contains(lower(word));
}

bool is_employer(const Words& words) {
  static const WordSet& employers = people_words("employer");
  return employers.contains(lower(words.back()));
}

void drop_role(Words& words) {
  Words name = words;
  while (!name.empty() && is_role(name.back()) && !is_desk(name.back())) name.pop_back();
  if (name.size() == words.size()) return;
  const std::size_t with_desk = name.size();
  while (!name.empty() && is_desk(name.back())) name.pop_back();
  const bool is_name = name.size() < with_desk && name.size() >= kFullName && !is_employer(name) &&
                       std::none_of(name.begin(), name.end(), is_desk);
  if (is_name) words = std::move(name);
}

bool drop_place(Words& words) {
  const auto found = std::find(words.begin(), words.end(), "in");
  const bool place = found - words.begin() >= static_cast<std::ptrdiff_t>(kFullName) &&
                     found + 1 < words.end() && begins_upper(*(found + 1));
  if (place) words.erase(found, words.end());
  return place;
}

bool is_region(const Words& words) {
  static const WordSet& firsts = people_words("region");
  return words.size() == 1 || (words.size() == 2 && firsts.contains(lower(words.front())));
}

}  // namespace newsindex
