// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/named_days.h"

#include <algorithm>
#include <chrono>

#include "indexer/extract/dates/dates_calendar.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

int number_in(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

std::optional<Published> day_with(std::string_view year, std::string_view month,
                                  std::string_view day, std::string_view evidence) {
  // Two digits are of the century in which there were computers that wrote so.
  constexpr int kFirstOfCentury = 69;
  int full_year = number_in(year);
  if (year.size() == 2) full_year += full_year < kFirstOfCentury ? 2000 : 1900;
  const auto found = valid_day(full_year, number_in(month), number_in(day));
  if (!found) return std::nullopt;
  Published published;
  published.day = *found;
  published.evidence = evidence;
  return published;
}

// The parts of a path, last first.
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
  // A folder that has nothing but a day for a name may be that of a crawl.
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

bool NamedDays::learn(const Understood& understood) {
  const NameDigits& name = understood.name;
  if (name.shape.empty()) return false;
  const auto key = std::pair(understood.site, name.shape);
  if (sites_.size() >= kMostSites && !sites_.contains(key)) return false;
  Names& names = sites_[key];
  if (!names.articles.add(understood.article.id)) return false;
  if (!name.day) return true;
  ++names.days;
  const auto& told = understood.article.published;
  if (!told || told->precision < Precision::day) return true;
  const auto apart = std::chrono::sys_days(told->day) - std::chrono::sys_days(name.day->day);
  // An article of the evening may be named by the next day.
  ++(std::chrono::abs(apart) <= std::chrono::days(1) ? names.agree : names.disagree);
  return true;
}

bool NamedDays::is_settled(const Understood& understood) const {
  const auto found = sites_.find(std::pair(understood.site, understood.name.shape));
  return found == sites_.end() || found->second.articles.are_all();
}

void NamedDays::settle(Understood& understood) const {
  constexpr std::size_t kWholeYear = 8;
  constexpr std::size_t kFewestShort = 3;  // six digits of any kind are a day once in thirty times
  const NameDigits& name = understood.name;
  if (understood.article.published || !name.day) return;
  const auto found = sites_.find(std::pair(understood.site, name.shape));
  if (found == sites_.end()) return;
  const Names& counts = found->second;
  const std::size_t all = counts.articles.count();
  const bool whole = std::ranges::count(name.shape, '#') == kWholeYear;
  if (counts.days < all || (!whole && all < kFewestShort)) return;
  if (counts.disagree > 0 && counts.agree < 4 * counts.disagree) return;
  understood.article.published = name.day;
}

}  // namespace newsindex
