// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/text/encoded_words.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <glib.h>

#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/tags.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

struct FreeMemory {
  void operator()(void* memory) const { g_free(memory); }
};

struct EncodedWord {
  std::string charset;
  std::string bytes;
  std::size_t end = 0;  // in the text
};

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string from_q(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = at + 2 < text.size() && text[at] == '=' ? digit_of(text[at + 1]) : -1;
    const int low = high >= 0 ? digit_of(text[at + 2]) : -1;
    if (low >= 0) at += 2;
    bytes += low >= 0 ? static_cast<char>(high * 16 + low) : text[at] == '_' ? ' ' : text[at];
  }
  return bytes;
}

std::string from_base64(std::string_view text) {
  gsize size = 0;
  const std::unique_ptr<guchar, FreeMemory> bytes(
      g_base64_decode(std::string(text).c_str(), &size));
  return {reinterpret_cast<const char*>(bytes.get()), size};
}

std::string to_base64(std::string_view bytes) {
  const std::unique_ptr<gchar, FreeMemory> text(
      g_base64_encode(reinterpret_cast<const guchar*>(bytes.data()), bytes.size()));
  return text.get();
}

// "=?charset?Q?text?=" at `at`.
std::optional<EncodedWord> word_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 1000;
  if (text.substr(at, 2) != "=?") return std::nullopt;
  const std::string_view rest = text.substr(at, kLongest);
  const std::size_t charset = rest.find('?', 2);
  if (charset == npos || charset + 3 > rest.size() || rest[charset + 2] != '?') return std::nullopt;
  const std::size_t begin = charset + 3;
  const std::size_t end = rest.find("?=", begin);
  if (end == npos || rest.substr(0, end).find_first_of("\r\n") != npos) return std::nullopt;
  const std::string_view content = rest.substr(begin, end - begin);
  const bool is_base64 = rest[charset + 1] == 'B' || rest[charset + 1] == 'b';
  const std::string_view name = rest.substr(2, charset - 2);
  return EncodedWord{std::string(name.substr(0, name.find('*'))),  // a language may follow
                     is_base64 ? from_base64(content) : from_q(content), at + end + 2};
}

// Adds the next words of the same encoding to `row`: a character may be split between two words.
EncodedWord row_at(std::string_view text, EncodedWord row) {
  for (;;) {
    const std::size_t next = text.find_first_not_of(" \t\r\n", row.end);
    const auto word = next == npos ? std::nullopt : word_at(text, next);
    if (!word || !same_name(word->charset, row.charset)) return row;
    row.bytes += word->bytes;
    row.end = word->end;
  }
}

bool has_high_bytes(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::size_t header_end(std::string_view message) {
  return std::min({message.find("\n\n"), message.find("\n\r\n"), message.size()});
}

}  // namespace

bool is_known_by_label(std::string_view charset) {
  constexpr std::array kNames{"iso-2022-"sv, "hz"sv, "utf-7"sv, "utf-16"sv, "utf-32"sv};
  return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
    return same_name(charset.substr(0, name.size()), name);
  });
}

std::string with_words_in_utf8(std::string_view message) {
  const std::string_view header = message.substr(0, header_end(message));
  std::string out;
  std::size_t at = 0;
  for (std::size_t open = header.find("=?"); open != npos; open = header.find("=?", open)) {
    auto word = word_at(header, open);
    if (!word) {
      open += 2;
      continue;
    }
    const EncodedWord row = row_at(header, std::move(*word));
    if (has_high_bytes(row.bytes) && !is_known_by_label(row.charset)) {
      out += message.substr(at, open - at);
      out += "=?utf-8?B?" + to_base64(to_utf8(row.bytes, row.charset)) + "?=";
      at = row.end;
    }
    open = row.end;
  }
  return out.append(message.substr(at));
}

}  // namespace newsindex
