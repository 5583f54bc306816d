// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer/numbers.h"

#include <array>
#include <charconv>

namespace newsindex {

std::string fixed(double number, int digits) {
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number,
                                 std::chars_format::fixed, digits);
  return {text.data(), end.ptr};
}

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string articles(std::uint64_t number) {
  return grouped(number) + (number == 1 ? " article" : " articles");
}

}  // namespace newsindex
