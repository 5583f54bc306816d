// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/publish.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <random>

#include "indexer/write/archive_bearers.h"
#include "indexer/write/archive_names.h"
#include "schema/archive/archive.h"
#include "schema/archive/bearers.h"
#include "schema/archive/durable.h"
#include "schema/archive/place.h"
#include "schema/archive/segment_record.h"
#include "schema/document.h"
#include "schema/error.h"
#include "schema/fields.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

void retire(Manifest& manifest, const std::string& name) {
  const std::uint64_t first = std::min(revision_of_name(name), manifest.revision);
  manifest.retired.push_back({name, first, manifest.revision});
}

// Writes a new deletions file for a segment. If the segment is damaged, throws SegmentDamage and
// leaves the segment as it is.
void delete_in(const fs::path& archive, Manifest& manifest, Segment& segment,
               const std::vector<Docid>& docids) {
  const OpenSegment open(archive, segment);
  if (!open.damage().empty()) throw SegmentDamage(ExitCode::internal, open.damage());
  Deletions deletions = open.deletions();
  const auto days = on_segment(open, [&] { return open.columns().days(); });
  bool is_changed = false;
  for (const Docid docid : docids) {
    if (!deletions.add(docid)) continue;
    is_changed = true;
    --segment.articles;
    if (days[docid - 1] == kUndated) --segment.undated;
  }
  if (!is_changed) return;
  if (!segment.deletions.empty()) retire(manifest, segment.deletions);
  segment.deletions = std::to_string(manifest.revision + 1) + ".deleted-" + segment.name;
  const fs::path path = archive / "segments" / segment.deletions;
  deletions.write(path, segment.documents);
  sync_to_disk(path);
}

void delete_copies(const fs::path& archive, Manifest& manifest, const std::vector<Copy>& copies) {
  std::map<std::size_t, std::vector<Docid>> by_segment;
  for (const Copy& copy : copies) by_segment[copy.segment].push_back(copy.document);
  for (const auto& [index, docids] : by_segment) {
    Segment& segment = manifest.segments[index];
    try {
      delete_in(archive, manifest, segment, docids);
    } catch (const SegmentDamage& damage) {
      segment.damage = damage.what();  // the segment stays as it is
    }
  }
}

// Deletes the articles of new segments that have a newer version in the same run.
void delete_superseded(const fs::path& archive, Manifest& manifest,
                       const std::vector<std::uint64_t>& sequences) {
  if (sequences.empty()) return;
  for (Segment& segment : manifest.segments) {
    if (revision_of_name(segment.name) != manifest.revision + 1) continue;
    std::vector<Docid> docids;
    {
      const OpenSegment open(archive, segment);
      const auto all = open.columns().sequences();
      for (Docid docid = 1; docid <= all.size(); ++docid)
        if (std::binary_search(sequences.begin(), sequences.end(), all[docid - 1]))
          docids.push_back(docid);
    }
    if (!docids.empty()) delete_in(archive, manifest, segment, docids);
  }
}

// Drops new segments without living articles before they are published: no segment record may name
// them.
void drop_superseded(Changes& changes) {
  std::vector<std::uint64_t>& superseded = changes.superseded;
  if (superseded.empty()) return;
  std::sort(superseded.begin(), superseded.end());
  std::erase_if(changes.segments, [&](const FinishedSegment& finished) {
    const Columns columns(finished.folder, finished.segment.documents);
    const auto all = columns.sequences();
    return std::all_of(all.begin(), all.end(), [&](std::uint64_t sequence) {
      return std::binary_search(superseded.begin(), superseded.end(), sequence);
    });
  });
}

void drop_segments(Manifest& manifest, const std::vector<std::string>& replaced) {
  const auto goes = [&](const Segment& segment) {
    return segment.articles == 0 ||
           std::find(replaced.begin(), replaced.end(), segment.name) != replaced.end();
  };
  for (const Segment& segment : manifest.segments) {
    if (!goes(segment)) continue;
    retire(manifest, segment.name);
    if (!segment.deletions.empty()) retire(manifest, segment.deletions);
  }
  std::erase_if(manifest.segments, goes);
}

