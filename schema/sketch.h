// SPDX-License-Identifier: GPL-3.0-or-later
// A sketch of a text from which the resemblance of two texts can be told: which articles are copies
// of one story.
//
// The text becomes the set of its runs of four words; the sketch holds, of 128 parts of the space
// of hashes, one byte of the smallest hash in each (one permutation hashing: Li, Owen, Zhang, NIPS
// 2012, with the empty parts filled from the next one; one byte of it: Li, König, WWW 2010; after
// Broder: On the resemblance and containment of documents, 1997). The share of equal bytes
// estimates the resemblance, within about 0.04.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

struct Sketch {
  static constexpr std::size_t kParts = 128;
  static constexpr std::size_t kNumberParts = 32;
  static constexpr std::size_t kKeys = 12;

  std::array<std::uint8_t, kParts> words{};
  std::uint16_t size = 0;  // runs of words in the text, at most 65535
  // The same of its numbers, of which lists that return every day have other ones.
  std::array<std::uint8_t, kNumberParts> numbers{};
  std::uint8_t number_count = 0;  // different numbers, at most 255
  // By which similar texts are found: two of a resemblance of a half share one of these in 97 of
  // 100 cases. Not stored with the rest.
  std::array<std::uint32_t, kKeys> keys{};
  friend bool operator==(const Sketch&, const Sketch&) = default;
};

// The sketch of a text; none of one with fewer than 20 runs of words. Letter case, punctuation and
// white space do not count. A Han character, kana or Thai letter is a word.
std::optional<Sketch> sketch_of(std::string_view text);

// 0..1: the runs that both have among those that one or the other has.
double resemblance(const Sketch& a, const Sketch& b);

// 0..1: the same of the numbers; 1 where neither has any.
double resemblance_of_numbers(const Sketch& a, const Sketch& b);

// 0..1: how much of the shorter one is in the longer one.
double containment(const Sketch& a, const Sketch& b);

// Eight bytes of a sketch as a number: equal for equal texts, mostly different for others.
std::uint64_t fingerprint_of(const Sketch& sketch);

// As it is stored, without its keys, and back; empty when the bytes are no sketch.
std::string pack_sketch(const Sketch& sketch);
std::optional<Sketch> unpack_sketch(std::string_view packed);

}  // namespace newsindex
