// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/rebuild.h"

#include "indexer/write/old_archive.h"
#include "schema/document.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

RunReport copy_all(Revision& revision, const std::vector<StoredSegment>& segments,
                   const fs::path& archive, const OnProgress& on_progress,
                   const std::function<bool()>& on_published) {
  Rewriting rewriting(revision, {}, on_progress);
  for (const StoredSegment& segment : segments)
    rewriting.progress().articles_total += segment.articles;
  for (const StoredSegment& segment : segments) rewriting.copy(segment);
  return rewriting.publish(archive, on_published);
}

}  // namespace

RunReport rebuild_archive(const fs::path& archive, const RunLimits& limits,
                          const OnProgress& on_progress) {
  const int version = readable_version_of(archive, "rebuild");
  try {
    if (version == kSchemaVersion) {
      Revision revision(archive, limits);
      std::vector<StoredSegment> segments;
      for (const OpenSegment* open : whole_segments(revision, archive, {}))
        segments.push_back(stored_segment(*open));
      return copy_all(revision, segments, archive, on_progress, {});
    }
    OldArchive old;
    Revision revision(archive, limits, [&] {
      old = read_old_archive(archive);
      return old.manifest;
    });
    // Readers of the old version hold no locks, so they may still read the retired segments: the
    // next run removes those.
    std::vector<StoredSegment> segments;
    for (const OldSegment& segment : old.segments) segments.push_back(stored_segment(segment));
    return copy_all(revision, segments, archive, on_progress, [] { return false; });
  } catch (const Xapian::Error& error) {
    throw describe(error, "archive '" + archive.string() + "'");
  }
}

}  // namespace newsindex
