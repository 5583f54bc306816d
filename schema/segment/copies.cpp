// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/segment/copies.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <set>
#include <string>

#include "schema/error.h"

namespace newsindex {
namespace {

constexpr const char* kFileName = "copies";

// Numbers of sections. "And the end": the array has one more entry, where the last item ends.
enum : SectionNumber {
  kStarts = 1,     // by docid - 1, and the end: offset in kSketches
  kSketches = 2,   // see pack
  kKeyStarts = 3,  // by the first bits of a key (the bucket), and the end: first entry in kKeys
  kKeys = 4,       // three bytes each: the other bits of the key, then the docid
};

constexpr unsigned kKeyBits = 24;
constexpr std::size_t kEntryBytes = 3;
constexpr std::uint32_t kMostArticles = (1u << kKeyBits) - 1;

// The number of leading key bits that select a bucket. A docid has as many bits, so that an entry,
// which holds the other key bits and the docid, always has 24.
unsigned bucket_bits(std::uint64_t articles) {
  return static_cast<unsigned>(std::bit_width(articles));
}

std::uint32_t short_key(std::uint32_t key) { return key >> (32 - kKeyBits); }

struct KeyOf {
  std::uint32_t key;  // kKeyBits of it
  Docid docid;
  friend auto operator<=>(const KeyOf&, const KeyOf&) = default;
};

// The table of keys of a mapped file.
class KeyTable {
 public:
  KeyTable(std::span<const std::uint32_t> starts, std::string_view entries, std::uint64_t articles)
      : starts_(starts), entries_(entries), bits_(bucket_bits(articles)) {}

  bool is_whole() const {
    return starts_.size() == (std::size_t{1} << bits_) + 1 &&
           starts_.back() * kEntryBytes == entries_.size();
  }

  // Calls use(KeyOf) for all keys in [from, to), in order.
  template <class Use>
  void for_each(std::uint32_t from, std::uint32_t to, Use use) const {
    const unsigned rest = kKeyBits - bits_;
    for (std::uint32_t bucket = from >> rest; bucket < starts_.size() - 1; ++bucket) {
      if (bucket << rest >= to) return;
      for (std::uint32_t at = starts_[bucket]; at < starts_[bucket + 1]; ++at) {
        const std::uint32_t entry = entry_at(at);
        const KeyOf each{bucket << rest | entry >> bits_, entry & ((1u << bits_) - 1)};
        if (each.key >= to) return;
        if (each.key >= from) use(each);
      }
    }
  }

 private:
  std::uint32_t entry_at(std::uint32_t at) const {
    std::uint32_t entry = 0;
    std::memcpy(&entry, entries_.data() + at * kEntryBytes, kEntryBytes);
    return entry;
  }

  std::span<const std::uint32_t> starts_;
  std::string_view entries_;
  unsigned bits_;
};

KeyTable key_table(const SectionFile& file) {
  const KeyTable table(file.array<std::uint32_t>(kKeyStarts), file.section(kKeys), file.articles());
  if (!table.is_whole()) file.throw_damaged("its table of keys has a wrong length");
  return table;
}

// Packs a set. Small: the count, then each element as a byte; large: 255, then 32 bytes of bits.
void pack(std::string& packed, const HashSet& set) {
  constexpr int kMostListed = 30;
  int count = 0;
  for (const std::uint8_t byte : set) count += std::popcount(byte);
  if (count > kMostListed) {
    packed += '\xff';
    packed.append(set.begin(), set.end());
    return;
  }
  packed += static_cast<char>(count);
  for (unsigned bit = 0; bit < 256; ++bit)
    if ((set[bit >> 3] >> (bit & 7) & 1) != 0) packed += static_cast<char>(bit);
}

std::string pack(const Sketch& sketch) {
  std::string packed;
  packed += static_cast<char>(sketch.size & 0xff);
  packed += static_cast<char>(sketch.size >> 8);
  for (std::size_t i = 0; i < Sketch::kParts; i += 2)
    packed += static_cast<char>((sketch.words[i] & 0xf) | (sketch.words[i + 1] & 0xf) << 4);
  pack(packed, sketch.numbers);
  pack(packed, sketch.names);
  return packed;
}

// Takes a set off the front; false when the bytes are too short.
bool take(std::string_view& packed, HashSet& set) {
  if (packed.empty()) return false;
  const auto count = static_cast<std::uint8_t>(packed[0]);
  packed.remove_prefix(1);
  const std::size_t bytes = count == 255 ? set.size() : count;
  if (packed.size() < bytes) return false;
  if (count == 255) {
    std::memcpy(set.data(), packed.data(), bytes);
  } else {
    for (const char each : packed.substr(0, bytes)) {
      const auto bit = static_cast<std::uint8_t>(each);
      set[bit >> 3] |= static_cast<std::uint8_t>(1u << (bit & 7));
    }
  }
  packed.remove_prefix(bytes);
  return true;
}

std::optional<Sketch> unpack(std::string_view packed) {
  constexpr std::size_t kHead = 2 + Sketch::kParts / 2;
  if (packed.size() < kHead) return std::nullopt;
  const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(packed[at]); };
  Sketch sketch;
  sketch.size = static_cast<std::uint16_t>(byte(0) | byte(1) << 8);
  for (std::size_t i = 0; i < Sketch::kParts; ++i)
    sketch.words[i] = byte(2 + i / 2) >> (i % 2 * 4) & 0xf;
  packed.remove_prefix(kHead);
  if (!take(packed, sketch.numbers) || !take(packed, sketch.names)) return std::nullopt;
  return sketch;
}

}  // namespace

