// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of the file `terms`, for both writer and reader.
//
// The dictionary is cut into blocks of kTermsInBlock terms; each block begins with a checksum of
// its bytes. A term consists of: the number of bytes shared with the previous term, the number of
// its own bytes, those bytes, the number of its articles, its code times 2 (plus 1 if it only
// filters), and the number of bytes of its postings. A short list of postings follows directly;
// longer ones are in the section `lists`. Numbers are LEB128.
//
// A long list of postings: a checksum of the rest (4 bytes); if there are more than kListBlock
// postings, for each block its last docid and the offset of its end (4 bytes each); the blocks. A
// posting is the distance from the previous docid times 2, plus 1 if a frequency follows; otherwise
// the frequency is 1. For a term that only filters, a posting is only the distance, and all
// frequencies are 0.
#pragma once

#include <cstdint>

#include "schema/digest.h"
#include "schema/packed.h"
#include "schema/segment/section_file.h"

namespace newsindex {

inline constexpr const char* kTermsName = "terms";

// "And the end": the array has one more entry, where the last item ends.
struct TermSection {
  static constexpr SectionNumber dictionary = 1;
  static constexpr SectionNumber block_starts = 2;  // 8 bytes; by block, and the end
  static constexpr SectionNumber list_starts = 3;   // 8 bytes; by block: start of its lists
  static constexpr SectionNumber first_starts = 4;  // 4 bytes; by block, and the end
  static constexpr SectionNumber first_terms = 5;   // the first term of each block
  static constexpr SectionNumber lists = 6;         // each list has its own checksum
  static constexpr SectionNumber word_starts = 7;   // 8 bytes; by docid - 1, and the end
  static constexpr SectionNumber words = 8;         // by docid: a 4-byte checksum, then codes
  static constexpr SectionNumber totals = 9;        // 4 bytes: one more than the largest code
};

inline constexpr std::size_t kTermsInBlock = 64;
inline constexpr std::size_t kListBlock = 128;         // postings
inline constexpr std::uint32_t kMostInDictionary = 8;  // postings of a short list at most

// A checksum of 4 bytes: the lower half of digest64.
inline std::uint32_t short_digest(std::string_view bytes) {
  return static_cast<std::uint32_t>(digest64(bytes));
}

// Reads a LEB128 number without looking for the end of the bytes, because their checksum was
// verified.
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
