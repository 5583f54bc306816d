// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/text/tags.h"

#include <algorithm>

#include "schema/text/ascii.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

bool is_name_char(char c) {
  return is_letter_or_digit(c) || c == '-' || c == '_' || c == ':' || c == '.';
}

std::size_t name_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_name_char(text[at])) ++at;
  return at;
}

// Removes one value, quoted or not, from the front of the text and returns it.
std::string_view take_value(std::string_view& text) {
  const bool quoted = !text.empty() && (text[0] == '"' || text[0] == '\'');
  const std::size_t end =
      std::min(quoted ? text.find(text[0], 1) : text.find_first_of(kSpaces), text.size());
  const std::string_view value = quoted ? text.substr(1, end - 1) : text.substr(0, end);
  text.remove_prefix(std::min(end + (quoted ? 1 : 0), text.size()));
  return value;
}

}  // namespace

Tag next_tag(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('<', from); at != std::string_view::npos;
       at = text.find('<', at + 1)) {
    const bool closing = at + 1 < text.size() && text[at + 1] == '/';
    const std::size_t name = at + (closing ? 2 : 1);
    if (name >= text.size() || !is_letter(text[name])) continue;
    const std::size_t end_of_name = name_end(text, name);
    const std::size_t close = text.find_first_of("<>", end_of_name);
    if (close == std::string_view::npos || text[close] == '<') continue;
    return {text.substr(name, end_of_name - name), text.substr(end_of_name, close - end_of_name),
            at, close + 1, closing};
  }
  return {};
}

std::string_view attribute(std::string_view attributes, std::string_view name) {
  for (std::string_view rest = trimmed_front(attributes); !rest.empty();
       rest = trimmed_front(rest)) {
    const std::size_t end = std::min(name_end(rest, 0), rest.size());
    const std::string_view found = rest.substr(0, end);
    rest = trimmed_front(rest.substr(end));
    if (!rest.starts_with('=')) {
      if (found.empty()) rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
      continue;
    }
    rest = trimmed_front(rest.substr(1));
    const std::string_view value = take_value(rest);
    if (same_name(found, name)) return value;
  }
  return {};
}

}  // namespace newsindex
