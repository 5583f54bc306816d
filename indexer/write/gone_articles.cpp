// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/gone_articles.h"

#include <set>

namespace newsindex {

std::vector<Copy> copies_from(const std::vector<const OpenSegment*>& segments,
                              const std::vector<std::string>& sources) {
  const std::set<std::string> gone(sources.begin(), sources.end());
  std::vector<Copy> copies;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const OpenSegment& open = *segments[i];
    const std::size_t before = copies.size();
    read_if_intact(open, [&] {
      for (Docid docid = 1; docid <= open.segment().documents; ++docid)
        if (!open.deletions().contains(docid) && gone.contains(open.article(docid).origin.path))
          copies.push_back({i, docid});
    });
    if (!open.damage().empty()) copies.resize(before);
  }
  return copies;
}

}  // namespace newsindex
