// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/stories.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "query/search/matches.h"
#include "schema/fields.h"

namespace newsindex {
namespace {

// The values of a slot of the matches in a segment, empty where they have none.
std::vector<std::string> values_of(const SegmentMatches& matches, Xapian::valueno slot) {
  std::vector<std::string> values(matches.docids.size());
  auto value = matches.open->database.valuestream_begin(slot);
  const auto end = matches.open->database.valuestream_end(slot);
  for (std::size_t i = 0; i < matches.docids.size() && value != end; ++i) {
    if (value.get_docid() < matches.docids[i]) value.skip_to(matches.docids[i]);
    if (value != end && value.get_docid() == matches.docids[i]) values[i] = *value;
  }
  return values;
}

struct Earliest {
  std::string order;
  std::size_t segment = 0;
  Xapian::docid docid = 0;
};

}  // namespace

std::vector<SegmentMatches> matches_in(const std::vector<OpenSegment>& segments,
                                       const Xapian::Query& query) {
  std::vector<SegmentMatches> all;
  for (const OpenSegment& open : segments)
    all.push_back({&open, matching_docids(open.database, query)});
  return all;
}

std::uint64_t total_of(const std::vector<SegmentMatches>& matches) {
  std::uint64_t total = 0;
  for (const SegmentMatches& segment : matches) total += segment.docids.size();
  return total;
}

void keep_one_of_each_story(std::vector<SegmentMatches>& matches) {
  const auto slot = static_cast<Xapian::valueno>(field("story").slot);
  std::unordered_map<std::string, Earliest> stories;
  std::vector<std::set<Xapian::docid>> alone(matches.size());
  for (std::size_t s = 0; s < matches.size(); ++s) {
    const auto names = values_of(matches[s], slot);
    const auto orders = values_of(matches[s], kOrderSlot);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const Xapian::docid docid = matches[s].docids[i];
      if (names[i].empty()) {
        alone[s].insert(docid);
        continue;
      }
      const auto [place, is_new] = stories.try_emplace(names[i], Earliest{orders[i], s, docid});
      if (!is_new && orders[i] < place->second.order) place->second = {orders[i], s, docid};
    }
  }
  for (const auto& [name, earliest] : stories) alone[earliest.segment].insert(earliest.docid);
  for (std::size_t s = 0; s < matches.size(); ++s)
    matches[s].docids.assign(alone[s].begin(), alone[s].end());
}

}  // namespace newsindex
