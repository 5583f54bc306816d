// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/syntax/html_source.h"

#include <algorithm>
#include <array>

#include "indexer/extract/text/tags.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;
// Elements that are removed with their content.
constexpr std::array kLeftOut{"script"sv, "style"sv, "svg"sv, "math"sv, "iframe"sv, "object"sv};

// Elements that have no end tag, or whose end is implied by the next tag: they do not nest.
constexpr std::array kFlat{"area"sv,   "base"sv,  "br"sv,   "col"sv,   "embed"sv, "hr"sv,
                           "img"sv,    "input"sv, "link"sv, "meta"sv,  "param"sv, "source"sv,
                           "track"sv,  "wbr"sv,   "p"sv,    "li"sv,    "dt"sv,    "dd"sv,
                           "td"sv,     "th"sv,    "tr"sv,   "thead"sv, "tbody"sv, "tfoot"sv,
                           "option"sv, "html"sv,  "head"sv, "body"sv};

std::string_view name_at(std::string_view html, std::size_t at) {
  std::size_t end = at;
  while (end < html.size() && html[end] != '>' && html[end] != '/' &&
         static_cast<unsigned char>(html[end]) > ' ')
    ++end;
  return html.substr(at, end - at);
}

// The place after the `>` of a tag; a `>` within a quoted attribute value does not end the tag.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = '\0';
  bool value = false;  // an attribute's value may begin here
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '>') {
      return at + 1;
    } else if (value && (c == '"' || c == '\'')) {
      quote = c;
      value = false;
    } else if (c == '=') {
      value = true;
    } else if (static_cast<unsigned char>(c) > ' ') {
      value = false;
    }
  }
  return html.size();
}

// The start of the end tag of an element whose content has no tags of its own.
std::size_t find_end_tag(std::string_view html, std::size_t from, std::string_view name) {
  for (std::size_t at = html.find("</", from); at != npos; at = html.find("</", at + 2))
    if (same_name(html.substr(at + 2, name.size()), name)) return at;
  return html.size();
}

class Stripper {
 public:
  explicit Stripper(std::string_view html) : html_(html) { out_.markup.reserve(html.size() / 2); }

  HtmlSource strip() && {
    while (at_ < html_.size()) {
      const std::size_t open = std::min(html_.find('<', at_), html_.size());
      keep(open);
      if (open < html_.size()) step();
    }
    return std::move(out_);
  }

 private:
  void keep(std::size_t end) {
    out_.markup += html_.substr(at_, end - at_);
    at_ = end;
  }

  // Handles the `<` at at_.
  void step() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) {
      const std::size_t end = html_.find("-->", at_ + 4);
      at_ = end == npos ? html_.size() : end + 3;
    } else if (rest.size() > 1 && is_letter(rest[1])) {
      start_tag(name_at(html_, at_ + 1));
    } else if (rest.size() > 2 && rest[1] == '/' && is_letter(rest[2])) {
      if (!is_name_of(name_at(html_, at_ + 2), kFlat) && open_ > 0) --open_;
      keep(end_of_tag(html_, at_ + 2));
    } else {
      keep(at_ + 1);
    }
  }

  void start_tag(std::string_view name) {
    const std::size_t end = end_of_tag(html_, at_ + 1);
    if (is_name_of(name, kLeftOut)) {
      leave_out(name, end);
      return;
    }
    const bool flat = is_name_of(name, kFlat) || html_.substr(at_, end - at_).ends_with("/>");
    if (!flat) out_.depth = std::max(out_.depth, ++open_);
    keep(end);
  }

  void leave_out(std::string_view name, std::size_t end) {
    const std::string_view tag = html_.substr(at_, end - at_);
    if (tag.ends_with("/>") && !same_name(name, "script")) {
      at_ = end;
      return;
    }
    const std::size_t close = find_end_tag(html_, end, name);
    if (same_name(name, "script") && attribute(tag, "type").find("ld+json") != npos)
      out_.json_ld.emplace_back(html_.substr(end, close - end));
    at_ = close < html_.size() ? end_of_tag(html_, close) : close;
    out_.markup += ' ';
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t open_ = 0;
  HtmlSource out_;
};

}  // namespace

HtmlSource strip_html(std::string_view html) { return Stripper(html).strip(); }

}  // namespace newsindex
