// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of the file `columns`, for both writer and reader.
#pragma once

#include <cstddef>

#include "schema/segment/section_file.h"

namespace newsindex {

inline constexpr const char* kColumnsName = "columns";

struct ColumnSection {
  static constexpr SectionNumber order = 1;
  static constexpr SectionNumber days = 2;
  static constexpr SectionNumber lengths = 3;
  static constexpr SectionNumber stories = 4;
  static constexpr SectionNumber digests = 5;
  static constexpr SectionNumber sequences = 6;
  static constexpr SectionNumber ids = 7;
  static constexpr SectionNumber id_order = 8;      // docids, sorted by the hashes of their ids
  static constexpr SectionNumber totals = 9;        // one number: the sum of the lengths
  static constexpr SectionNumber facets = 16;       // five sections each, in the order of FacetData
  static constexpr SectionNumber confidences = 64;  // one for each facet of entity names
};

// The first section of a facet.
constexpr SectionNumber facet_sections(std::size_t facet) {
  return ColumnSection::facets + 5 * static_cast<SectionNumber>(facet);
}

// The section of the confidences of a facet.
constexpr SectionNumber confidence_section(std::size_t facet) {
  return ColumnSection::confidences + static_cast<SectionNumber>(facet);
}

}  // namespace newsindex
