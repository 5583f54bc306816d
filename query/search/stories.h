// SPDX-License-Identifier: GPL-3.0-or-later
// Matches and the stories that they are copies of (see the field `story`).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/archive/archive.h"

namespace newsindex {

// The matches in one segment that can have any.
struct SegmentMatches {
  const OpenSegment* open;
  std::vector<Xapian::docid> docids;  // ascending
};

// All matches of a boolean query.
std::vector<SegmentMatches> matches_in(const std::vector<OpenSegment>& segments,
                                       const Xapian::Query& query);

std::uint64_t total_of(const std::vector<SegmentMatches>& matches);

// Leaves one match of each story: the earliest; among those of one moment the one that the order of
// equal times puts first. Articles without a story stay.
void keep_one_of_each_story(std::vector<SegmentMatches>& matches);

}  // namespace newsindex
