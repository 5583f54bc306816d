// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/xml/wordpress.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/extract/xml/xml_text.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t npos = std::string::npos;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A tag in brackets: [name attributes] or [/name].
struct Shortcode {
  std::size_t start = npos;
  std::size_t end = npos;  // behind the bracket
  std::string_view name;
  bool closing = false;
  bool has_attributes = false;
};

bool is_name(std::string_view name) {
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
         });
}

// The first that could be one from `from` on.
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

// Those whose content is no text of the article.
bool holds_no_text(std::string_view name) {
  constexpr std::array kNames{"caption"sv, "wp_caption"sv, "gallery"sv, "embed"sv,
                              "audio"sv,   "video"sv,      "playlist"sv};
  return is_one_of(name, kNames);
}

std::string closing_tag(std::string_view name) { return "[/" + std::string(name) + "]"; }

}  // namespace

std::string refusal_by_wordpress(pugi::xml_node item) {
  constexpr std::array kNoArticles{"attachment"sv,   "nav_menu_item"sv,    "revision"sv,
                                   "custom_css"sv,   "oembed_cache"sv,     "customize_changeset"sv,
                                   "user_request"sv, "elementor_library"sv};
  constexpr std::array kUnpublished{"trash"sv, "inherit"sv, "auto-draft"sv, "draft"sv, "pending"sv};
  const std::string type = line_of(item.child("wp:post_type"));
  const std::string status = line_of(item.child("wp:status"));
  if (is_one_of(type, kNoArticles) || type.starts_with("wp_"))
    return "no article but a WordPress item of the type " + type;
  if (is_one_of(status, kUnpublished)) return "not published: its status is " + status;
  return {};
}

std::string without_shortcodes(const std::string& text) {
  std::string out;
  std::size_t at = 0;
  for (Shortcode code = next_shortcode(text, 0); code.start != npos;
       code = next_shortcode(text, code.end)) {
    if (code.start < at) continue;
    const std::string closing = closing_tag(code.name);
    const bool opened =
        code.closing && text.substr(0, code.start).find("[" + std::string(code.name)) != npos;
    const std::size_t close = code.closing ? npos : text.find(closing, code.end);
    const bool apart = holds_no_text(code.name);
    if (!opened && close == npos && !apart && !code.has_attributes) continue;
    out += text.substr(at, code.start - at);
    at = apart && close != npos ? close + closing.size() : code.end;
  }
  return out + text.substr(at);
}

std::string displayed_by_wordpress(const std::string& text) {
  std::string out;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::size_t first = text.find_first_not_of(" \t\r", start);
    const std::size_t last = text.find_last_not_of(" \t\r\n", end);
    const Shortcode code = next_shortcode(text, start);
    const bool alone = code.start == first && code.end == last + 1;
    if (first >= end)
      out += "<p>";
    else if (!alone || code.closing || text.find(closing_tag(code.name), code.end) != npos)
      out += text.substr(start, end - start);
    out += '\n';
    start = end + 1;
  }
  return out;
}

}  // namespace newsindex
