// SPDX-License-Identifier: GPL-3.0-or-later
// A file of a segment beside its Xapian database: numbered sections of bytes, each with a checksum.
//
// Layout (little-endian; see FORMAT.md): 64 bytes of header, the sections, each beginning at a
// multiple of 64 bytes, and at the end the directory of the sections. A long array of which single
// entries are read is followed by a section with the checksums of its parts.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "schema/segment/mapped_file.h"

namespace newsindex {

enum class SectionKind : std::uint32_t { columns = 1, terms = 2, copies = 3, deletions = 4 };

// A number for each section of a kind of file.
using SectionNumber = std::uint32_t;

// The section with the 4-byte checksums of another section's parts has that section's number plus
// this bit.
inline constexpr SectionNumber kPartsOf = 1u << 31;
inline constexpr std::size_t kPartBytes = 8192;

// Thread-safe.
class SectionFile {
 public:
  // Reads header and directory. Throws Error: internal when the file is damaged, has another kind,
  // layout or number of articles than expected; no_input, io and no_memory as MappedFile does.
  SectionFile(const std::filesystem::path& path, SectionKind kind, std::uint64_t articles);
  ~SectionFile();

  std::uint64_t articles() const { return articles_; }
  const std::filesystem::path& path() const { return path_; }

  bool has(SectionNumber number) const { return find(number) != nullptr; }

  // The bytes of a section. Its checksum is verified on first use. Throws Error(internal) naming
  // the file when the section is damaged or missing.
  std::string_view section(SectionNumber number) const;

  // One entry of an array, for callers that need few entries of a long array: in a section that was
  // written in parts, only the part with the entry is verified.
  template <class T>
  T entry(SectionNumber number, std::size_t index) const {
    T entry;
    std::memcpy(&entry, part(number, index * sizeof(T), sizeof(T)), sizeof(T));
    return entry;
  }

  // The bytes of a section without verification, for sections whose content has its own checksums,
  // which the caller verifies.
  std::string_view section_unchecked(SectionNumber number) const;

  // A verified section as an array. Throws Error(internal) when its size is not a multiple of T's.
  template <class T>
  std::span<const T> array(SectionNumber number) const {
    const std::string_view bytes = section(number);
    if (bytes.size() % sizeof(T) != 0) throw_damaged("a section has a wrong size");
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

  // Verifies all checksums, and that only zeros are between the sections. Throws Error(internal).
  void verify() const;

  [[noreturn]] void throw_damaged(const std::string& what) const;

 private:
  struct Section;
  const Section* find(SectionNumber number) const;
  void check_gap(std::size_t from, std::size_t to) const;
  const char* part(SectionNumber number, std::size_t at, std::size_t bytes) const;

  std::filesystem::path path_;
  MappedFile file_;
  std::uint64_t articles_ = 0;
  std::size_t count_ = 0;
  std::unique_ptr<Section[]> sections_;
};

// Writes such a file, section after section. Until finish() the file is not valid.
class SectionWriter {
 public:
  // Throws Error(cannot_create); the other functions throw Error(io). Both name the file.
  SectionWriter(std::filesystem::path path, SectionKind kind, std::uint64_t articles);
  ~SectionWriter();
  SectionWriter(const SectionWriter&) = delete;
  SectionWriter& operator=(const SectionWriter&) = delete;

  // Ends the previous section and begins a new one. With `in_parts`, a section with the checksums
  // of its parts follows it.
  void begin(SectionNumber number, bool in_parts = false);
  void append(std::string_view bytes);

  template <class T>
  void append_array(std::span<const T> values) {
    append({reinterpret_cast<const char*>(values.data()), values.size_bytes()});
  }
  template <class T>
  void write_array(SectionNumber number, std::span<const T> values) {
    begin(number);
    append_array(values);
  }

  // The number of bytes written so far in the current section.
  std::uint64_t section_bytes() const;

  // Writes directory and header and closes the file; does not sync.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsindex
