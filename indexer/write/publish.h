// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that change an archive for its readers. Each step leaves a valid archive: a reader, or
// the next run after a crash, finds the state before or after the step. No file of a published
// segment is ever written again: only archive.json, which lists the segments, changes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/write/finished_segment.h"
#include "indexer/write/known_articles.h"
#include "schema/archive/manifest.h"

namespace newsindex {

// A random (version 4) UUID, RFC 9562.
std::string new_uuid();

// The manifest of the archive. If there is no archive yet and the folder is empty, creates one with
// revision 0. Throws Error. REQUIRES: the archive's lock is held, here and below.
Manifest open_or_create(const std::filesystem::path& archive);

// What one revision changes.
struct Changes {
  std::vector<FinishedSegment> segments;  // to add
  std::vector<Copy> deleted;              // in the manifest's segments
  std::vector<std::string> replaced;      // names of segments that are dropped as a whole
  std::vector<std::uint64_t> superseded;  // sequences of articles in `segments` to delete
  bool is_merge = false;                  // `segments` contain the articles of `replaced`
};

// Publishes a new revision: writes the deletions, moves the new segments into the archive, and
// replaces archive.json in one step, with a table of bearers that matches the new set of articles
// (see indexer/write/archive_bearers.h). Segments without living articles are dropped. Files that
// the new revision no longer names are listed as retired (see indexer/write/retire.h). A segment
// that is found to be damaged stays as it is and is marked.
void publish(const std::filesystem::path& archive, Manifest& manifest, Changes changes);

// Recomputes the table of bearers, without a new revision. Returns true if the manifest changed;
// the caller then has to write it.
bool renew_bearers(const std::filesystem::path& archive, Manifest& manifest);

// Sorts as in the manifest: by first day, segments without dates first; then by name.
void sort_by_date(std::vector<Segment>& segments);

// Counts the living articles of all segments by language, into the manifest. Skips damaged
// segments, and marks segments that are found to be damaged here.
void count_languages(const std::filesystem::path& archive, Manifest& manifest);

}  // namespace newsindex
