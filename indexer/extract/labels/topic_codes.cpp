// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/labels/topic_codes.h"

#include <algorithm>
#include <array>

#include "indexer/extract/labels/labels.h"
#include "indexer/extract/labels/subject_codes.h"
#include "indexer/extract/text/lines.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

bool has_digits_only(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

// The topic of a code of the older list of subjects, whose numbers have eight digits like those of
// the Media Topics. `scheme`: the source's name for the owner of the code; a URL may also contain
// it.
std::string topic_of_old_code(std::string_view code, std::string_view scheme) {
  constexpr std::array kHints{"subj"sv, "subref"sv, "iptc"sv, "newscodes"sv, "tobject"sv};
  const std::size_t start = code.find_last_of(":/#") + 1;  // npos + 1 is 0
  const std::string_view number = code.substr(start);
  if (!has_digits_only(number)) return {};
  const std::string whose = std::string(scheme) + std::string(code.substr(0, start));
  const bool known = std::any_of(kHints.begin(), kHints.end(), [&whose](std::string_view hint) {
    return whose.find(hint) != std::string::npos;
  });
  return known || whose.empty() ? topic_of_code(number) : std::string();
}

}  // namespace

Topic topic_named(const std::vector<std::string>& codes, const std::string& name,
                  std::string_view scheme) {
  for (const std::string& code : codes)
    if (Topic topic = topic_of_label(code); !is_label(topic)) return topic;
  Topic topic = topic_of_label(name.empty() ? codes.front() : name);
  if (!is_label(topic)) return topic;
  for (const std::string& code : codes)
    if (const std::string top = topic_of_old_code(code, scheme); !top.empty())
      return topic_of_label(top);
  return topic;
}

std::vector<Topic> topics_in_text(const std::string& text) {
  if (is_no_value(text)) return {};
  Topic whole = topic_named({text}, {}, {});
  if (!is_label(whole)) return {whole};
  std::vector<Topic> topics;
  for (const std::string& part : listed_parts(text)) topics.push_back(topic_of_label(part));
  return topics;
}

}  // namespace newsindex
