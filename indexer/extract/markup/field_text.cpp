// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/markup/field_text.h"

#include <algorithm>
#include <array>

#include "indexer/extract/markup/html_paragraphs.h"
#include "indexer/extract/markup/shortcodes.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/extract/text/character_references.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/tags.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

// The name at the beginning of the text.
std::string_view name_at_front(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_letter_or_digit);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// True if the text, which follows a `<`, is a tag that shows that the field is HTML.
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
    return is_name_of(name, kElements) && next != std::string_view::npos && behind[next] == '>';
  return is_name_of(name, kBreaks) && behind.substr(0, 1).find_first_of(" />") == 0;
}

// Removes <figure> elements that hold a picture or a frame; those with a quotation or table stay.
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

// Removes the head of a whole page, its headline and the line below that (section, agency).
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
    const std::string line = on_one_line(decoded_references(html.substr(at, end - at)));
    if (!line.empty()) all += (all.empty() ? "" : "\n\n") + line;
    at = end + 2;
  }
  return all;
}

std::string text_of_field(std::string_view field, bool declared_html) {
  std::string text = without_shortcodes(std::string(field));
  return declared_html || has_element_tag(text) ? text_of_html(std::move(text)) : text;
}

}  // namespace newsindex
