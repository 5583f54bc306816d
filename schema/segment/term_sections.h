// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of a file of terms, for the side that writes it and the side that reads it.
//
// The dictionary is cut into blocks of kTermsInBlock terms; each block begins with a checksum of
// its bytes. A term is: bytes shared with the term before, bytes that are its own (both as
// numbers), those bytes, the number of its articles, its code times 2, plus 1 if it only filters;
// the bytes of its postings, and these, if the list is short; else they stand in the lists. Numbers
// are LEB128.
//
// Encoded postings, a long list: checksum of the rest (4 bytes); where it has more than kListBlock
// postings, for each block the last docid and the bytes to its end (4 bytes each); the blocks. A
// posting: the distance from the docid before times 2, plus 1 if a frequency follows; without it
// the frequency is 1. Of a term that only filters: the distance, and all frequencies are 0.
#pragma once

#include <cstdint>

#include "schema/digest.h"
#include "schema/packed.h"
#include "schema/segment/section_file.h"

namespace newsindex {

inline constexpr const char* kTermsName = "terms";

struct TermSection {
  static constexpr SectionNumber dictionary = 1;
  static constexpr SectionNumber block_starts = 2;  // 8 bytes; by block, and the end
  static constexpr SectionNumber list_starts = 3;   // 8 bytes; where the lists of a block begin
  static constexpr SectionNumber first_starts = 4;  // 4 bytes; in first_terms; and the end
  static constexpr SectionNumber first_terms = 5;   // of each block
  static constexpr SectionNumber lists = 6;         // checked one by one
  static constexpr SectionNumber word_starts = 7;   // 8 bytes; by docid - 1, and the end
  static constexpr SectionNumber words = 8;         // of each article; after a checksum of 4 bytes
  static constexpr SectionNumber totals = 9;        // 4 bytes: one more than the largest code
};

inline constexpr std::size_t kTermsInBlock = 64;
inline constexpr std::size_t kListBlock = 128;         // postings
inline constexpr std::uint32_t kMostInDictionary = 8;  // postings of a short list

// What four bytes hold of a checksum.
inline std::uint32_t short_digest(std::string_view bytes) {
  return static_cast<std::uint32_t>(digest64(bytes));
}

// A number that may be read without looking at the end, because the bytes were checked.
inline std::uint32_t next_number(const char*& at) {
  std::uint32_t number = static_cast<unsigned char>(*at++);
  if (number < 0x80) return number;
  number &= 0x7f;
  for (unsigned shift = 7;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    number |= static_cast<std::uint32_t>(byte & 0x7fu) << shift;
    if (byte < 0x80) return number;
  }
}

}  // namespace newsindex
