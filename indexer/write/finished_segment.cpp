// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/finished_segment.h"

#include <algorithm>

#include "indexer/write/segment_files.h"
#include "schema/archive/durable.h"
#include "schema/segment/columns.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

std::vector<SegmentFile> files_of(const fs::path& folder) {
  std::vector<SegmentFile> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    files.push_back(describe_file(entry.path()));
  std::sort(files.begin(), files.end(),
            [](const SegmentFile& a, const SegmentFile& b) { return a.name < b.name; });
  return files;
}

void count_days(std::span<const std::int32_t> days, Segment& segment) {
  std::int32_t first = INT32_MAX;
  std::int32_t last = kUndated;
  std::optional<DayRange> range;
  for (const std::int32_t day : days) {
    if (day == kUndated) {
      ++segment.undated;
      continue;
    }
    if (day >= first && day <= last) continue;
    first = std::min(first, day);
    last = std::max(last, day);
    const DayRange covered = days_of_column(day);
    if (!range) range = covered;
    range = DayRange{std::min(range->first, covered.first), std::max(range->last, covered.last)};
  }
  segment.days = range;
}

}  // namespace

FinishedSegment finish_segment(const fs::path& folder, std::uint64_t articles) {
  FinishedSegment finished{folder, {}};
  finished.segment.documents = articles;
  finished.segment.articles = articles;
  count_days(Columns(folder, articles).days(), finished.segment);
  finished.segment.files = files_of(folder);
  sync_tree(folder);
  return finished;
}

}  // namespace newsindex
