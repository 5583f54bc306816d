// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dates_names.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <unicode/dtfmtsym.h>
#include <unicode/normalizer2.h>
#include <unicode/smpdtfmt.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "indexer/extract/text/rule_table.h"

namespace newsindex {
namespace {

constexpr std::array kLocales{
    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb",    "fi",      "pl",   "cs",
    "sk", "hr", "sl", "ro", "hu", "tr", "el", "ru", "uk", "bg",    "sr_Latn", "id",   "ca",
    "et", "lv", "lt", "ar", "he", "ja", "zh", "ko", "vi", "de_AT", "ar_SY",   "es_PE"};
// Only the full names of their weekdays are used: the short ones would be common words elsewhere.
constexpr std::array kMoreLocales{
    "th", "fa", "hi", "bn", "eu", "gl", "is", "hy", "ka", "kk", "az", "uz", "mk",    "be",   "sq",
    "sr", "bs", "ms", "ta", "te", "kn", "ml", "mr", "gu", "pa", "ur", "ne", "si",    "km",   "lo",
    "my", "am", "af", "cy", "ga", "mt", "sw", "mn", "ky", "tg", "tk", "ps", "ar_DZ", "ar_MA"};

constexpr std::array<std::string_view, 12> kEnglishMonths{
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kEnglishWeekdays{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::size_t kLongestEnglish = 9;

// The word in lower case, or "" when it is too long or not ASCII letters.
class EnglishWord {
 public:
  explicit EnglishWord(std::string_view word) {
    if (word.size() > kLongestEnglish) return;
    for (const char c : word) {
      const char low = static_cast<char>(c | 0x20);
      if (low < 'a' || low > 'z') return;
      letters_[size_++] = low;
    }
    complete_ = true;
  }
  std::string_view view() const { return {letters_.data(), complete_ ? size_ : 0}; }

 private:
  std::array<char, kLongestEnglish> letters_{};
  std::size_t size_ = 0;
  bool complete_ = false;
};

// "sep" and "september", and what people write in between ("sept", "tues", "thurs").
bool is_name_or_abbreviation(std::string_view word, std::string_view name) {
  return word.size() >= 3 && name.starts_with(word) && (word.size() <= 5 || word == name);
}

template <typename Names>
std::optional<int> english(std::string_view word, const Names& names) {
  const EnglishWord lowered(word);
  if (lowered.view().empty()) return std::nullopt;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (is_name_or_abbreviation(lowered.view(), names[i])) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

struct Vote {
  std::string_view language;
  int month;
};

struct Months {
  std::vector<Vote> votes;
  std::vector<OtherMonth> others;
};

struct Names {
  std::unordered_map<std::string, Months> months;
  std::unordered_set<std::string> weekdays;
};

constexpr std::array kContexts{icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE};
constexpr std::array kWidths{icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED};

const icu::Normalizer2* normalizer(bool fold) {
  UErrorCode status = U_ZERO_ERROR;
  return fold ? icu::Normalizer2::getNFKCCasefoldInstance(status)
              : icu::Normalizer2::getNFDInstance(status);
}

// Accents, and the vowel points of scripts that are mostly written without them. Not the vowels of
// Thai or Hindi, which are non-spacing marks, too.
bool is_accent(UChar32 c) {
  constexpr std::array<std::pair<UChar32, UChar32>, 6> kAccents{{{0x300, 0x36F},
                                                                 {0x591, 0x5C7},
                                                                 {0x610, 0x670},
                                                                 {0x93C, 0x93C},
                                                                 {0x9BC, 0x9BC},
                                                                 {0x1AB0, 0x1DFF}}};
  return u_charType(c) == U_NON_SPACING_MARK && std::ranges::any_of(kAccents, [c](auto range) {
           return c >= range.first && c <= range.second;
         });
}

template <typename Drops>
std::string folded_without(std::string_view text, Drops drops) {
  UErrorCode status = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const icu::UnicodeString split =
      normalizer(false)->normalize(normalizer(true)->normalize(source, status), status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
    const UChar32 c = split.char32At(i);
    if (!drops(c)) kept.append(c == 0x131 ? UChar32{'i'} : c);  // the Turkish dotless i
  }
  std::string utf8;
  kept.toUTF8String(utf8);
  return utf8;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lowered(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return small;
}

// The form in which names of months and days are compared.
std::string key_of(std::string_view name) {
  return is_ascii(name) ? lowered(name) : folded_without(name, is_accent);
}

// "Apr." -> "apr"; empty for names that are numbers ("4월", "tháng 4").
std::string name_key(const icu::UnicodeString& name) {
  std::string utf8;
  name.toUTF8String(utf8);
  while (utf8.ends_with('.')) utf8.pop_back();
  return utf8.find_first_of("0123456789") == std::string::npos ? key_of(utf8) : "";
}

template <typename Add>
void each_month(const icu::DateFormatSymbols& symbols, Add add) {
  for (const auto context : kContexts) {
    for (const auto width : kWidths) {
      std::int32_t count = 0;
      const icu::UnicodeString* months = symbols.getMonths(count, context, width);
      for (std::int32_t i = 0; i < count; ++i) {
        const std::string key = name_key(months[i]);
        if (key.size() > 1) add(key, i + 1);
      }
    }
  }
}

void add_months(const icu::DateFormatSymbols& symbols, std::string_view language, Names& names) {
  each_month(symbols, [&](const std::string& key, int month) {
    if (month <= 12 && key.find(' ') == std::string::npos)
      names.months[key].votes.push_back({language, month});
  });
}

void add_weekdays(const icu::DateFormatSymbols& symbols, bool short_ones, Names& names) {
  for (const auto context : kContexts) {
    for (const auto width : kWidths) {
      if (width == icu::DateFormatSymbols::ABBREVIATED && !short_ones) continue;
      std::int32_t count = 0;
      const icu::UnicodeString* weekdays = symbols.getWeekdays(count, context, width);
      for (std::int32_t i = 1; i < count; ++i) names.weekdays.insert(name_key(weekdays[i]));
    }
  }
}

void add_language(const char* locale, bool short_weekdays, Names& names) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(locale), status);
  if (U_FAILURE(status)) return;  // an ICU built without this language
  add_months(symbols, std::string_view(locale).substr(0, 2), names);
  add_weekdays(symbols, short_weekdays, names);
}

// The second Adar of a leap year corresponds to the Adar of other years.
int month_of(WorldCalendar calendar, int month) {
  constexpr int kSecondAdar = 14;
  constexpr int kAdar = 7;
  return calendar == WorldCalendar::hebrew && month == kSecondAdar ? kAdar : month;
}

void add_calendar(const CalendarRow& row, std::string_view locale, Names& names) {
  const std::string name = std::string(locale) + "@calendar=" + row.icu;
  UErrorCode status = U_ZERO_ERROR;
  const icu::SimpleDateFormat format(icu::UnicodeString("d"), icu::Locale(name.c_str()), status);
  if (U_FAILURE(status)) return;
  each_month(*format.getDateFormatSymbols(), [&](const std::string& key, int month) {
    const OtherMonth other{row.calendar, month_of(row.calendar, month)};
    auto& others = names.months[key].others;
    const bool known = std::ranges::any_of(others, [&](const OtherMonth& each) {
      return each.calendar == other.calendar && each.month == other.month;
    });
    if (!known) others.push_back(other);
  });
}

void add_calendars(Names& names) {
  for (const CalendarRow& row : world_calendars())
    for (std::string_view rest = row.locales; !rest.empty();) {
      const std::string_view locale = rest.substr(0, rest.find(' '));
      add_calendar(row, locale, names);
      rest.remove_prefix(std::min(locale.size() + 1, rest.size()));
    }
}

Names load_names() {
  Names names;
  for (const char* locale : kLocales) add_language(locale, true, names);
  for (const char* locale : kMoreLocales) add_language(locale, false, names);
  for (const auto& [language, month, name] : rule_rows<3>(
#include "month-names.inc"
           ))
    names.months[key_of(name)].votes.push_back({language, std::stoi(std::string(month))});
  add_calendars(names);
  names.weekdays.erase("");
  for (const char* single : {"日", "月", "火", "水", "木", "金", "土"})
    names.weekdays.insert(single);
  return names;
}

const Names& names() {
  static const Names loaded = load_names();
  return loaded;
}

// The month with the most votes; the first one of equals.
int winner(const std::vector<Vote>& votes) {
  std::array<int, 13> counts{};
  for (const Vote& vote : votes) ++counts[static_cast<std::size_t>(vote.month)];
  const auto most = std::ranges::max(counts);
  const auto first = std::ranges::find_if(votes, [&](const Vote& vote) {
    return counts[static_cast<std::size_t>(vote.month)] == most;
  });
  return first->month;
}

// Hebrew attaches "in" to the month: ביולי.
constexpr std::string_view kPrefix = "ב";

const Months* months_of(std::string_view words) {
  const auto& all = names().months;
  auto found = all.find(key_of(words));
  if (found == all.end() && words.starts_with(kPrefix))
    found = all.find(key_of(words.substr(kPrefix.size())));
  return found == all.end() ? nullptr : &found->second;
}

}  // namespace

std::span<const char* const> date_locales() { return kLocales; }

MonthName month_name(std::string_view words, std::string_view language) {
  if (const auto month = english(words, kEnglishMonths)) return {month};
  const Months* found = months_of(words);
  if (found == nullptr) return {};
  MonthName name{std::nullopt, found->others};
  if (found->votes.empty()) return name;
  const auto known = std::ranges::find(found->votes, language, &Vote::language);
  name.gregorian = known != found->votes.end() ? known->month : winner(found->votes);
  return name;
}

std::optional<int> month_named(std::string_view word, std::string_view language) {
  return month_name(word, language).gregorian;
}

bool is_weekday(std::string_view word) {
  return english(word, kEnglishWeekdays).has_value() || names().weekdays.contains(key_of(word));
}

std::string folded_name(std::string_view text) {
  if (is_ascii(text)) return lowered(text);
  return folded_without(text, [](UChar32 c) { return u_charType(c) == U_NON_SPACING_MARK; });
}

}  // namespace newsindex
