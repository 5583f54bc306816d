// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of articles given by their docids in each segment, as a part of a Xapian query: old copies
// that are hidden, articles whose text was checked for an exact phrase.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

namespace newsindex {

// Sorted docids by the UUID of the segment's database.
using DocidSets = std::map<std::string, std::vector<Xapian::docid>>;

// A query that matches exactly these articles, with no weight. Local segments only: it cannot be
// sent to a remote one.
Xapian::Query query_of(DocidSets sets);

}  // namespace newsindex
