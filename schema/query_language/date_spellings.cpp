// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/date_spellings.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace newsindex {
namespace {

constexpr std::size_t kDay = 10;  // bytes of 2020-06-30
constexpr int kMonths = 12;

// The numbers of a text that consists only of numbers and signs between them; otherwise empty.
std::vector<std::string_view> numbers_in(std::string_view text, std::string_view signs) {
  std::vector<std::string_view> numbers;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(signs, at), text.size());
    const std::string_view number = text.substr(at, end - at);
    if (number.empty() || number.size() > 8 ||
        number.find_first_not_of("0123456789") != std::string_view::npos)
      return {};
    numbers.push_back(number);
    at = end + 1;
  }
  return numbers;
}

std::string two_digits(std::string_view number) {
  return (number.size() < 2 ? "0" : "") + std::string(number);
}

std::string joined(std::string_view year, std::string_view month, std::string_view day) {
  return std::string(year) + "-" + two_digits(month) + "-" + two_digits(day);
}

int value_of(std::string_view number) {
  int value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  return value;
}

std::string spelt_day(std::string_view text) {
  if (text.size() == 8 && numbers_in(text, "/").size() == 1)
    return joined(text.substr(0, 4), text.substr(4, 2), text.substr(6));
  const auto parts = numbers_in(text, "/.-");
  if (parts.size() == 2 && parts[0].size() == 4)
    return std::string(parts[0]) + "-" + two_digits(parts[1]);
  if (parts.size() == 2 && parts[1].size() == 4)
    return std::string(parts[1]) + "-" + two_digits(parts[0]);
  if (parts.size() != 3) return "";
  if (parts[0].size() == 4) return joined(parts[0], parts[1], parts[2]);
  if (parts[2].size() != 4) return "";
  if (value_of(parts[0]) > kMonths) return joined(parts[2], parts[1], parts[0]);
  if (value_of(parts[1]) > kMonths) return joined(parts[2], parts[0], parts[1]);
  return "";
}

}  // namespace

std::string spelt_as_date(std::string_view text) {
  if (text.starts_with(">=")) return std::string(text.substr(2)) + "..";
  if (text.starts_with("<=")) return ".." + std::string(text.substr(2));
  if (text.starts_with("=")) return std::string(text.substr(1));
  if (text.size() == 2 * kDay + 1 && text[kDay] == '-')
    return std::string(text.substr(0, kDay)) + ".." + std::string(text.substr(kDay + 1));
  return spelt_day(text);
}

}  // namespace newsindex