// Writes into each new segment what archive.json will say about it.
void write_records(const Manifest& manifest, std::vector<FinishedSegment>& segments) {
  SegmentRecord record{manifest.uuid,
                       manifest.schema_version,
                       manifest.revision + 1,
                       manifest.ingest_sequence,
                       {},
                       {}};
  record.living = manifest.segments;
  for (const FinishedSegment& finished : segments) record.living.push_back(finished.segment);
  for (Segment& segment : record.living) segment.files.clear();
  for (FinishedSegment& finished : segments) {
    record.segment = finished.segment;
    finished.segment.files.push_back(write_segment_record(finished.folder, record));
  }
}

void move_in(const fs::path& archive, Manifest& manifest, std::vector<FinishedSegment> segments) {
  std::size_t number = 0;
  for (FinishedSegment& finished : segments)
    finished.segment.name = std::to_string(manifest.revision + 1) + "-" + std::to_string(number++);
  write_records(manifest, segments);
  for (FinishedSegment& finished : segments) {
    const fs::path path = segment_path(archive, finished.segment);
    fs::remove_all(path);  // left by a run that was killed before it published
    fs::rename(finished.folder, path);
    manifest.segments.push_back(std::move(finished.segment));
  }
}

// Exact: deleted articles are not counted.
void count_languages(const OpenSegment& open, std::map<std::string, std::uint64_t>& sums) {
  const FacetData languages = open.columns().facet(field("lang"));
  std::vector<std::uint64_t> counts(languages.values());
  std::uint64_t unknown = 0;
  for (Docid docid = 1; docid <= open.segment().documents; ++docid) {
    if (open.deletions().contains(docid)) continue;
    const auto of_article = languages.of(docid);
    ++(of_article.empty() ? unknown : counts[of_article.front()]);
  }
  for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal)
    if (counts[ordinal] > 0) sums[std::string(languages.value(ordinal))] += counts[ordinal];
  if (unknown > 0) sums[""] += unknown;
}

// Calls `add` for a segment of the previous revision, unless it is damaged.
template <class Add>
void note_gone(const fs::path& archive, const Segment& segment, Add add) {
  const OpenSegment open(archive, segment);
  if (!open.damage().empty()) return;
  try {
    on_segment(open, [&] { add(open); });
  } catch (const SegmentDamage&) {  // a damaged segment is skipped
  }
}

// Short names of the articles that are removed. REQUIRES: called before they are removed.
ChangedShortNames names_of_gone(const fs::path& archive, const Manifest& manifest,
                                const Changes& changes) {
  ChangedShortNames names;
  if (changes.is_merge) return names;
  std::map<std::size_t, std::vector<Docid>> deleted;
  for (const Copy& copy : changes.deleted) deleted[copy.segment].push_back(copy.document);
  for (const auto& [index, docids] : deleted)
    note_gone(archive, manifest.segments[index],
              [&](const OpenSegment& open) { names.add_articles(open, docids); });
  for (const Segment& segment : manifest.segments)
    if (std::find(changes.replaced.begin(), changes.replaced.end(), segment.name) !=
        changes.replaced.end())
      note_gone(archive, segment, [&](const OpenSegment& open) { names.add_segment(open); });
  return names;
}

// The table of the previous revision; empty if it is missing or damaged.
std::optional<Bearers> known_bearers(const fs::path& archive, const Manifest& manifest) {
  const std::string name = manifest.table(kBearersTable);
  if (name.empty()) return std::nullopt;
  try {
    return Bearers::read(archive, name);
  } catch (const Error& error) {
    if (!is_damage(error)) throw;
    return std::nullopt;
  }
}

