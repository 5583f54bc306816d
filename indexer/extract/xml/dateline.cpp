// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/json/json_value.h"
#include "indexer/extract/xml/field_values.h"

namespace newsindex {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// "NEW YORK" as "New York"; what is not all capitals stays.
std::string as_written(std::string name) {
  if (std::any_of(name.begin(), name.end(), is_lower)) return name;
  for (std::size_t i = 1; i < name.size(); ++i)
    if (is_upper(name[i]) && (is_upper(name[i - 1]) || is_lower(name[i - 1])))
      name[i] = static_cast<char>(name[i] + ('a' - 'A'));
  return name;
}

}  // namespace

std::string place_of_dateline(std::string_view dateline) {
  constexpr std::size_t kMostWords = 4;
  constexpr std::size_t kMostAlone = 2;  // where nothing behind it shows that it is a dateline
  if (dateline.starts_with("No-Data")) return {};  // as Reuters writes it
  std::string name;
  std::size_t words = 0;
  const std::string_view place = dateline.substr(0, dateline.find_first_of(",(;:"));
  for (const std::string& word : parts_of(place, " ")) {
    const bool ends = word == "-" || word == "–" || word == "—" || month_named(word, "en") ||
                      word.find_first_of("0123456789") != std::string::npos;
    if (ends && words == 0) return {};
    if (ends) return as_written(name);
    if (++words > kMostWords || word.find('/') != std::string::npos) return {};
    name += (name.empty() ? "" : " ") + word;
  }
  const bool ends = place.size() < dateline.size();
  return ends || words <= kMostAlone ? as_written(name) : std::string();
}

}  // namespace newsindex
