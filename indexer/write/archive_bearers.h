// SPDX-License-Identifier: GPL-3.0-or-later
// Updates the table of bearers of an archive (see schema/archive/bearers.h) from the terms of its
// segments: the alias terms show in which articles a short name appeared beside a longer one. The
// table depends only on the articles in the archive, not on the order in which they arrived.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "schema/archive/archive.h"

namespace newsindex {

// Short names (folded) whose evidence may have changed.
class ChangedShortNames {
 public:
  // Adds all short names of a segment that is added or dropped.
  void add_segment(const OpenSegment& segment);

  // Adds the short names of these articles of a segment.
  void add_articles(const OpenSegment& segment, const std::vector<Docid>& docids);

  const std::set<std::string>& all() const { return names_; }

 private:
  std::set<std::string> names_;
};

// Recomputes the bearers of the changed names. `segments`: all segments of the new revision.
void update_bearers(Bearers& bearers, const ChangedShortNames& changed,
                    const std::vector<std::unique_ptr<OpenSegment>>& segments);

}  // namespace newsindex
