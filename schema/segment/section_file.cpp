// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/segment/section_file.h"

#include <array>
#include <atomic>
#include <bit>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include "schema/digest.h"
#include "schema/error.h"

namespace newsindex {
namespace {

static_assert(std::endian::native == std::endian::little, "the files are mapped as they are");

constexpr std::string_view kMagic = "newsseg\n";
constexpr std::uint32_t kLayout = 1;
constexpr std::uint64_t kAlignment = 64;

struct Header {
  std::array<char, 8> magic;
  std::uint32_t kind;
  std::uint32_t layout;
  std::uint64_t articles;
  std::uint64_t directory_at;
  std::uint64_t sections;
  std::uint64_t directory_digest;
  std::uint64_t reserved;
  std::uint64_t header_digest;  // of all bytes before it
};
static_assert(sizeof(Header) == kAlignment);

struct Entry {
  std::uint32_t number;
  std::uint32_t reserved;
  std::uint64_t at;
  std::uint64_t bytes;
  std::uint64_t digest;
};
static_assert(sizeof(Entry) == 32);

std::string_view bytes_of_header(const Header& header, std::size_t count) {
  return {reinterpret_cast<const char*>(&header), count};
}

std::uint64_t digest_of(const Header& header) {
  return digest64(bytes_of_header(header, offsetof(Header, header_digest)));
}

std::size_t parts_of(std::size_t bytes) { return (bytes + kPartBytes - 1) / kPartBytes; }

std::uint32_t part_digest(std::string_view part) {
  return static_cast<std::uint32_t>(digest64(part));
}

}  // namespace

struct SectionFile::Section {
  Entry entry;
  std::string_view bytes;
  mutable std::atomic<bool> is_checked = false;
  std::unique_ptr<std::atomic<bool>[]> checked_parts;  // null: the section was not written in parts
};

SectionFile::SectionFile(const std::filesystem::path& path, SectionKind kind,
                         std::uint64_t articles)
    : path_(path), file_(path), articles_(articles) {
  const std::string_view all = file_.bytes();
  Header header{};
  if (all.size() < sizeof header) throw_damaged("it is too short");
  std::memcpy(&header, all.data(), sizeof header);
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic ||
      header.header_digest != digest_of(header))
    throw_damaged("its header is none");
  if (header.kind != static_cast<std::uint32_t>(kind) || header.layout != kLayout)
    throw_damaged("it is of another kind");
  if (header.articles != articles)
    throw_damaged("it is of " + std::to_string(header.articles) + " articles, not of " +
                  std::to_string(articles));
  const std::uint64_t directory_bytes = header.sections * sizeof(Entry);
  if (header.sections > all.size() || header.directory_at + directory_bytes != all.size())
    throw_damaged("it has a wrong length");
  const std::string_view directory = all.substr(header.directory_at);
  if (digest64(directory) != header.directory_digest) throw_damaged("its directory is damaged");
  count_ = header.sections;
  sections_ = std::make_unique<Section[]>(count_);
  for (std::size_t i = 0; i < count_; ++i) {
    Section& section = sections_[i];
    std::memcpy(&section.entry, directory.data() + i * sizeof(Entry), sizeof(Entry));
    section.bytes = all.substr(section.entry.at, section.entry.bytes);
  }
  for (std::size_t i = 0; i < count_; ++i)
    if (has(sections_[i].entry.number | kPartsOf))
      sections_[i].checked_parts =
          std::make_unique<std::atomic<bool>[]>(parts_of(sections_[i].bytes.size()));
}

SectionFile::~SectionFile() = default;

const SectionFile::Section* SectionFile::find(SectionNumber number) const {
  for (std::size_t i = 0; i < count_; ++i)
    if (sections_[i].entry.number == number) return &sections_[i];
  return nullptr;
}

std::string_view SectionFile::section(SectionNumber number) const {
  const Section* section = find(number);
  if (section == nullptr) throw_damaged("section " + std::to_string(number) + " is missing");
  if (!section->is_checked.load(std::memory_order_relaxed)) {
    if (digest64(section->bytes) != section->entry.digest)
      throw_damaged("section " + std::to_string(number) + " has a wrong checksum");
    section->is_checked.store(true, std::memory_order_relaxed);
  }
  return section->bytes;
}

const char* SectionFile::part(SectionNumber number, std::size_t at, std::size_t bytes) const {
  const Section* found = find(number);
  if (found == nullptr || found->checked_parts == nullptr || at + bytes > found->bytes.size()) {
    const std::string_view whole = section(number);
    if (at + bytes > whole.size()) throw_damaged("a section is too short");
    return whole.data() + at;
  }
  const std::size_t place = at / kPartBytes;
  std::atomic<bool>& is_checked = found->checked_parts[place];
  if (!is_checked.load(std::memory_order_relaxed)) {
    const auto digests = array<std::uint32_t>(number | kPartsOf);
    if (place >= digests.size() ||
        digests[place] != part_digest(found->bytes.substr(place * kPartBytes, kPartBytes)))
      throw_damaged("a part of section " + std::to_string(number) + " has a wrong checksum");
    is_checked.store(true, std::memory_order_relaxed);
  }
  return found->bytes.data() + at;
}

