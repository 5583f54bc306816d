// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/text/encoding.h"

#include <algorithm>
#include <array>

#include <simdjson.h>

#include "indexer/extract/text/charset.h"
#include "indexer/extract/text/decoder.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

// The windows-1252 characters for the C1 controls U+0080..U+009F; "" where windows-1252 has none.
constexpr std::array kWindows1252{"€"sv, ""sv,  "‚"sv, "ƒ"sv, "„"sv, "…"sv, "†"sv, "‡"sv,
                                  "ˆ"sv, "‰"sv, "Š"sv, "‹"sv, "Œ"sv, ""sv,  "Ž"sv, ""sv,
                                  ""sv,  "‘"sv, "’"sv, "“"sv, "”"sv, "•"sv, "–"sv, "—"sv,
                                  "˜"sv, "™"sv, "š"sv, "›"sv, "œ"sv, ""sv,  "ž"sv, "Ÿ"sv};
static_assert(kWindows1252.size() == 32);

constexpr std::array<bool, 256> bytes_to_look_at() {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = byte != '\t';
  table[0x7F] = table[0xC2] = table[0xE2] = table[0xEF] = true;
  return table;
}
constexpr std::array<bool, 256> kLookAt = bytes_to_look_at();

void end_line(std::string& out) {
  while (!out.empty() && (out.back() == ' ' || out.back() == '\t')) out.pop_back();
  out += '\n';
}

// Replaces the control character, line end or mark at `at`, if there is one; returns the number of
// bytes it takes (0 for an ordinary character).
std::size_t replace_control(std::string_view text, std::size_t at, std::string& out) {
  const unsigned char first = byte_at(text, at);
  const unsigned char second = byte_at(text, at + 1);
  if (first == 0xC2 && second >= 0x80 && second <= 0x9F) {
    out += kWindows1252[second - 0x80u];
    return 2;
  }
  if (text.substr(at, 3) == "\xEF\xBB\xBF"sv) return 3;
  if (const auto three = text.substr(at, 3); three == "\u2028"sv || three == "\u2029"sv) {
    end_line(out);
    return 3;
  }
  if (first >= 0x80) return 0;
  if (first == '\n' || first == '\r' || first == '\f' || first == '\v') end_line(out);
  return first == '\r' && second == '\n' ? 2 : 1;
}

// The first byte that may have to change.
std::size_t first_untidy(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!kLookAt[byte_at(text, at)]) continue;
    const unsigned char byte = byte_at(text, at);
    if (byte == '\n' && (at == 0 || (text[at - 1] != ' ' && text[at - 1] != '\t'))) continue;
    std::string ignored;
    if (byte < 0x80 || replace_control(text, at, ignored) > 0) return at;
  }
  return text.size();
}

}  // namespace

std::string to_utf8(std::string_view bytes, const std::string& told) {
  const ByteOrderMark mark = byte_order_mark(bytes);
  bytes.remove_prefix(mark.bytes);
  std::string charset(mark.charset);
  if (charset.empty() || charset == "UTF-8") {
    const bool valid = simdjson::validate_utf8(bytes.data(), bytes.size());
    if (valid && !is_escaped_japanese(bytes)) return std::string(bytes);
    charset = charset_of(bytes, told);
  }
  std::string text;
  Decoder(charset).decode(bytes, true, text);
  return text;
}

std::string tidy(std::string text) {
  const std::size_t start = first_untidy(text);
  if (start == text.size()) {
    text.resize(text.find_last_not_of(" \t") + 1);
    return text;
  }
  std::string out;
  out.reserve(text.size());
  out.append(text, 0, start);
  for (std::size_t at = start; at < text.size();) {
    const std::size_t replaced = kLookAt[byte_at(text, at)] ? replace_control(text, at, out) : 0;
    if (replaced == 0) out += text[at];
    at += std::max<std::size_t>(replaced, 1);
  }
  out.resize(out.find_last_not_of(" \t") + 1);
  return out;
}

bool looks_binary(std::string_view text) {
  std::size_t odd = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const unsigned char byte = byte_at(text, at);
    if (byte >= 0x20 && byte != 0xEF) continue;
    const bool control = byte < 0x20 && "\t\n\r\f\v"sv.find(text[at]) == std::string_view::npos;
    if (control || text.substr(at, 3) == "\uFFFD"sv) ++odd;
  }
  constexpr std::size_t kOddShare = 20;  // one in twenty
  constexpr std::size_t kFew = 4;  // accepted in a text that has more than four times as many bytes
  const bool few = odd <= kFew && odd * kFew < text.size();
  return odd > text.size() / kOddShare && !few;
}

}  // namespace newsindex
