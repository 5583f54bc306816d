// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/json/json_markup.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "indexer/extract/character_references.h"
#include "indexer/extract/encoding.h"
#include "indexer/extract/json/json_value.h"
#include "indexer/extract/xml/xml_text.h"
#include "indexer/readers/tags.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::any_of(names.begin(), names.end(),
                     [name](std::string_view other) { return same_name(name, other); });
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// The name that the text begins with.
std::string_view name_at_front(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_letter_or_digit);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// Whether the text, which follows a `<`, is a tag that decides.
bool is_deciding_tag(std::string_view text) {
  constexpr std::array kElements{
      "a"sv,   "abbr"sv, "article"sv, "b"sv,  "blockquote"sv, "body"sv,   "cite"sv,  "code"sv,
      "dd"sv,  "div"sv,  "dl"sv,      "dt"sv, "em"sv,         "font"sv,   "h1"sv,    "h2"sv,
      "h3"sv,  "h4"sv,   "h5"sv,      "h6"sv, "html"sv,       "i"sv,      "li"sv,    "ol"sv,
      "p"sv,   "pre"sv,  "q"sv,       "s"sv,  "section"sv,    "small"sv,  "span"sv,  "strong"sv,
      "sub"sv, "sup"sv,  "table"sv,   "u"sv,  "ul"sv,         "figure"sv, "iframe"sv};
  constexpr std::array kBreaks{"br"sv, "hr"sv, "img"sv};
  const bool closing = text.starts_with('/');
  if (closing) text.remove_prefix(1);
  const std::string_view name = name_at_front(text);
  const std::string_view behind = text.substr(name.size());
  const std::size_t next = behind.find_first_not_of(" \t\n/");
  if (closing)
    return is_one_of(name, kElements) && next != std::string_view::npos && behind[next] == '>';
  return is_one_of(name, kBreaks) && behind.substr(0, 1).find_first_of(" />") == 0;
}

// Without <figure> elements that hold a picture or a frame; those with a quotation or table stay.
std::string without_pictures(std::string_view html) {
  constexpr std::string_view kEnd = "</figure>";
  constexpr std::array kPictures{"<img"sv, "<picture"sv, "<video"sv, "<iframe"sv};
  std::string out;
  while (true) {
    const std::size_t at = html.find("<figure");
    const std::size_t end = at == std::string_view::npos ? at : html.find(kEnd, at);
    if (end == std::string_view::npos) return out += html;
    const std::string_view figure = html.substr(at, end + kEnd.size() - at);
    const bool picture = std::any_of(kPictures.begin(), kPictures.end(), [figure](auto tag) {
      return figure.find(tag) != std::string_view::npos;
    });
    out += html.substr(0, at);
    if (!picture) out += figure;
    html.remove_prefix(end + kEnd.size());
  }
}

// A whole page without its head, its headline and the line below that (section, agency).
std::string without_page_header(std::string html) {
  constexpr std::size_t kShort = 200;  // bytes, with tags
  if (html.find("<html") == std::string::npos) return html;
  for (const std::string_view end : {"</head>"sv, "</h1>"sv})
    if (const std::size_t at = html.find(end); at != std::string::npos)
      html.erase(0, at + end.size());
  const std::size_t first = html.find("<p");
  if (first != std::string::npos && first < kShort) html.erase(0, first);
  return html;
}

struct Shortcode {
  std::string_view name;  // empty for what is none
  bool closing = false;
  bool attributes = false;
  std::size_t length = 0;
};

// The shortcode that the text begins with; it begins with `[`.
Shortcode shortcode_at_front(std::string_view text) {
  constexpr std::size_t kLongest = 400;
  const std::size_t end = text.substr(0, kLongest).find_first_of("]\n");
  if (end == std::string_view::npos || text[end] != ']') return {};
  std::string_view inside = text.substr(1, end - 1);
  Shortcode code;
  code.closing = inside.starts_with('/');
  if (code.closing) inside.remove_prefix(1);
  const std::size_t name = inside.find_first_not_of("abcdefghijklmnopqrstuvwxyz_-");
  code.name = inside.substr(0, name);
  const std::string_view rest = name == std::string_view::npos ? ""sv : inside.substr(name);
  code.attributes = rest.starts_with(' ') && rest.find('=') != std::string_view::npos;
  if (!rest.empty() && !code.attributes) return {};
  code.length = end + 1;
  return code;
}

// Where the last closing tag of each name stands.
std::map<std::string_view, std::size_t> closing_tags(std::string_view text) {
  std::map<std::string_view, std::size_t> last;
  for (std::size_t at = text.find("[/"); at != std::string_view::npos; at = text.find("[/", at + 1))
    if (const Shortcode code = shortcode_at_front(text.substr(at)); code.length > 0)
      last[code.name] = at;
  return last;
}

}  // namespace

bool has_element_tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
    if (is_deciding_tag(text.substr(at + 1))) return true;
  return false;
}

std::string text_of_html(std::string html) {
  html = without_page_header(without_pictures(tidy(std::move(html))));
  if (html.find('<') != std::string::npos) return paragraphs_of_html(html);
  std::string all;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t end = std::min(html.find("\n\n", at), html.size());
    const std::string line = on_one_line(unreferenced(html.substr(at, end - at)));
    if (!line.empty()) all += (all.empty() ? "" : "\n\n") + line;
    at = end + 2;
  }
  return all;
}

std::string without_shortcodes(std::string_view text) {
  const auto closing = closing_tags(text);
  std::set<std::string_view> open;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bracket = std::min(text.find('[', at), text.size());
    out += text.substr(at, bracket - at);
    at = bracket;
    if (at == text.size()) break;
    const Shortcode code = shortcode_at_front(text.substr(at));
    const auto end = closing.find(code.name);
    const bool pair = !code.closing && end != closing.end() && end->second > at;
    const bool dropped = code.length > 0 && !code.name.empty() &&
                         (pair || code.attributes || (code.closing && open.contains(code.name)));
    if (pair) open.insert(code.name);
    if (dropped && pair && code.name == "caption") at = text.find("[/caption", at);
    if (dropped)
      at = text.find(']', at) + 1;
    else
      out += text[at++];
  }
  return out;
}

std::string text_of_field(std::string_view field, bool declared_html) {
  std::string text =
      field.find('[') == std::string_view::npos ? std::string(field) : without_shortcodes(field);
  return declared_html || has_element_tag(text) ? text_of_html(std::move(text)) : text;
}

}  // namespace newsindex
