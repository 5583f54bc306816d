// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/labels/dateline.h"

#include <algorithm>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/text/lines.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

// "NEW YORK" becomes "New York"; a name that is not all capitals, or is short ("UAE"), stays.
std::string as_written(std::string name) {
  constexpr std::size_t kLongestAcronym = 3;
  if (name.size() <= kLongestAcronym || std::ranges::any_of(name, is_lower)) return name;
  for (std::size_t i = 1; i < name.size(); ++i)
    if (is_upper(name[i]) && (is_upper(name[i - 1]) || is_lower(name[i - 1])))
      name[i] = static_cast<char>(name[i] + ('a' - 'A'));
  return name;
}

bool is_end(const std::string& word) {
  return word == "-" || word == "–" || word == "—" || month_named(word, "en") ||
         word.find_first_of("0123456789") != std::string::npos;
}

// True for an address, a slug ("BC-US/") or a quotation.
bool is_no_name(const std::string& word) {
  const std::size_t stop = word.find('.');
  return word.find_first_of("/@\"") != std::string::npos ||
         (stop != std::string::npos && stop + 1 < word.size());
}

}  // namespace

std::string place_of_dateline(std::string_view dateline) {
  constexpr std::size_t kMostWords = 4;
  constexpr std::size_t kMostAlone = 2;  // if nothing after it shows that it is a dateline
  if (dateline.starts_with("No-Data")) return {};  // as Reuters writes it
  const std::string_view place = dateline.substr(0, dateline.find_first_of(",(;:"));
  bool ended = place.size() < dateline.size();
  std::string name;
  std::size_t words = 0;
  for (const std::string& word : parts_of(place, " ")) {
    ended = ended || is_end(word);
    if (is_end(word)) break;
    if (++words > kMostWords || is_no_name(word)) return {};
    name += (name.empty() ? "" : " ") + word;
  }
  const bool may_be = (ended || words <= kMostAlone) && !name.empty() && !is_lower(name.front()) &&
                      !is_no_value(name);
  return may_be ? as_written(std::move(name)) : std::string();
}

}  // namespace newsindex
