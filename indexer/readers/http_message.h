// SPDX-License-Identifier: GPL-3.0-or-later
// The response of a web server, as web archives store it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace newsindex {

struct HttpMessage {
  int status = 0;
  std::string type;     // "text/html"; empty if there is none
  std::string charset;  // "windows-1252", or empty
  std::string body;     // decoded: neither chunked nor compressed
  std::string damage;   // of the body, or empty: see DecodedContent
};

// Reads status, header and body, or returns why it cannot: "compressed in an unknown way (zstd)". A
// body that is cut off is returned as far as it goes. At most `limit` bytes of body.
std::variant<HttpMessage, std::string> read_http(std::string_view message, std::size_t limit);

// The value of a header field in lines of "Name: value", or empty. Letter case is ignored.
std::string_view header_field(std::string_view header, std::string_view name);

// Reads type and charset from "text/html; charset=utf-8".
void read_content_type(std::string_view value, HttpMessage& message);

// True if a type may be that of an article: HTML, XML, JSON, plain text, or no type.
bool is_text_type(std::string_view type);

}  // namespace newsindex
