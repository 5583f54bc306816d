// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes of text, for long terms, for ids and to notice changes (XXH3, https://xxhash.com; not
// cryptographic).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace newsindex {

std::uint64_t digest64(std::string_view text);

// The same hash for a text that arrives in parts.
class Digest {
 public:
  Digest();
  ~Digest();
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;

  void reset();
  void add(std::string_view part);
  std::uint64_t value() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// 16 hexadecimal digits.
std::string hex_digits(std::uint64_t number);

// 32 hexadecimal digits of the 128-bit hash.
std::string hex_digest(std::string_view text);

}  // namespace newsindex
