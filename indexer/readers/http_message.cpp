// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/http_message.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "indexer/extract/text/tags.h"
#include "indexer/readers/content_coding.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// Joins the chunks of a body; before each is a line with its length in hexadecimal.
std::string without_chunks(std::string_view body) {
  constexpr int kHexadecimal = 16;
  std::string whole;
  while (!body.empty()) {
    std::size_t size = 0;
    const auto [end, error] =
        std::from_chars(body.data(), body.data() + body.size(), size, kHexadecimal);
    const std::size_t line = body.find('\n');
    if (error != std::errc() || line == std::string_view::npos || size == 0) break;
    body.remove_prefix(line + 1);
    whole += body.substr(0, size);
    body.remove_prefix(std::min(size, body.size()));
    body.remove_prefix(std::min(body.find_first_not_of("\r\n"), body.size()));
  }
  return whole;
}

}  // namespace

std::string_view header_field(std::string_view header, std::string_view name) {
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t end = std::min(header.find('\n', at), header.size());
    const std::string_view line = header.substr(at, end - at);
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && same_name(trimmed(line.substr(0, colon)), name))
      return trimmed(line.substr(colon + 1));
    at = end + 1;
  }
  return {};
}

void read_content_type(std::string_view value, HttpMessage& message) {
  message.type = small(trimmed(value.substr(0, value.find(';'))));
  const std::string all = small(value);
  const std::size_t at = all.find("charset=");
  if (at == std::string::npos) return;
  const std::string rest = all.substr(at + 8);
  const std::size_t begin = rest.starts_with('"') || rest.starts_with('\'') ? 1 : 0;
  message.charset = rest.substr(begin, rest.find_first_of("\"'; ", begin) - begin);
}

bool is_text_type(std::string_view type) {
  if (type.empty() || type.ends_with("+xml") || type.ends_with("+json")) return true;
  constexpr std::array<std::string_view, 9> kTypes{
      "text/html",           "application/xhtml+xml", "text/xml",
      "application/xml",     "application/json",      "text/plain",
      "application/rss+xml", "application/atom+xml",  "application/ld+json"};
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

std::variant<HttpMessage, std::string> read_http(std::string_view message, std::size_t limit) {
  if (!message.starts_with("HTTP/")) return "no HTTP header";
  std::size_t end = message.find("\r\n\r\n");
  std::size_t gap = 4;
  if (const std::size_t plain = message.find("\n\n"); plain < end) {
    end = plain;
    gap = 2;
  }
  if (end == std::string_view::npos) return "the HTTP header does not end";
  const std::string_view header = message.substr(0, end);
  std::string_view body = message.substr(end + gap);
  HttpMessage read;
  const std::size_t space = header.find(' ');
  if (space != std::string_view::npos)
    std::from_chars(header.data() + space + 1, header.data() + header.size(), read.status);
  read_content_type(header_field(header, "Content-Type"), read);
  std::string whole;
  if (small(header_field(header, "Transfer-Encoding")).find("chunked") != std::string::npos) {
    // Many archives keep the header and store the body without chunks.
    whole = without_chunks(body);
    if (!whole.empty()) body = whole;
  }
  const std::string coding = small(header_field(header, "Content-Encoding"));
  auto decoded = decode_content(body, coding, limit);
  if (auto* reason = std::get_if<std::string>(&decoded)) return std::move(*reason);
  auto& content = std::get<DecodedContent>(decoded);
  read.body = std::move(content.bytes);
  read.damage = std::move(content.damage);
  return read;
}

}  // namespace newsindex
