// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/markup/shortcodes.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

// A tag in brackets: [name attributes] or [/name].
struct Shortcode {
  std::size_t start = npos;
  std::size_t end = npos;  // after the bracket
  std::string_view name;
  bool closing = false;
  bool has_attributes = false;
};

bool is_name(std::string_view name) {
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_lower(c) || is_digit(c) || c == '_' || c == '-'; });
}

// The first possible shortcode at or after `from`.
Shortcode next_shortcode(std::string_view text, std::size_t from) {
  constexpr std::size_t kLongest = 1000;
  for (std::size_t start = text.find('[', from); start != npos; start = text.find('[', start + 1)) {
    const std::string_view rest = text.substr(start, kLongest);
    const std::size_t end = rest.find_first_of("[]", 1);
    if (end == npos || rest[end] != ']') continue;
    std::string_view inside = rest.substr(1, end - 1);
    const bool closing = inside.starts_with('/');
    if (closing) inside.remove_prefix(1);
    const std::string_view name = inside.substr(0, inside.find_first_of(" \n\t/"));
    if (is_name(name)) return {start, start + end + 1, name, closing, inside.find('=') != npos};
  }
  return {};
}

// True for shortcodes whose content does not belong to the text.
bool holds_no_text(std::string_view name) {
  constexpr std::array kNames{"caption"sv, "wp_caption"sv, "gallery"sv, "embed"sv,
                              "audio"sv,   "video"sv,      "playlist"sv};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::string closing_tag(std::string_view name) { return "[/" + std::string(name) + "]"; }

// The places in a text where the tags of each name first open and last close.
class Tags {
 public:
  explicit Tags(std::string_view text) {
    for (Shortcode code = next_shortcode(text, 0); code.start != npos;
         code = next_shortcode(text, code.end)) {
      if (code.closing)
        last_close_[code.name] = code.start;
      else
        first_open_.emplace(code.name, code.start);
    }
  }

  bool is_opened_before(const Shortcode& code) const {
    const auto found = first_open_.find(code.name);
    return found != first_open_.end() && found->second < code.start;
  }

  bool is_closed_behind(std::string_view name, std::size_t at) const {
    const auto found = last_close_.find(name);
    return found != last_close_.end() && found->second >= at;
  }

 private:
  std::map<std::string_view, std::size_t> first_open_;
  std::map<std::string_view, std::size_t> last_close_;
};

}  // namespace

std::string without_shortcodes(const std::string& text) {
  const Tags tags(text);
  std::string out;
  std::size_t at = 0;
  for (Shortcode code = next_shortcode(text, 0); code.start != npos;
       code = next_shortcode(text, code.end)) {
    if (code.start < at) continue;
    const bool closed = !code.closing && tags.is_closed_behind(code.name, code.end);
    const bool opened = code.closing && tags.is_opened_before(code);
    const bool apart = holds_no_text(code.name);
    if (!opened && !closed && !apart && !code.has_attributes) continue;
    out.append(text, at, code.start - at);
    at = code.end;
    const std::string closing = closing_tag(code.name);
    if (apart && closed)
      at = std::min(text.find(closing, at), text.size() - closing.size()) + closing.size();
  }
  return out.append(text, at);
}

std::string displayed_by_wordpress(const std::string& text) {
  const Tags tags(text);
  std::string out;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = std::string_view(text).substr(start, end - start);
    const std::size_t first = line.find_first_not_of(" \t\r");
    const std::size_t last = line.find_last_not_of(" \t\r");
    const Shortcode code = next_shortcode(line, 0);
    const bool alone = code.start != npos && code.start == first && code.end == last + 1;
    if (first == npos)
      out += "<p>";
    else if (!alone || code.closing || tags.is_closed_behind(code.name, end))
      out += line;
    out += '\n';
    start = end + 1;
  }
  return out;
}

}  // namespace newsindex