Copies::Copies(const std::filesystem::path& folder, std::uint64_t articles)
    : file_(folder / kFileName, SectionKind::copies, articles) {}

void Copies::with_key(std::uint32_t key, std::size_t most, std::vector<Docid>& docids) const {
  const std::uint32_t wanted = short_key(key);
  const std::size_t before = docids.size();
  key_table(file_).for_each(wanted, wanted + 1, [&](const KeyOf& each) {
    if (docids.size() - before < most) docids.push_back(each.docid);
  });
}

std::optional<Sketch> Copies::sketch(Docid docid) const {
  const auto starts = file_.array<std::uint32_t>(kStarts);
  const std::string_view all = file_.section(kSketches);
  const std::string_view packed = all.substr(starts[docid - 1], starts[docid] - starts[docid - 1]);
  if (packed.empty()) return std::nullopt;
  auto sketch = unpack(packed);
  if (!sketch) file_.throw_damaged("a sketch is none");
  return sketch;
}

struct CopiesWriter::State {
  // Either articles that were added one by one, or all articles of another segment (`copies`).
  struct Part {
    const Copies* copies = nullptr;
    std::vector<std::uint32_t> starts;  // as kStarts, without the end
    std::string sketches;
    std::vector<KeyOf> keys;
    Docid articles = 0;
  };
  std::vector<Part> parts;

  std::uint64_t articles() const {
    std::uint64_t sum = 0;
    for (const Part& part : parts) sum += part.articles;
    return sum;
  }

  template <class Use>
  static void for_each_key(const Part& part, std::uint32_t from, std::uint32_t to, Use use) {
    if (part.copies != nullptr) {
      key_table(part.copies->file_).for_each(from, to, use);
      return;
    }
    for (const KeyOf& each : part.keys)
      if (each.key >= from && each.key < to) use(each);
  }

  void write_sketches(SectionWriter& writer) const;
  void write_keys(SectionWriter& writer) const;
};

CopiesWriter::CopiesWriter() : state_(std::make_unique<State>()) {}
CopiesWriter::~CopiesWriter() = default;

void CopiesWriter::add(const std::optional<Sketch>& sketch) {
  if (state_->parts.empty() || state_->parts.back().copies != nullptr) state_->parts.emplace_back();
  State::Part& part = state_->parts.back();
  ++part.articles;
  part.starts.push_back(static_cast<std::uint32_t>(part.sketches.size()));
  if (!sketch) return;
  part.sketches += pack(*sketch);
  std::set<std::uint32_t> keys;
  for (const std::uint32_t key : sketch->keys) keys.insert(short_key(key));
  for (const std::uint32_t key : keys) part.keys.push_back({key, part.articles});
}

void CopiesWriter::add(const Copies& copies) {
  State::Part& part = state_->parts.emplace_back();
  part.copies = &copies;
  part.articles = static_cast<Docid>(copies.file_.articles());
}

void CopiesWriter::State::write_sketches(SectionWriter& writer) const {
  std::uint32_t at = 0;
  writer.begin(kStarts);
  for (const Part& part : parts) {
    std::vector<std::uint32_t> moved = part.starts;
    std::uint64_t bytes = part.sketches.size();
    if (part.copies != nullptr) {
      const auto starts = part.copies->file_.array<std::uint32_t>(kStarts);
      moved.assign(starts.begin(), starts.end() - 1);
      bytes = starts.back();
    }
    for (std::uint32_t& start : moved) start += at;
    writer.append_array(std::span<const std::uint32_t>(moved));
    at += static_cast<std::uint32_t>(bytes);
  }
  writer.append_array(std::span<const std::uint32_t>(&at, 1));
  writer.begin(kSketches);
  for (const Part& part : parts)
    writer.append(part.copies != nullptr ? part.copies->file_.section(kSketches)
                                         : std::string_view(part.sketches));
}

// Handles one range of keys at a time, so that not all keys are in memory.
void CopiesWriter::State::write_keys(SectionWriter& writer) const {
  constexpr std::uint32_t kRange = 1u << (kKeyBits - 6);
  const unsigned bits = bucket_bits(articles());
  const unsigned rest = kKeyBits - bits;
  std::vector<std::uint32_t> starts((std::size_t{1} << bits) + 1);
  writer.begin(kKeys);
  std::vector<KeyOf> keys;
  std::string entries;
  for (std::uint32_t from = 0; from < 1u << kKeyBits; from += kRange) {
    keys.clear();
    Docid before = 0;
    for (const Part& part : parts) {
      for_each_key(part, from, from + kRange, [&](const KeyOf& each) {
        keys.push_back({each.key, each.docid + before});
      });
      before += part.articles;
    }
    std::sort(keys.begin(), keys.end());
    entries.clear();
    for (const KeyOf& each : keys) {
      const std::uint32_t entry = (each.key & ((1u << rest) - 1)) << bits | each.docid;
      entries.append(reinterpret_cast<const char*>(&entry), kEntryBytes);
      ++starts[(each.key >> rest) + 1];
    }
    writer.append(entries);
  }
  for (std::size_t bucket = 1; bucket < starts.size(); ++bucket)
    starts[bucket] += starts[bucket - 1];
  writer.write_array(kKeyStarts, std::span<const std::uint32_t>(starts));
}

void CopiesWriter::write(const std::filesystem::path& folder) const {
  const std::uint64_t articles = state_->articles();
  if (articles > kMostArticles)
    throw Error(ExitCode::internal, "a segment of more than 16,777,215 articles");
  SectionWriter writer(folder / kFileName, SectionKind::copies, articles);
  state_->write_sketches(writer);
  state_->write_keys(writer);
  writer.finish();
}

}  // namespace newsindex
