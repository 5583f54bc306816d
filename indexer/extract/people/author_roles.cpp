// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/people/author_roles.h"

#include <algorithm>
#include <array>

#include "indexer/extract/text/tags.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kFullName = 2;

constexpr std::array<std::string_view, 30> kRoles{
    "staff",          "writer",    "writers",   "reporter",  "reporters",   "correspondent",
    "correspondents", "editor",    "editors",   "columnist", "contributor", "contributors",
    "contributing",   "bureau",    "newsroom",  "desk",      "report",      "author",
    "wire",           "redaktion", "editorial", "board",     "analyst",     "agencies",
    "agency",         "officer",   "founder",   "reviewer",  "ceo",         "newsdesk"};

// Words for the desk of an editor or a correspondent; none is a name of people.
constexpr std::array<std::string_view, 90> kDesks{
    "affairs",       "africa",         "american",  "americas",  "arts",      "asia",
    "asian",         "assistant",      "associate", "australia", "aviation",  "balkans",
    "banking",       "beijing",        "berlin",    "books",     "brussels",  "business",
    "canada",        "chief",          "china",     "city",      "community", "consumer",
    "crime",         "culture",        "defence",   "defense",   "deputy",    "diplomatic",
    "east",          "economic",       "economics", "education", "energy",    "environment",
    "environmental", "europe",         "european",  "executive", "fashion",   "film",
    "finance",       "financial",      "food",      "football",  "foreign",   "france",
    "germany",       "global",         "health",    "home",      "india",     "industry",
    "international", "investigations", "ireland",   "legal",     "local",     "london",
    "managing",      "media",          "medical",   "middle",    "money",     "moscow",
    "music",         "national",       "northern",  "online",    "pacific",   "political",
    "politics",      "property",       "religion",  "rome",      "russia",    "science",
    "security",      "senior",         "social",    "special",   "sport",     "sports",
    "staff",         "technology",     "transport", "travel",    "us",        "world"};

bool is_desk(std::string_view word) {
  constexpr std::array<std::string_view, 3> kMore{"uk", "washington", "weather"};
  return is_name_of(word, kDesks) || is_name_of(word, kMore);
}

bool begins_upper(const std::string& word) { return !(word[0] >= 'a' && word[0] <= 'z'); }

}  // namespace

bool is_role(std::string_view word) { return is_name_of(word, kRoles); }

bool is_employer(const Words& words) {
  constexpr std::array<std::string_view, 10> kEmployers{"press",  "news",     "times", "post",
                                                        "media",  "magazine", "radio", "journal",
                                                        "herald", "reuters"};
  return is_name_of(words.back(), kEmployers);
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
  constexpr std::array<std::string_view, 11> kFirsts{"new",    "north",    "south",   "east",
                                                     "west",   "rhode",    "british", "saudi",
                                                     "united", "northern", "sri"};
  return words.size() == 1 || (words.size() == 2 && is_name_of(words.front(), kFirsts));
}

}  // namespace newsindex
