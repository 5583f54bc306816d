// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/digest.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace newsindex {

std::uint64_t digest64(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

struct Digest::State {
  XXH3_state_t hash;
};

Digest::Digest() : state_(std::make_unique<State>()) { reset(); }
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::reset() { XXH3_64bits_reset(&state_->hash); }
void Digest::add(std::string_view part) {
  XXH3_64bits_update(&state_->hash, part.data(), part.size());
}
std::uint64_t Digest::value() const { return XXH3_64bits_digest(&state_->hash); }

std::string hex_digits(std::uint64_t number) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) digits.push_back(kDigits[(number >> shift) & 15]);
  return digits;
}

std::string hex_digest(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  return hex_digits(hash.high64) + hex_digits(hash.low64);
}

}  // namespace newsindex
