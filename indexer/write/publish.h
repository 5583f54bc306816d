// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that change an archive for its readers. Each leaves an archive that is whole: a reader,
// or the next run after a crash, finds the state before the step or after it. No file of a
// published segment is ever written: what changes is archive.json, which names them.
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

// The manifest of the archive, or that of a new one (revision 0), which is made when there is none
// yet and the folder is empty. Throws Error. REQUIRES: the archive's lock is held, here and below.
Manifest open_or_create(const std::filesystem::path& archive);

// What one revision changes.
struct Changes {
  std::vector<FinishedSegment> segments;  // to be added
  std::vector<Copy> deleted;              // in the manifest's segments
  std::vector<std::string> replaced;      // names of segments that go as a whole
  std::vector<std::uint64_t> superseded;  // sequences of articles in `segments` that are deleted
  bool is_merge = false;                  // `segments` hold the articles of `replaced`
};

// Publishes a new revision: writes what is deleted, moves the new segments into the archive, and
// replaces archive.json in one step, with a table of bearers that is true for the articles now (see
// indexer/write/archive_bearers.h). Segments without living articles go. What the new revision
// does not name any more is listed as retired (see indexer/write/retire.h). A segment that turns
// out to be damaged is left as it is, and marked.
void publish(const std::filesystem::path& archive, Manifest& manifest, Changes changes);

// Makes the table of bearers anew; the revision stays. True when the manifest changed, which is to
// be written.
bool renew_bearers(const std::filesystem::path& archive, Manifest& manifest);

// As the manifest lists them: by first day, those without dates first; then by name.
void sort_by_date(std::vector<Segment>& segments);

// Counts the living articles of all segments by language, into the manifest. Leaves out damaged
// segments; who turns out to be damaged here is marked.
void count_languages(const std::filesystem::path& archive, Manifest& manifest);

}  // namespace newsindex
