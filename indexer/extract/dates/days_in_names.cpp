// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/days_in_names.h"

#include <algorithm>

#include "indexer/extract/dates/dates_calendar.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

int number_in_digits(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

std::optional<Published> day_with(std::string_view year, std::string_view month,
                                  std::string_view day, std::string_view evidence) {
  // Two digits are of 1969..2068: only computers write names like this.
  constexpr int kFirstOfCentury = 69;
  int full_year = number_in_digits(year);
  if (year.size() == 2) full_year += full_year < kFirstOfCentury ? 2000 : 1900;
  const auto found = valid_day(full_year, number_in_digits(month), number_in_digits(day));
  if (!found) return std::nullopt;
  Published published;
  published.day = *found;
  published.evidence = evidence;
  return published;
}

// Removes the last part of a path and returns it.
std::string_view take_last(std::string_view& path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view last = slash == path.npos ? path : path.substr(slash + 1);
  path = slash == path.npos ? std::string_view() : path.substr(0, slash);
  return last;
}

bool starts_with_day(std::string_view name) {
  const auto day = separated_day(name.substr(0, std::min<std::size_t>(name.size(), 11)), "-_.");
  return day && name.starts_with(day->evidence);
}

}  // namespace

std::optional<Published> separated_day(std::string_view text, std::string_view marks) {
  constexpr std::size_t kLength = 10;
  for (std::size_t at = 0; at + kLength <= text.size(); ++at) {
    const std::string_view part = text.substr(at, kLength);
    const char mark = part[4];
    if (marks.find(mark) == marks.npos || part[7] != mark || (at > 0 && is_digit(text[at - 1])))
      continue;
    const bool digits = all_digits(part.substr(0, 4)) && all_digits(part.substr(5, 2)) &&
                        all_digits(part.substr(8));
    const bool ends = at + kLength == text.size() || !is_digit(text[at + kLength]);
    if (!digits || !ends) continue;
    if (auto day = day_with(part.substr(0, 4), part.substr(5, 2), part.substr(8), part)) return day;
  }
  return std::nullopt;
}

std::optional<Published> day_of_post(const Provenance& origin) {
  std::string_view path = origin.entry.empty() ? origin.path : origin.entry;
  const std::string_view file = take_last(path);
  if (starts_with_day(file)) return separated_day(file, "-_.");
  std::string_view folders = path;
  const std::string_view folder = take_last(folders);
  // A folder whose whole name is a day may be the day of a crawl.
  constexpr std::size_t kLengthOfDay = 10;
  if (folder.size() > kLengthOfDay && starts_with_day(folder)) return separated_day(folder, "-_.");
  // "2019/07/10/slug.md", "2019/07/10/slug/index.md".
  for (const std::string_view end : {path, folders}) {
    if (end.size() < kLengthOfDay) continue;
    const std::string_view last = end.substr(end.size() - kLengthOfDay);
    const bool whole = end.size() == kLengthOfDay || end[end.size() - kLengthOfDay - 1] == '/';
    if (auto day = separated_day(last, "/"); day && whole) return day;
  }
  return std::nullopt;
}

NameDigits digits_in_name(std::string_view name) {
  constexpr std::size_t kWholeYear = 8;
  constexpr std::size_t kShortYear = 6;
  constexpr std::size_t kMostLetters = 8;
  for (std::size_t at = 0; at < name.size();) {
    if (!is_digit(name[at])) {
      ++at;
      continue;
    }
    const std::size_t end = std::min(name.find_first_not_of("0123456789", at), name.size());
    const std::string_view digits = name.substr(at, end - at);
    std::size_t letters = at;
    while (letters > 0 && (is_letter(name[letters - 1]) || name[letters - 1] == '_')) --letters;
    const bool named = at > letters && at - letters <= kMostLetters && letters == 0;
    const std::size_t year = digits.size() == kWholeYear ? 4 : 2;
    if (digits.size() == kWholeYear || (digits.size() == kShortYear && named)) {
      const std::string_view evidence = name.substr(letters, end - letters);
      NameDigits found{
          std::string(name.substr(letters, at - letters)) + std::string(digits.size(), '#'),
          day_with(digits.substr(0, year), digits.substr(year, 2), digits.substr(year + 2),
                   evidence)};
      return found;
    }
    at = end;
  }
  return {};
}

}  // namespace newsindex
