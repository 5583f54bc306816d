// SPDX-License-Identifier: GPL-3.0-or-later
// A sketch is a short summary of a text. Two sketches tell how much their texts resemble each
// other, and so which articles are copies of one story.
//
// The text becomes the set of its runs of four words, without its numbers. The space of hashes is
// cut into 128 parts, and the sketch holds one byte of the smallest hash in each part (one
// permutation hashing: Li, Owen, Zhang, NIPS 2012, with empty parts filled from the next one;
// keeping only a few bits: Li, König, WWW 2010; after Broder: On the resemblance and containment of
// documents, 1997). Four bits of each byte are stored and compared: the share of equal ones
// estimates the resemblance, within about 0.05. Numbers and names are kept as two separate sets,
// because they distinguish texts written from one template (linear counting: Whang, Vander-Zanden,
// Taylor, 1990).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// A small set, as bits: which of 256 hash values occur. Its size, and the overlap of two sets, can
// be estimated.
using HashSet = std::array<std::uint8_t, 32>;

struct Sketch {
  static constexpr std::size_t kParts = 128;
  static constexpr std::size_t kKeys = 16;

  std::array<std::uint8_t, kParts> words{};
  std::uint16_t size = 0;  // runs of words in the text, at most 65535
  HashSet numbers{};
  HashSet names{};  // words with a capital letter that do not begin a sentence
  // The keys by which similar texts are found: for each of 16 parts of the space of hashes, the
  // smallest hash of a run of eight words. Two texts that have a third of those runs in common
  // share a key in 99 of 100 cases. Not stored with the rest.
  std::array<std::uint32_t, kKeys> keys{};
  friend bool operator==(const Sketch&, const Sketch&) = default;
};

// The sketch of a text; nullopt when the text has fewer than 23 words (numbers and units count as
// words) or fewer than ten runs of four words. Letter case, punctuation, white space, word endings
// and units such as "mln" make no difference (see schema/sketch_words.h).
std::optional<Sketch> sketch_of(std::string_view text);

// 0..1: the number of runs that both texts have, divided by the number that at least one has.
double resemblance(const Sketch& a, const Sketch& b);

// 0..1: how much of the shorter text is in the longer one.
double containment(const Sketch& a, const Sketch& b);

// Estimates of how many different hashes a set has, and how many two sets have in common.
double count_of(const HashSet& set);
double count_of_shared(const HashSet& a, const HashSet& b);

// Eight bytes of a sketch as a number: equal for equal texts, mostly different for different ones.
std::uint64_t fingerprint_of(const Sketch& sketch);

// The bytes of a sketch, without its keys.
std::string bytes_of(const Sketch& sketch);

}  // namespace newsindex
