// SPDX-License-Identifier: GPL-3.0-or-later
// The table of bearers of an archive (see schema/archive/bearers.h), made of the terms of its
// segments: the alias terms tell in which articles a short name stood beside a longer one. What the
// table says depends on the articles of the archive alone, not on how they came.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "schema/archive/archive.h"

namespace newsindex {

// Short names (folded) of which the evidence may have changed.
class ChangedShortNames {
 public:
  // All of a segment that comes or goes.
  void add_segment(const OpenSegment& segment);

  // Those of a few of its articles.
  void add_articles(const OpenSegment& segment, const std::vector<Docid>& docids);

  const std::set<std::string>& all() const { return names_; }

 private:
  std::set<std::string> names_;
};

// Looks at these names anew. `segments`: those of the archive as it will be.
void update_bearers(Bearers& bearers, const ChangedShortNames& changed,
                    const std::vector<std::unique_ptr<OpenSegment>>& segments);

}  // namespace newsindex
