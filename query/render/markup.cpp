// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/markup.h"

#include <cctype>

#include "query/render/harmless.h"

namespace newsindex {
namespace {

constexpr std::string_view kEllipsis = "…";

void append_escaped(std::string& to, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '<': to += "&lt;"; break;
      case '>': to += "&gt;"; break;
      case '&': to += "&amp;"; break;
      case '"': to += "&quot;"; break;
      case '\'': to += "&#39;"; break;
      default: to += c;
    }
  }
}

// Removes U+FFFE and U+FFFF, which XML does not allow.
std::string without_noncharacters(std::string text) {
  for (const std::string_view each : {"\xef\xbf\xbe", "\xef\xbf\xbf"})
    for (std::size_t at = text.find(each); at != std::string::npos; at = text.find(each, at))
      text.erase(at, each.size());
  return text;
}

}  // namespace

std::string escaped_markup(std::string_view text) {
  std::string escaped;
  append_escaped(escaped, without_noncharacters(in_paragraphs(text)));
  return escaped;
}

std::string marked_up(const Snippet& snippet) {
  const std::string_view text = snippet.text;
  std::string markup(snippet.cut_before ? kEllipsis : std::string_view());
  std::size_t at = 0;
  for (const auto& [start, end] : snippet.matches) {
    markup += escaped_markup(text.substr(at, start - at)) + "<mark>" +
              escaped_markup(text.substr(start, end - start)) + "</mark>";
    at = end;
  }
  markup += escaped_markup(text.substr(at));
  return markup.append(snippet.cut_after ? kEllipsis : std::string_view());
}

std::string harmless_link(std::string_view url) {
  const bool is_web = url.starts_with("http://") || url.starts_with("https://");
  return is_web ? std::string(url) : std::string();
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "-._~";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && (std::isalnum(byte) != 0 || kPlain.find(c) != std::string_view::npos)) {
      encoded += c;
      continue;
    }
    encoded += '%';
    encoded += kDigits[byte >> 4];
    encoded += kDigits[byte & 15];
  }
  return encoded;
}

}  // namespace newsindex
