// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/sketch.h"

#include <algorithm>
#include <limits>

namespace newsindex {
namespace {

constexpr std::size_t kRun = 4;  // words
constexpr std::size_t kFewestRuns = 20;
constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio

std::uint64_t mixed(std::uint64_t x) {  // the finalizer of SplitMix64 (Steele, Lea, Flood, 2014)
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

// The smallest hash of each part of their space.
template <std::size_t Parts>
class Minima {
 public:
  Minima() { smallest_.fill(kNone); }

  void add(std::uint64_t hash) {
    std::uint64_t& smallest = smallest_[hash % Parts];
    smallest = std::min(smallest, hash / Parts);
  }

  // Hashes of pairs of parts from all over the space, and of the number of the pair.
  template <std::size_t Keys>
  std::array<std::uint32_t, Keys> keys() const {
    std::array<std::uint32_t, Keys> keys{};
    constexpr std::size_t kStep = Parts / (2 * Keys);
    for (std::size_t i = 0; i < Keys; ++i)
      keys[i] = static_cast<std::uint32_t>(
          mixed(filled(2 * i * kStep) * kOdd + filled((2 * i + 1) * kStep) + i));
    return keys;
  }

  // One byte of each.
  std::array<std::uint8_t, Parts> bytes() const {
    std::array<std::uint8_t, Parts> bytes{};
    for (std::size_t part = 0; part < Parts; ++part)
      bytes[part] = static_cast<std::uint8_t>(mixed(filled(part)));
    return bytes;
  }

 private:
  // The smallest hash of a part; an empty part takes that of the next one that has one.
  std::uint64_t filled(std::size_t part) const {
    std::size_t steps = 0;
    while (steps < Parts && smallest_[(part + steps) % Parts] == kNone) ++steps;
    return steps == Parts ? 0 : smallest_[(part + steps) % Parts] + steps * kOdd;
  }

  static constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();
  std::array<std::uint64_t, Parts> smallest_;
};

// Calls `use` with a hash for each word, and whether it is a number.
template <class Use>
void each_word(std::string_view text, Use use) {
  std::uint64_t hash = 0;
  bool number = true;
  bool any = false;
  const auto end_word = [&] {
    if (any) use(mixed(hash), number);
    hash = 0;
    number = true;
    any = false;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0xE3 && at + 2 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0x80) {
      end_word();  // the full stop and its like, U+3000 to U+303F
      at += 2;
      continue;
    }
    if (byte >= 0xE3 && byte < 0xF0 && at + 2 < text.size()) {
      // Han characters, kana, Hangul: words of their own.
      end_word();
      for (std::size_t i = 0; i < 3; ++i)
        hash = hash * kOdd + static_cast<unsigned char>(text[at + i]);
      any = true;
      number = false;
      at += 2;
      end_word();
      continue;
    }
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<unsigned char>(byte + 32);
    const bool digit = byte >= '0' && byte <= '9';
    const bool letter = (byte >= 'a' && byte <= 'z') || byte >= 0x80;
    // Typographic quotes and dashes (U+2000 and on) part words, as their plain forms do.
    const bool mark =
        byte == 0xE2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0x80;
    if (mark) at += 2;
    if (mark || (!digit && !letter)) {
      end_word();
      continue;
    }
    hash = (hash ^ byte) * kOdd;
    hash ^= hash >> 29;
    number = number && digit;
    any = true;
  }
  end_word();
}

template <std::size_t Parts>
double share_of_equal(const std::array<std::uint8_t, Parts>& a,
                      const std::array<std::uint8_t, Parts>& b) {
  constexpr double kByChance = 1.0 / 256;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < Parts; ++i) equal += a[i] == b[i];
  const double share = static_cast<double>(equal) / Parts;
  return std::max(0.0, (share - kByChance) / (1 - kByChance));
}

}  // namespace

std::optional<Sketch> sketch_of(std::string_view text) {
  Minima<Sketch::kParts> runs;
  Minima<Sketch::kNumberParts> numbers;
  std::array<std::uint64_t, kRun> last{};
  std::vector<std::uint64_t> different;
  std::size_t words = 0;
  each_word(text, [&](std::uint64_t word, bool number) {
    if (number) {
      numbers.add(word);
      different.push_back(word);
    }
    last[words++ % kRun] = word;
    if (words < kRun) return;
    std::uint64_t run = 0;
    for (std::size_t i = 0; i < kRun; ++i) run = run * kOdd + last[(words + i) % kRun];
    runs.add(mixed(run));
  });
  if (words < kFewestRuns + kRun - 1) return std::nullopt;
  std::sort(different.begin(), different.end());
  different.erase(std::unique(different.begin(), different.end()), different.end());
  Sketch sketch;
  sketch.words = runs.bytes();
  sketch.size = static_cast<std::uint16_t>(std::min<std::size_t>(words - kRun + 1, 65535));
  sketch.keys = runs.keys<Sketch::kKeys>();
  sketch.numbers = numbers.bytes();
  sketch.number_count = static_cast<std::uint8_t>(std::min<std::size_t>(different.size(), 255));
  return sketch;
}

double resemblance(const Sketch& a, const Sketch& b) { return share_of_equal(a.words, b.words); }

double resemblance_of_numbers(const Sketch& a, const Sketch& b) {
  if (a.number_count == 0 || b.number_count == 0) return a.number_count == b.number_count ? 1 : 0;
  return share_of_equal(a.numbers, b.numbers);
}

double containment(const Sketch& a, const Sketch& b) {
  const double shared = resemblance(a, b);
  const double both = shared / (1 + shared) * (a.size + b.size);
  return std::min(1.0, both / std::min(a.size, b.size));
}

std::uint64_t fingerprint_of(const Sketch& sketch) {
  constexpr std::size_t kBytes = 8;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < kBytes; ++i)
    number = number << 8 | sketch.words[i * Sketch::kParts / kBytes];
  return number;
}

std::string pack_sketch(const Sketch& sketch) {
  std::string packed(sketch.words.begin(), sketch.words.end());
  packed += static_cast<char>(sketch.size >> 8);
  packed += static_cast<char>(sketch.size & 0xFF);
  packed.append(sketch.numbers.begin(), sketch.numbers.end());
  packed += static_cast<char>(sketch.number_count);
  return packed;
}

std::optional<Sketch> unpack_sketch(std::string_view packed) {
  if (packed.size() != Sketch::kParts + Sketch::kNumberParts + 3) return std::nullopt;
  const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(packed[at]); };
  Sketch sketch;
  for (std::size_t i = 0; i < Sketch::kParts; ++i) sketch.words[i] = byte(i);
  sketch.size = static_cast<std::uint16_t>(byte(Sketch::kParts) << 8 | byte(Sketch::kParts + 1));
  for (std::size_t i = 0; i < Sketch::kNumberParts; ++i)
    sketch.numbers[i] = byte(Sketch::kParts + 2 + i);
  sketch.number_count = byte(packed.size() - 1);
  return sketch;
}

}  // namespace newsindex
