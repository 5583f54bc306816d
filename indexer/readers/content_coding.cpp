// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/content_coding.h"

#include <algorithm>
#include <memory>

#include <brotli/decode.h>
#include <zlib.h>

namespace newsindex {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

constexpr const char* kDamagedGzip = "the body is damaged gzip";
constexpr const char* kReadSoFar = ", read as far as it goes";

// Decodes gzip or zlib data, or plain deflate (`window`: as in zlib); empty if the body is neither.
DecodedContent inflated(std::string_view body, std::size_t limit, int window) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) return {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  DecodedContent content;
  std::string& out = content.bytes;
  int result = Z_OK;
  while (result == Z_OK && out.size() < limit) {
    const std::size_t before = out.size();
    out.resize(before + kBlock);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream.avail_out = kBlock;
    result = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
    if (result == Z_BUF_ERROR) break;
  }
  inflateEnd(&stream);
  if (result != Z_STREAM_END && result != Z_OK)
    content.damage = std::string(kDamagedGzip) + kReadSoFar;
  return content;
}

DecodedContent decompressed(std::string_view body, std::size_t limit) {
  constexpr int kAutomatic = 15 + 32;
  DecodedContent content = inflated(body, limit, kAutomatic);
  return content.bytes.empty() ? inflated(body, limit, -15) : content;
}

// Empty if the body is not brotli.
DecodedContent unbrotli(std::string_view body, std::size_t limit) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (!decoder) return {};
  const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t in_left = body.size();
  std::string out;
  auto result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() < limit) {
    const std::size_t before = out.size();
    out.resize(before + kBlock);
    auto* to = reinterpret_cast<std::uint8_t*>(out.data() + before);
    std::size_t room = kBlock;
    result = BrotliDecoderDecompressStream(decoder.get(), &in_left, &in, &room, &to, nullptr);
    out.resize(out.size() - room);
  }
  if (result == BROTLI_DECODER_RESULT_ERROR) return {};
  const bool is_cut = result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT;
  return {std::move(out), is_cut ? std::string("the body is cut off") + kReadSoFar : ""};
}

// True if the body is most likely text: a tag or a brace comes first, and no NUL near it.
bool is_plain(std::string_view body) {
  constexpr std::size_t kBeginning = 64;
  const std::size_t first = body.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (body[first] == '<' || body[first] == '{') &&
         body.substr(0, kBeginning).find('\0') == std::string_view::npos;
}

}  // namespace

std::variant<DecodedContent, std::string> decode_content(std::string_view body,
                                                         std::string_view coding,
                                                         std::size_t limit) {
  const bool is_gzip = body.starts_with("\x1f\x8b");
  if (is_gzip || coding == "deflate" || coding == "gzip" || coding == "x-gzip") {
    DecodedContent plain = decompressed(body, limit + 1);
    if (!plain.bytes.empty()) return plain;
    if (is_gzip) return kDamagedGzip;
  } else if (coding == "br" && !is_plain(body)) {
    DecodedContent plain = unbrotli(body, limit + 1);
    if (plain.bytes.empty()) return "the body is damaged brotli";
    return plain;
  } else if (coding == "zstd" && !is_plain(body)) {
    return "compressed in an unknown way (zstd)";
  }
  return DecodedContent{std::string(body)};
}

}  // namespace newsindex
