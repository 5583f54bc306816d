// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/utc_time.h"

#include <array>
#include <charconv>

namespace newsindex {
namespace {

using namespace std::chrono;

constexpr std::string_view kShape = "0000-00-00T00:00:00Z";

void put_digits(std::string& text, std::size_t end, unsigned number) {
  for (; number > 0; number /= 10) text[--end] = static_cast<char>('0' + number % 10);
}

unsigned number_at(std::string_view text, std::size_t at, std::size_t digits) {
  unsigned number = 0;
  std::from_chars(text.data() + at, text.data() + at + digits, number);
  return number;
}

bool has_shape(std::string_view text) {
  if (text.size() != kShape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == '0' ? !is_digit : text[i] != kShape[i]) return false;
  }
  return true;
}

}  // namespace

std::string utc_text(sys_seconds time) {
  const auto whole = floor<days>(time);
  const year_month_day day(whole);
  const hh_mm_ss clock(time - whole);
  std::string text(kShape);
  put_digits(text, 4, static_cast<unsigned>(static_cast<int>(day.year())));
  put_digits(text, 7, static_cast<unsigned>(day.month()));
  put_digits(text, 10, static_cast<unsigned>(day.day()));
  put_digits(text, 13, static_cast<unsigned>(clock.hours().count()));
  put_digits(text, 16, static_cast<unsigned>(clock.minutes().count()));
  put_digits(text, 19, static_cast<unsigned>(clock.seconds().count()));
  return text;
}

std::optional<sys_seconds> utc_time(std::string_view text) {
  if (!has_shape(text)) return std::nullopt;
  const year_month_day day(year(static_cast<int>(number_at(text, 0, 4))),
                           month(number_at(text, 5, 2)), std::chrono::day(number_at(text, 8, 2)));
  if (!day.ok()) return std::nullopt;
  return sys_days(day) + hours(number_at(text, 11, 2)) + minutes(number_at(text, 14, 2)) +
         seconds(number_at(text, 17, 2));
}

sys_seconds utc_now() { return floor<seconds>(system_clock::now()); }

}  // namespace newsindex
