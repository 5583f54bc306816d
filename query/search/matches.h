// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles of a segment match, all of them and exactly. Counting by walking postings is
// several times faster than a Xapian match that must look at every article, and gives the lists
// that facets and timelines walk along.
#pragma once

#include <vector>

#include <xapian.h>

namespace newsindex {

// The docids of the articles that match a boolean query in this database, ascending. Weights do not
// count.
std::vector<Xapian::docid> matching_docids(const Xapian::Database& database,
                                           const Xapian::Query& query);

// How many match; cheaper than the list where the query is one term.
std::size_t count_matches(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace newsindex
