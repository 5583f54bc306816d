// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/xml/field_values.h"

#include <algorithm>

namespace newsindex {

std::string topic_of_code(std::string_view code) {
  constexpr std::size_t kDigits = 8;
  constexpr int kTopics = 17;
  const std::string_view scheme = code.substr(0, code.find(':'));
  const std::string_view number = code.substr(code.rfind(':') + 1);  // npos + 1 is 0
  const bool digits =
      number.size() == kDigits &&
      std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return {};
  if (scheme == "medtop") return std::string(code);
  const bool known = scheme == number || scheme == "subj" || scheme == "iptccat" ||
                     scheme == "tobject" || code.find("subjectcode") != std::string_view::npos ||
                     code.find("iptc") != std::string_view::npos;
  const int top = (number[0] - '0') * 10 + (number[1] - '0');
  if (!known || top < 1 || top > kTopics) return {};
  return "medtop:" + std::string(number.substr(0, 2)) + "000000";
}

}  // namespace newsindex
