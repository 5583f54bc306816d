// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/sketch.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "schema/sketch_words.h"

namespace newsindex {
namespace {

constexpr std::size_t kRun = 4;           // words
constexpr std::size_t kFewestRuns = 10;   // runs of words, without numbers
constexpr std::size_t kFewestWords = 23;  // words, with numbers and units

// The smallest hash in each part of the space of hashes.
template <std::size_t Parts>
class Minima {
 public:
  Minima() { smallest_.fill(kNone); }

  void add(std::uint64_t hash) {
    std::uint64_t& smallest = smallest_[hash % Parts];
    smallest = std::min(smallest, hash / Parts);
  }

  // Four bytes for each part.
  std::array<std::uint32_t, Parts> keys() const {
    std::array<std::uint32_t, Parts> keys{};
    for (std::size_t part = 0; part < Parts; ++part)
      keys[part] = static_cast<std::uint32_t>(mixed(filled(part) + part));
    return keys;
  }

  // One byte for each part.
  std::array<std::uint8_t, Parts> bytes() const {
    std::array<std::uint8_t, Parts> bytes{};
    for (std::size_t part = 0; part < Parts; ++part)
      bytes[part] = static_cast<std::uint8_t>(mixed(filled(part)));
    return bytes;
  }

 private:
  // The smallest hash of a part; an empty part borrows from the next part that has one.
  std::uint64_t filled(std::size_t part) const {
    std::size_t steps = 0;
    while (steps < Parts && smallest_[(part + steps) % Parts] == kNone) ++steps;
    return steps == Parts ? 0 : smallest_[(part + steps) % Parts] + steps * kOdd;
  }

  static constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();
  std::array<std::uint64_t, Parts> smallest_;
};

// Collects the runs of a text while its words are added.
class Runs {
 public:
  void add(std::uint64_t word) {
    last_[words_++ % kRun] = word;
    if (words_ < kRun) return;
    std::uint64_t run = 0;
    for (std::size_t i = 0; i < kRun; ++i) run = run * kOdd + last_[(words_ + i) % kRun];
    run = mixed(run);
    runs_.add(run);
    std::uint64_t& before = last_runs_[words_ % kRun];  // the run that ended where this one begins
    if (words_ >= 2 * kRun) long_runs_.add(mixed(before * kOdd + run));
    before = run;
  }

  std::size_t count() const { return words_ < kRun ? 0 : words_ - kRun + 1; }
  std::array<std::uint8_t, Sketch::kParts> bytes() const { return runs_.bytes(); }
  std::array<std::uint32_t, Sketch::kKeys> keys() const { return long_runs_.keys(); }

 private:
  std::array<std::uint64_t, kRun> last_{};
  std::array<std::uint64_t, kRun> last_runs_{};
  std::size_t words_ = 0;
  Minima<Sketch::kParts> runs_;
  Minima<Sketch::kKeys> long_runs_;
};

void add_hash(HashSet& set, std::uint64_t hash) {
  set[hash >> 3 & 31] |= static_cast<std::uint8_t>(1u << (hash & 7));
}

// Estimates how many different hashes it takes to set this many bits.
double estimate(int bits_set) {
  constexpr double kBits = 256;
  return -kBits * std::log(std::max(0.5, kBits - bits_set) / kBits);
}

int bits_of(const HashSet& set) {
  int bits = 0;
  for (const std::uint8_t byte : set) bits += std::popcount(byte);
  return bits;
}

template <std::size_t Parts>
double share_of_equal(const std::array<std::uint8_t, Parts>& a,
                      const std::array<std::uint8_t, Parts>& b) {
  constexpr double kByChance = 1.0 / 16;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < Parts; ++i) equal += ((a[i] ^ b[i]) & 0xf) == 0;
  const double share = static_cast<double>(equal) / Parts;
  return std::max(0.0, (share - kByChance) / (1 - kByChance));
}

}  // namespace

std::optional<Sketch> sketch_of(std::string_view text) {
  Sketch sketch;
  Runs runs;
  std::size_t all = 0;
  SketchWords words(text);
  for (SketchWord word; words.next(word); ++all) {
    if (word.kind == WordKind::number) add_hash(sketch.numbers, word.hash);
    if (word.kind == WordKind::name) add_hash(sketch.names, word.hash);
    if (word.kind == WordKind::plain || word.kind == WordKind::name) runs.add(word.stem);
  }
  if (all < kFewestWords || runs.count() < kFewestRuns) return std::nullopt;
  sketch.words = runs.bytes();
  sketch.size = static_cast<std::uint16_t>(std::min<std::size_t>(runs.count(), 65535));
  sketch.keys = runs.keys();
  return sketch;
}

double resemblance(const Sketch& a, const Sketch& b) { return share_of_equal(a.words, b.words); }

double containment(const Sketch& a, const Sketch& b) {
  const double shared = resemblance(a, b);
  const double both = shared / (1 + shared) * (a.size + b.size);
  return std::min(1.0, both / std::min(a.size, b.size));
}

double count_of(const HashSet& set) { return estimate(bits_of(set)); }

double count_of_shared(const HashSet& a, const HashSet& b) {
  HashSet both{};
  for (std::size_t i = 0; i < both.size(); ++i) both[i] = a[i] | b[i];
  return std::max(0.0, count_of(a) + count_of(b) - count_of(both));
}

std::uint64_t fingerprint_of(const Sketch& sketch) {
  constexpr std::size_t kBytes = 8;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < kBytes; ++i)
    number = number << 8 | sketch.words[i * Sketch::kParts / kBytes];
  return number;
}

std::string bytes_of(const Sketch& sketch) {
  std::string packed(sketch.words.begin(), sketch.words.end());
  packed += static_cast<char>(sketch.size >> 8);
  packed += static_cast<char>(sketch.size & 0xFF);
  packed.append(sketch.numbers.begin(), sketch.numbers.end());
  packed.append(sketch.names.begin(), sketch.names.end());
  return packed;
}

}  // namespace newsindex
