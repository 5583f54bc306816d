// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/xml_scanner.h"

#include <algorithm>

#include "schema/text/ascii.h"

namespace newsindex {
namespace {

std::optional<XmlToken> until(std::string_view text, std::size_t from, std::string_view mark) {
  const std::size_t at = text.find(mark, from);
  if (at == npos) return std::nullopt;
  return XmlToken{XmlPiece::other, at + mark.size(), {}};
}

// A document type may contain declarations in brackets.
std::optional<XmlToken> declaration(std::string_view text) {
  int brackets = 0;
  for (std::size_t at = 2; at < text.size(); ++at) {
    if (text[at] == '[') ++brackets;
    if (text[at] == ']') --brackets;
    if (text[at] == '>' && brackets <= 0) return XmlToken{XmlPiece::other, at + 1, {}};
  }
  return std::nullopt;
}

bool ends_name(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '/' || c == '>'; }

std::optional<XmlToken> tag(std::string_view text) {
  const bool closing = text.size() > 1 && text[1] == '/';
  const std::size_t begin = closing ? 2 : 1;
  std::size_t name_end = begin;
  while (name_end < text.size() && !ends_name(text[name_end])) ++name_end;
  char quote = '\0';
  for (std::size_t at = name_end; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
      continue;
    }
    if (c == '"' || c == '\'') quote = c;
    if (c != '>') continue;
    XmlToken token{closing ? XmlPiece::end_tag : XmlPiece::start_tag, at + 1,
                   text.substr(begin, name_end - begin)};
    if (!closing && at > 0 && text[at - 1] == '/') token.piece = XmlPiece::empty_tag;
    return token;
  }
  return std::nullopt;
}

}  // namespace

std::optional<XmlToken> next_xml_token(std::string_view text, bool last) {
  if (text.front() != '<') {
    const std::size_t end = text.find('<');
    if (end == npos && !last) return std::nullopt;
    return XmlToken{XmlPiece::text, std::min(end, text.size()), {}};
  }
  if (text.size() < 9 && !last) return std::nullopt;  // enough to recognise the piece
  if (text.starts_with("<!--")) return until(text, 4, "-->");
  if (text.starts_with("<![CDATA[")) return until(text, 9, "]]>");
  if (text.starts_with("<?")) return until(text, 2, "?>");
  if (text.starts_with("<!")) return declaration(text);
  return tag(text);
}

std::string_view local_xml_name(std::string_view name) {
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

std::string_view xml_root(std::string_view text) {
  while (!text.empty()) {
    const auto token = next_xml_token(text, true);
    if (!token) return {};
    if (token->piece == XmlPiece::start_tag || token->piece == XmlPiece::empty_tag)
      return local_xml_name(token->name);
    const bool blank = text.substr(0, token->end).find_first_not_of(" \t\r\n") == npos;
    if (token->piece == XmlPiece::end_tag || (token->piece == XmlPiece::text && !blank)) return {};
    text.remove_prefix(token->end);
  }
  return {};
}

}  // namespace newsindex
