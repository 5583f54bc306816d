// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that change an archive for its readers. Each leaves an archive that is whole: a reader,
// or the next run after a crash, finds the state before the step or after it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/write/known_articles.h"
#include "schema/archive/manifest.h"

namespace newsindex {

// The manifest of the archive, or that of a new one (revision 0), which is made when there is none
// yet and the folder is empty. Throws Error. REQUIRES: the archive's lock is held, here and below.
Manifest open_or_create(const std::filesystem::path& archive);

// Clears what earlier runs left: deletes hidden copies for good, folders of retired segments, and
// folders and ledgers that no manifest names.
void tidy(const std::filesystem::path& archive, Manifest& manifest);

// Removes segments and ledgers that were written and not published; an archive of which nothing was
// ever published goes as a whole, but for its lock.
void discard_unpublished(const std::filesystem::path& archive) noexcept;

// Counts what the segment's database holds (articles, undated); name, days and hidden are taken as
// they are.
Segment counted(const std::filesystem::path& archive, Segment segment);

// Publishes a new revision. New segments must be on the disk before.
void publish(const std::filesystem::path& archive, Manifest& manifest);

// Marks copies as hidden; they stay in their databases until delete_hidden.
void hide(Manifest& manifest, const std::vector<Copy>& copies);

// Deletes hidden copies from their databases and publishes lists without them. Segments left empty
// are retired.
void delete_hidden(const std::filesystem::path& archive, Manifest& manifest);

// Merges neighbours by date, the smallest first, until at most `most_segments` are left, and
// publishes. REQUIRES: nothing is hidden.
void merge_segments(const std::filesystem::path& archive, Manifest& manifest,
                    std::size_t most_segments);

// A name for a new segment: the revision that will publish it, and a number.
std::string new_segment_name(const Manifest& manifest, std::size_t number);

// More segments than this are merged: each costs a search a tenth of a millisecond.
inline constexpr std::size_t kMostSegments = 12;

}  // namespace newsindex
