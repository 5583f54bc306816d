// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/leveled_postings.h"

#include <utility>

#include "query/search/local/short_name_articles.h"

namespace newsindex {
namespace {

struct OneLevel {
  std::uint8_t level;
  DocidList docids;
};

LeveledPostings by_array(const std::vector<OneLevel>& parts, std::uint64_t articles) {
  std::vector<std::uint8_t> highest(articles + 1);  // by docid; the level plus one, 0: no level
  for (const OneLevel& part : parts)
    for (const Docid docid : part.docids)
      highest[docid] =
          std::max<std::uint8_t>(highest[docid], static_cast<std::uint8_t>(part.level + 1));
  LeveledPostings postings;
  for (std::size_t docid = 1; docid < highest.size(); ++docid) {
    if (highest[docid] == 0) continue;
    postings.docids.push_back(static_cast<Docid>(docid));
    postings.levels.push_back(static_cast<std::uint8_t>(highest[docid] - 1));
  }
  return postings;
}

LeveledPostings by_sorting(const std::vector<OneLevel>& parts) {
  std::vector<std::pair<Docid, int>> all;  // of each article, the highest level first
  for (const OneLevel& part : parts)
    for (const Docid docid : part.docids) all.emplace_back(docid, -part.level);
  std::sort(all.begin(), all.end());
  LeveledPostings postings;
  for (const auto& [docid, negative] : all) {
    if (!postings.docids.empty() && postings.docids.back() == docid) continue;
    postings.docids.push_back(docid);
    postings.levels.push_back(static_cast<std::uint8_t>(-negative));
  }
  return postings;
}

}  // namespace

LeveledPostings read_levels(const OpenSegment& segment, std::span<const LeveledTerm> leveled,
                            const DocidSpan* among) {
  const Terms& terms = segment.terms();
  std::vector<OneLevel> parts;
  std::uint64_t entries = 0;
  Postings postings;
  for (const LeveledTerm& each : leveled) {
    const auto entry = terms.find(each.term);
    if (!entry) continue;
    if (among != nullptr)
      terms.read_among(*entry, *among, postings);
    else
      terms.read(*entry, postings);
    if (each.only) keep_meant_articles(segment, *each.only, postings.docids);
    entries += postings.docids.size();
    parts.push_back({static_cast<std::uint8_t>(each.level), std::move(postings.docids)});
  }
  if (is_dense(entries, terms.articles())) return by_array(parts, terms.articles());
  return by_sorting(parts);
}

}  // namespace newsindex
