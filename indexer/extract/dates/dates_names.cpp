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
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace newsindex {
namespace {

constexpr std::array kLocales{
    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb",    "fi",      "pl",   "cs",
    "sk", "hr", "sl", "ro", "hu", "tr", "el", "ru", "uk", "bg",    "sr_Latn", "id",   "ca",
    "et", "lv", "lt", "ar", "he", "ja", "zh", "ko", "vi", "de_AT", "ar_SY",   "es_PE"};

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

struct Names {
  std::unordered_map<std::string, std::vector<Vote>> months;
  std::unordered_set<std::string> weekdays;
};

constexpr std::array kContexts{icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE};
constexpr std::array kWidths{icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED};

// "Apr." -> "apr"; empty for names that are no single word ("4월", "tháng 4").
std::string name_key(const icu::UnicodeString& name) {
  std::string utf8;
  name.toUTF8String(utf8);
  while (utf8.ends_with('.')) utf8.pop_back();
  return utf8.find_first_of("0123456789 ") == std::string::npos ? folded_name(utf8) : "";
}

void add_months(const icu::DateFormatSymbols& symbols, std::string_view language, Names& names) {
  for (const auto context : kContexts) {
    for (const auto width : kWidths) {
      std::int32_t count = 0;
      const icu::UnicodeString* months = symbols.getMonths(count, context, width);
      for (std::int32_t i = 0; i < std::min(count, 12); ++i) {
        const std::string key = name_key(months[i]);
        if (key.size() > 1) names.months[key].push_back({language, i + 1});
      }
    }
  }
}

void add_weekdays(const icu::DateFormatSymbols& symbols, Names& names) {
  for (const auto context : kContexts) {
    for (const auto width : kWidths) {
      std::int32_t count = 0;
      const icu::UnicodeString* weekdays = symbols.getWeekdays(count, context, width);
      for (std::int32_t i = 1; i < count; ++i) names.weekdays.insert(name_key(weekdays[i]));
    }
  }
}

Names load_names() {
  Names names;
  for (const char* locale : kLocales) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(locale), status);
    if (U_FAILURE(status)) continue;  // an ICU built without this language
    add_months(symbols, std::string_view(locale).substr(0, 2), names);
    add_weekdays(symbols, names);
  }
  names.weekdays.erase("");
  for (const char* single : {"日", "月", "火", "水", "木", "金", "土"})
    names.weekdays.insert(single);
  return names;
}

const Names& names() {
  static const Names loaded = load_names();
  return loaded;
}

// The month that most votes are for; the first one of equals.
int winner(const std::vector<Vote>& votes) {
  std::array<int, 13> counts{};
  for (const Vote& vote : votes) ++counts[static_cast<std::size_t>(vote.month)];
  const auto most = std::ranges::max(counts);
  const auto first = std::ranges::find_if(votes, [&](const Vote& vote) {
    return counts[static_cast<std::size_t>(vote.month)] == most;
  });
  return first->month;
}

const icu::Normalizer2* normalizer(bool fold) {
  UErrorCode status = U_ZERO_ERROR;
  return fold ? icu::Normalizer2::getNFKCCasefoldInstance(status)
              : icu::Normalizer2::getNFDInstance(status);
}

}  // namespace

std::span<const char* const> date_locales() { return kLocales; }

std::optional<int> month_named(std::string_view word, std::string_view language) {
  if (const auto month = english(word, kEnglishMonths)) return month;
  const auto found = names().months.find(folded_name(word));
  if (found == names().months.end()) return std::nullopt;
  const std::vector<Vote>& votes = found->second;
  const auto known = std::ranges::find(votes, language, &Vote::language);
  return known != votes.end() ? known->month : winner(votes);
}

bool is_weekday(std::string_view word) {
  return english(word, kEnglishWeekdays).has_value() ||
         names().weekdays.contains(folded_name(word));
}

std::string folded_name(std::string_view text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    std::string lowered(text);
    for (char& c : lowered) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return lowered;
  }
  UErrorCode status = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const icu::UnicodeString split =
      normalizer(false)->normalize(normalizer(true)->normalize(source, status), status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
    const UChar32 c = split.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    kept.append(c == 0x131 ? UChar32{'i'} : c);  // the Turkish dotless i
  }
  std::string utf8;
  kept.toUTF8String(utf8);
  return utf8;
}

}  // namespace newsindex
