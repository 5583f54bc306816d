// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/gone_articles.h"

#include <set>

namespace newsindex {

std::vector<Copy> copies_from(const std::vector<const OpenSegment*>& segments,
                              const std::vector<std::string>& sources) {
  const std::set<std::string> gone(sources.begin(), sources.end());
  std::vector<Copy> copies;
  for (std::size_t i = 0; i < segments.size(); ++i)
    for (Docid docid = 1; docid <= segments[i]->segment().documents; ++docid)
      if (!segments[i]->deletions().contains(docid) &&
          gone.contains(segments[i]->article(docid).origin.path))
        copies.push_back({i, docid});
  return copies;
}

}  // namespace newsindex
