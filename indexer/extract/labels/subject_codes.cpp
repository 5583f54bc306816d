// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/labels/subject_codes.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "indexer/extract/text/rule_table.h"
#include "schema/media_topics.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using Codes = std::unordered_map<std::uint32_t, std::uint32_t>;

Codes load_codes() {
  const auto number = [](std::string_view code) {
    return static_cast<std::uint32_t>(std::stoul(std::string(code)));
  };
  Codes codes;
  for (const auto& [subject, topic] : rule_rows<2>(
#include "subject-codes.inc"
           ))
    codes.emplace(number(subject), number(topic));
  return codes;
}

// The topic of a subject; 0 if it is not mapped.
std::uint32_t mapped(std::uint32_t subject) {
  static const Codes codes = load_codes();
  const auto found = codes.find(subject);
  return found == codes.end() ? 0 : found->second;
}

// A code of eight digits consists of subject (2), matter (3) and detail (3).
std::uint32_t topic_of_subject(std::uint32_t code) {
  constexpr std::uint32_t kDetail = 1'000;
  constexpr std::uint32_t kSubject = 1'000'000;
  constexpr std::uint32_t kTopics = 17;
  for (const std::uint32_t level : {1u, kDetail, kSubject})
    if (const std::uint32_t topic = mapped(code / level * level); topic != 0) return topic;
  const std::uint32_t top = code / kSubject;  // the top levels of both lists have the same numbers
  return top >= 1 && top <= kTopics ? top * kSubject : 0;
}

// The eight digits that a code ends with, or empty.
std::string_view number_of(std::string_view code) {
  constexpr std::size_t kDigits = 8;
  const std::string_view number = code.substr(code.find_last_of(":/") + 1);  // npos + 1 is 0
  const bool digits =
      number.size() == kDigits && std::all_of(number.begin(), number.end(), is_digit);
  return digits ? number : std::string_view();
}

bool is_media_topic(std::string_view code) {
  return code.starts_with("medtop:") || code.find("/mediatopic/") != std::string_view::npos;
}

// The number of a code of the older list, or 0.
std::uint32_t subject_of(std::string_view code) {
  const std::string_view number = number_of(code);
  const std::string_view scheme = code.substr(0, code.find(':'));
  const bool known = scheme == number || scheme.ends_with("subj") || scheme == "iptccat" ||
                     scheme == "tobject" || code.find("subjectcode") != std::string_view::npos ||
                     code.find("iptc") != std::string_view::npos;
  return known && !number.empty() ? static_cast<std::uint32_t>(std::stoul(std::string(number))) : 0;
}

}  // namespace

std::string topic_of_code(std::string_view code) {
  const std::string_view number = number_of(code);
  if (number.empty()) return {};
  if (is_media_topic(code)) return "medtop:" + std::string(number);
  const std::uint32_t topic = topic_of_subject(subject_of(code));
  return topic == 0 ? std::string() : media_topic_id(topic);
}

bool has_topic_of_its_own(std::string_view code) {
  return (is_media_topic(code) && !number_of(code).empty()) || mapped(subject_of(code)) != 0;
}

}  // namespace newsindex
