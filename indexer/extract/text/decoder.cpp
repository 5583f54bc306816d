// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/text/decoder.h"

#include <algorithm>
#include <array>

#include <unicode/ucnv.h>

namespace newsindex {
namespace {

icu::LocalUConverterPointer open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  icu::LocalUConverterPointer converter(ucnv_open(name, &status));
  return converter;
}

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};

using namespace std::string_view_literals;

// Longer marks first: UTF-32LE begins like UTF-16LE.
constexpr std::array kMarks{
    Mark{"\xEF\xBB\xBF"sv, "UTF-8"},        Mark{"\xFF\xFE\x00\x00"sv, "UTF-32LE"},
    Mark{"\x00\x00\xFE\xFF"sv, "UTF-32BE"}, Mark{"\xFF\xFE"sv, "UTF-16LE"},
    Mark{"\xFE\xFF"sv, "UTF-16BE"},
};

}  // namespace

struct Decoder::State {
  static constexpr std::size_t kPivot = 4096;
  static constexpr std::size_t kOut = 16384;

  icu::LocalUConverterPointer from;
  icu::LocalUConverterPointer to;
  std::array<UChar, kPivot> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  std::array<char, kOut> out{};
  bool started = false;
};

Decoder::Decoder(const std::string& charset) : state_(std::make_unique<State>()) {
  state_->from = open_converter(charset.c_str());
  state_->to = open_converter("UTF-8");
}

Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;
Decoder::~Decoder() = default;

void Decoder::decode(std::string_view bytes, bool last, std::string& to) {
  State& state = *state_;
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char* target = state.out.data();
    ucnv_convertEx(state.to.getAlias(), state.from.getAlias(), &target, target + state.out.size(),
                   &source, source_end, state.pivot.data(), &state.pivot_source,
                   &state.pivot_target, state.pivot.data() + state.pivot.size(), !state.started,
                   last, &status);
    state.started = true;
    to.append(state.out.data(), target);
  }
}

bool is_known_charset(const std::string& charset) {
  return !charset.empty() && open_converter(charset.c_str()).isValid();
}

ByteOrderMark byte_order_mark(std::string_view text) {
  for (const Mark& mark : kMarks)
    if (text.starts_with(mark.bytes)) return {mark.charset, mark.bytes.size()};
  return {};
}

std::string_view wide_charset(std::string_view start) {
  constexpr std::size_t kLooked = 4096;
  const std::size_t size = std::min(start.size(), kLooked) / 4 * 4;
  std::array<std::size_t, 4> nuls{};
  for (std::size_t i = 0; i < size; ++i)
    if (start[i] == '\0') ++nuls[i % 4];
  const std::size_t most = size / 4 * 7 / 10;  // seven of ten characters are Latin letters
  const std::size_t few = size / 4 / 10;
  const auto pattern = [&](bool a, bool b, bool c, bool d) {
    const std::array<bool, 4> wanted{a, b, c, d};
    for (std::size_t i = 0; i < 4; ++i)
      if (wanted[i] ? nuls[i] < most || nuls[i] == 0 : nuls[i] > few) return false;
    return true;
  };
  if (pattern(false, true, false, true)) return "UTF-16LE";
  if (pattern(true, false, true, false)) return "UTF-16BE";
  if (pattern(false, true, true, true)) return "UTF-32LE";
  if (pattern(true, true, true, false)) return "UTF-32BE";
  return {};
}

}  // namespace newsindex