// Recomputes the changed names, or all names. Returns true if the manifest now names another table.
bool update_bearers(const fs::path& archive, Manifest& manifest, const Bearers& known,
                    ChangedShortNames changed, bool all) {
  std::vector<std::unique_ptr<OpenSegment>> segments;
  for (const Segment& segment : manifest.segments)
    segments.push_back(std::make_unique<OpenSegment>(archive, segment));
  Bearers bearers = all ? Bearers() : known;
  without_damaged([&] {
    for (const auto& open : segments) {
      const bool is_new = revision_of_name(open->segment().name) == manifest.revision;
      if ((is_new || all) && open->damage().empty())
        on_segment(*open, [&] { changed.add_segment(*open); });
    }
    newsindex::update_bearers(bearers, changed, segments);
  });
  if (bearers == known) return false;
  manifest.tables[kBearersTable.name] = bearers.write(archive, manifest.revision);
  return true;
}

// Lists an old table as retired: a reader of one of its revisions may still need the table. `last`:
// the last revision that names it.
void retire_bearers(Manifest& manifest, const std::string& name, std::uint64_t last) {
  if (name.empty() || name == manifest.table(kBearersTable)) return;
  const std::size_t dash = name.find('-') + 1;
  manifest.retired.push_back({name, revision_of_name(std::string_view(name).substr(dash)), last});
}

}  // namespace

std::string new_uuid() {
  std::random_device device;
  std::string uuid;
  for (int digit = 0; digit < 32; ++digit) {
    if (digit == 8 || digit == 12 || digit == 16 || digit == 20) uuid += '-';
    unsigned number = device() & 15;
    if (digit == 12) number = 4;
    if (digit == 16) number = 8 | (number & 3);
    uuid += "0123456789abcdef"[number];
  }
  return uuid;
}

void count_languages(const fs::path& archive, Manifest& manifest) {
  manifest.languages.clear();
  for (Segment& segment : manifest.segments) {
    const OpenSegment open(archive, segment);
    if (open.damage().empty()) {
      try {
        on_segment(open, [&] { count_languages(open, manifest.languages); });
      } catch (const SegmentDamage&) {  // the segment is now marked as damaged
      }
    }
    segment.damage = open.damage();
  }
}

void sort_by_date(std::vector<Segment>& segments) {
  std::sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) {
    if (a.days.has_value() != b.days.has_value()) return !a.days.has_value();
    if (a.days && a.days->first != b.days->first) return a.days->first < b.days->first;
    return a.name < b.name;
  });
}

Manifest open_or_create(const fs::path& archive) {
  Manifest manifest;
  if (has_manifest(archive)) {
    manifest = read_manifest(archive);
  } else {
    require_place_for_archive(archive);
    manifest.uuid = new_uuid();
    manifest.schema_version = kSchemaVersion;
    write_manifest(archive, manifest);  // first: a folder that only has segments counts as damaged
  }
  make_folders(archive / "segments");
  return manifest;
}

bool renew_bearers(const fs::path& archive, Manifest& manifest) {
  const std::string before = manifest.table(kBearersTable);
  const Bearers known = known_bearers(archive, manifest).value_or(Bearers());
  if (!update_bearers(archive, manifest, known, {}, true)) return false;
  retire_bearers(manifest, before, manifest.revision);
  return true;
}

void publish(const fs::path& archive, Manifest& manifest, Changes changes) {
  Manifest next = manifest;
  const ChangedShortNames gone = names_of_gone(archive, manifest, changes);
  delete_copies(archive, next, changes.deleted);
  drop_segments(next, changes.replaced);
  drop_superseded(changes);
  move_in(archive, next, std::move(changes.segments));
  delete_superseded(archive, next, changes.superseded);
  ++next.revision;
  sort_by_date(next.segments);
  count_languages(archive, next);
  const std::optional<Bearers> known = known_bearers(archive, manifest);
  if (!known) next.tables.erase(kBearersTable.name);
  if (!known || !changes.is_merge)
    if (update_bearers(archive, next, known.value_or(Bearers()), gone, !known))
      retire_bearers(next, manifest.table(kBearersTable), manifest.revision);
  sync_to_disk(archive / "segments");
  write_manifest(archive, next);
  manifest = std::move(next);
}

}  // namespace newsindex
