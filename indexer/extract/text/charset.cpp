// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/text/charset.h"

#include <algorithm>
#include <array>

#include <unicode/ucsdet.h>

#include "indexer/extract/text/decoder.h"
#include "indexer/extract/text/tags.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

struct Superset {
  std::string_view name;
  std::string_view superset;
};

// Encodings whose names are also used for text in a superset of them (as in the WHATWG Encoding
// Standard).
constexpr std::array kSupersets{
    Superset{"iso-8859-1", "windows-1252"}, Superset{"latin1", "windows-1252"},
    Superset{"us-ascii", "windows-1252"},   Superset{"ascii", "windows-1252"},
    Superset{"iso-8859-9", "windows-1254"}, Superset{"tis-620", "windows-874"},
    Superset{"gb2312", "GB18030"},          Superset{"gbk", "GB18030"},
    Superset{"shift_jis", "windows-31j"},   Superset{"euc-kr", "windows-949"},
};

std::string widened(std::string_view name) {
  for (const Superset& entry : kSupersets)
    if (same_name(entry.name, name)) return std::string(entry.superset);
  return std::string(name);
}

// The encoding named after `key` ("charset=" or "encoding="), with or without quotes.
std::string named_after(std::string_view text, std::string_view key) {
  for (std::size_t at = text.find('='); at != std::string_view::npos; at = text.find('=', at + 1)) {
    if (at < key.size() || !same_name(text.substr(at - key.size(), key.size()), key)) continue;
    const std::string_view rest = text.substr(at + 1);
    const std::size_t start = std::min(rest.find_first_not_of("\"' "), rest.size());
    const std::size_t end = rest.find_first_of("\"' ;>/", start);
    if (end != std::string_view::npos) return std::string(rest.substr(start, end - start));
  }
  return {};
}

// The encoding with this name, or empty. UTF-8 and UTF-16 do not count: the bytes are neither.
std::string usable(const std::string& name) {
  const bool unicode = name.size() >= 3 && same_name(std::string_view(name).substr(0, 3), "utf");
  return unicode || !is_known_charset(name) ? std::string() : widened(name);
}

// The encoding that an XML declaration or the head of an HTML page declares.
std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;
  const std::string_view head = bytes.substr(0, kHead);
  if (head.find('<') == std::string_view::npos) return {};
  std::string name = named_after(head, "charset");
  if (name.empty() && head.starts_with("<?xml")) name = named_after(head, "encoding");
  return usable(name);
}

// The length in bytes of the UTF-8 sequence at `at`; 0 if there is none.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const unsigned char lead = byte_at(bytes, at);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte_at(bytes, at + i) & 0xC0u) != 0x80) return 0;
  return length;
}

// Bytes of another encoding hardly ever form UTF-8 sequences by chance.
bool is_nearly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes, at);
    good += length > 1;
    bad += length == 0;
    at += std::max<std::size_t>(length, 1);
  }
  constexpr std::size_t kTimes = 4;
  return good > kTimes * bad;
}

// A part of the text that shows its encoding: the part around the first non-ASCII byte.
std::string_view telling_part(std::string_view bytes) {
  constexpr std::size_t kBefore = 512;
  constexpr std::size_t kLength = std::size_t{16} << 10;
  const auto first = std::find_if(bytes.begin(), bytes.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const auto at = static_cast<std::size_t>(first - bytes.begin());
  return bytes.substr(at > kBefore ? at - kBefore : 0, kLength);
}

bool is_plausible(std::string_view name, int confidence) {
  // Not EBCDIC, UTF or ISO-2022, which are never meant here; multi-byte encodings need more
  // evidence.
  constexpr int kSureOfMultibyte = 30;
  if (name.starts_with("IBM") || name.starts_with("UTF") || name.starts_with("ISO-2022"))
    return false;
  constexpr std::array<std::string_view, 5> kMultibyte{"Shift_JIS", "GB18030", "EUC-JP", "EUC-KR",
                                                       "Big5"};
  const bool multibyte = std::find(kMultibyte.begin(), kMultibyte.end(), name) != kMultibyte.end();
  return confidence >= (multibyte ? kSureOfMultibyte : 1);
}

std::string detected_charset(std::string_view bytes) {
  const std::string_view part = telling_part(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUCharsetDetectorPointer detector(ucsdet_open(&status));
  ucsdet_setText(detector.getAlias(), part.data(), static_cast<std::int32_t>(part.size()), &status);
  ucsdet_enableInputFilter(detector.getAlias(), part.find('<') != std::string_view::npos);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.getAlias(), &count, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    if (is_plausible(name, ucsdet_getConfidence(matches[i], &status))) return widened(name);
  }
  return "windows-1252";
}

}  // namespace

std::string charset_of(std::string_view bytes, const std::string& told) {
  if (is_escaped_japanese(bytes)) return "ISO-2022-JP";
  if (is_nearly_utf8(bytes)) return "UTF-8";
  const std::string declared = declared_charset(bytes);
  if (!declared.empty()) return declared;
  const std::string label = usable(told);
  return label.empty() ? detected_charset(bytes) : label;
}

bool is_escaped_japanese(std::string_view bytes) {
  return bytes.find("\x1b$B") != std::string_view::npos ||
         bytes.find("\x1b$@") != std::string_view::npos;
}

}  // namespace newsindex