std::string_view SectionFile::section_unchecked(SectionNumber number) const {
  const Section* section = find(number);
  if (section == nullptr) throw_damaged("section " + std::to_string(number) + " is missing");
  return section->bytes;
}

void SectionFile::verify() const {
  const std::string_view all = file_.bytes();
  std::size_t at = sizeof(Header);
  for (std::size_t i = 0; i < count_; ++i) {
    section(sections_[i].entry.number);
    check_gap(at, sections_[i].entry.at);
    at = sections_[i].entry.at + sections_[i].entry.bytes;
  }
  check_gap(at, all.size() - count_ * sizeof(Entry));
}

void SectionFile::check_gap(std::size_t from, std::size_t to) const {
  const std::string_view all = file_.bytes();
  if (from > to || all.substr(from, to - from).find_first_not_of('\0') != std::string_view::npos)
    throw_damaged("there is something between its sections");
}

void SectionFile::throw_damaged(const std::string& what) const {
  throw Error(ExitCode::internal, "'" + path_.string() + "' is damaged: " + what);
}

struct SectionWriter::State {
  std::filesystem::path path;
  std::FILE* file = nullptr;
  Header header{};
  std::vector<Entry> entries;
  Digest digest;
  std::uint64_t at = 0;
  bool in_section = false;
  bool in_parts = false;
  std::string part;                  // the part that is being filled
  std::vector<std::uint32_t> parts;  // checksums of the completed parts

  void write(std::string_view bytes) {
    if (bytes.empty()) return;
    if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) fail();
    at += bytes.size();
  }
  [[noreturn]] void fail() const {
    throw Error(ExitCode::io, "cannot write '" + path.string() + "': " + std::strerror(errno));
  }
  void end_section() {
    if (!in_section) return;
    entries.back().bytes = at - entries.back().at;
    entries.back().digest = digest.value();
    in_section = false;
    if (in_parts) write_parts();
  }
  void add_to_parts(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::string_view taken = bytes.substr(0, kPartBytes - part.size());
      part += taken;
      bytes.remove_prefix(taken.size());
      if (part.size() == kPartBytes) end_part();
    }
  }
  void end_part() {
    if (part.empty()) return;
    parts.push_back(part_digest(part));
    part.clear();
  }
  void write_parts() {
    end_part();
    align();
    const std::string_view bytes{reinterpret_cast<const char*>(parts.data()),
                                 parts.size() * sizeof(std::uint32_t)};
    entries.push_back({entries.back().number | kPartsOf, 0, at, bytes.size(), digest64(bytes)});
    write(bytes);
    parts.clear();
  }
  void align() {
    constexpr std::array<char, kAlignment> kZeros{};
    write({kZeros.data(), (kAlignment - at % kAlignment) % kAlignment});
  }
};

SectionWriter::SectionWriter(std::filesystem::path path, SectionKind kind, std::uint64_t articles)
    : state_(std::make_unique<State>()) {
  state_->path = std::move(path);
  state_->file = std::fopen(state_->path.c_str(), "wbe");
  if (state_->file == nullptr)
    throw Error(ExitCode::cannot_create,
                "cannot create '" + state_->path.string() + "': " + std::strerror(errno));
  constexpr std::size_t kBuffer = 1u << 16;
  std::setvbuf(state_->file, nullptr, _IOFBF, kBuffer);
  kMagic.copy(state_->header.magic.data(), kMagic.size());
  state_->header.kind = static_cast<std::uint32_t>(kind);
  state_->header.layout = kLayout;
  state_->header.articles = articles;
  state_->write(std::string(sizeof(Header), '\0'));
}

SectionWriter::~SectionWriter() {
  if (state_->file != nullptr) std::fclose(state_->file);
}

void SectionWriter::begin(SectionNumber number, bool in_parts) {
  state_->end_section();
  state_->in_parts = in_parts;
  state_->align();
  state_->entries.push_back({number, 0, state_->at, 0, 0});
  state_->digest.reset();
  state_->in_section = true;
}

void SectionWriter::append(std::string_view bytes) {
  state_->digest.add(bytes);
  if (state_->in_parts) state_->add_to_parts(bytes);
  state_->write(bytes);
}

std::uint64_t SectionWriter::section_bytes() const {
  return state_->in_section ? state_->at - state_->entries.back().at : 0;
}

void SectionWriter::finish() {
  State& state = *state_;
  state.end_section();
  state.align();
  const std::string_view directory{reinterpret_cast<const char*>(state.entries.data()),
                                   state.entries.size() * sizeof(Entry)};
  state.header.directory_at = state.at;
  state.header.sections = state.entries.size();
  state.header.directory_digest = digest64(directory);
  state.header.header_digest = digest_of(state.header);
  state.write(directory);
  if (std::fseek(state.file, 0, SEEK_SET) != 0) state.fail();
  state.write(bytes_of_header(state.header, sizeof(Header)));
  const int failed = std::fclose(std::exchange(state.file, nullptr));
  if (failed != 0) state.fail();
}

}  // namespace newsindex
