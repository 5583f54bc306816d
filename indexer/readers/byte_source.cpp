// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/byte_source.h"

#include <algorithm>

#include <simdjson.h>

#include "indexer/extract/text/charset.h"
#include "indexer/extract/text/tags.h"

namespace newsindex {
namespace {

bool is_utf8(std::string_view block) {
  // The block may end within a character.
  for (std::size_t cut = 0; cut < 4 && cut <= block.size(); ++cut)
    if (simdjson::validate_utf8(block.data(), block.size() - cut)) return true;
  return false;
}

// The encoding that the whole stream is converted from; empty if its records can be read unchanged.
std::string stream_charset(std::string_view first, std::size_t& mark_bytes) {
  const ByteOrderMark mark = byte_order_mark(first);
  mark_bytes = mark.bytes;
  if (mark.charset == "UTF-8") return {};
  if (!mark.charset.empty()) return std::string(mark.charset);
  if (const auto wide = wide_charset(first); !wide.empty()) return std::string(wide);
  if (!is_known_charset(declared_charset(first)) || is_utf8(first)) return {};
  // If the bytes are nearly UTF-8, or are declared as UTF-8 and are something else, the encoding is
  // decided for each record.
  const bool is_told = !same_name(declared_charset(first), "utf-8");
  std::string charset = is_told ? charset_of(first) : std::string();
  return charset == "UTF-8" ? std::string() : charset;
}

}  // namespace

std::string declared_charset(std::string_view start) {
  if (!start.starts_with("<?xml")) return {};
  const std::string_view prolog = start.substr(0, start.find("?>"));
  constexpr std::string_view kName = "encoding=";
  const std::size_t at = prolog.find(kName);
  if (at == std::string_view::npos) return {};
  const std::string_view value = prolog.substr(at + kName.size());
  const std::size_t end = value.find_first_of("\"'", 1);
  return end == std::string_view::npos ? std::string() : std::string(value.substr(1, end - 1));
}

bool ByteSource::read_raw(std::string& to) {
  const bool more = raw_.read_block(to);
  ended_ = !more;
  failure_ = raw_.failure();
  return more;
}

void ByteSource::start_decoding(std::string& first) {
  started_ = true;
  constexpr std::size_t kEnough = 4096;  // a pipe may give a few bytes at a time
  while (first.size() < kEnough && read_raw(first)) continue;
  const std::string charset = stream_charset(first, mark_bytes_);
  first.erase(0, mark_bytes_);
  if (!charset.empty()) decoder_.emplace(charset);
}

bool ByteSource::read_block(std::string& to) {
  if (ended_) return false;
  if (started_ && !decoder_) return read_raw(to);
  std::string raw;
  if (!started_)
    start_decoding(raw);
  else
    read_raw(raw);
  const std::size_t before = to.size();
  if (decoder_)
    decoder_->decode(raw, ended_, to);
  else
    to += raw;
  return to.size() > before || !ended_;
}

}  // namespace newsindex
