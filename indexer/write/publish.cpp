// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/publish.h"

#include <algorithm>
#include <map>
#include <random>

#include "schema/archive/archive.h"
#include "schema/archive/durable.h"
#include "schema/archive/place.h"
#include "schema/document.h"
#include "schema/error.h"
#include "schema/fields.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

// A random (version 4) UUID, RFC 9562.
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

// The revision that first names what has this name, which begins with it.
std::uint64_t revision_of_name(const std::string& name) {
  return std::strtoull(name.c_str(), nullptr, 10);
}

void retire(Manifest& manifest, const std::string& name) {
  manifest.retired.push_back({name, revision_of_name(name), manifest.revision});
}

// Writes the deletions of a segment anew. False when none of these copies was there.
bool delete_in(const fs::path& archive, Manifest& manifest, Segment& segment,
               const std::vector<Docid>& docids) {
  const OpenSegment open(archive, segment);
  Deletions deletions = open.deletions();
  const auto days = open.columns().days();
  bool is_changed = false;
  for (const Docid docid : docids) {
    if (!deletions.add(docid)) continue;
    is_changed = true;
    --segment.articles;
    if (days[docid - 1] == kUndated) --segment.undated;
  }
  if (!is_changed) return false;
  if (!segment.deletions.empty()) retire(manifest, segment.deletions);
  segment.deletions = std::to_string(manifest.revision + 1) + ".deleted-" + segment.name;
  if (segment.articles == 0) return true;  // it goes as a whole
  const fs::path path = archive / "segments" / segment.deletions;
  deletions.write(path, segment.documents);
  sync_to_disk(path);
  return true;
}

void delete_copies(const fs::path& archive, Manifest& manifest, const std::vector<Copy>& copies) {
  std::map<std::size_t, std::vector<Docid>> by_segment;
  for (const Copy& copy : copies) by_segment[copy.segment].push_back(copy.document);
  for (const auto& [index, docids] : by_segment)
    delete_in(archive, manifest, manifest.segments[index], docids);
}

// Articles of the new segments that have a newer version in them.
void delete_superseded(const fs::path& archive, Manifest& manifest,
                       std::vector<std::uint64_t> sequences) {
  if (sequences.empty()) return;
  std::sort(sequences.begin(), sequences.end());
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
  std::erase_if(manifest.segments, [](const Segment& segment) { return segment.articles == 0; });
}

void drop_segments(Manifest& manifest, const std::vector<std::string>& replaced) {
  const auto goes = [&](const Segment& segment) {
    return segment.articles == 0 ||
           std::find(replaced.begin(), replaced.end(), segment.name) != replaced.end();
  };
  for (const Segment& segment : manifest.segments) {
    if (!goes(segment)) continue;
    retire(manifest, segment.name);
    const bool is_new = revision_of_name(segment.deletions) == manifest.revision + 1;
    if (!segment.deletions.empty() && !is_new) retire(manifest, segment.deletions);
  }
  std::erase_if(manifest.segments, goes);
}

void move_in(const fs::path& archive, Manifest& manifest, std::vector<FinishedSegment> segments) {
  std::size_t number = 0;
  for (FinishedSegment& finished : segments) {
    finished.segment.name = std::to_string(manifest.revision + 1) + "-" + std::to_string(number++);
    const fs::path path = segment_path(archive, finished.segment);
    fs::remove_all(path);  // what a run left that was killed before it published
    fs::rename(finished.folder, path);
    manifest.segments.push_back(std::move(finished.segment));
  }
}

void sort_by_date(std::vector<Segment>& segments) {
  std::sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) {
    if (a.days.has_value() != b.days.has_value()) return !a.days.has_value();
    if (a.days && a.days->first != b.days->first) return a.days->first < b.days->first;
    return a.name < b.name;
  });
}

// Exact: deleted articles are not counted.
void count_languages(const fs::path& archive, Manifest& manifest) {
  manifest.languages.clear();
  for (const Segment& segment : manifest.segments) {
    const OpenSegment open(archive, segment);
    const FacetData languages = open.columns().facet(field("lang"));
    std::vector<std::uint64_t> counts(languages.values());
    std::uint64_t unknown = 0;
    for (Docid docid = 1; docid <= segment.documents; ++docid) {
      if (open.deletions().contains(docid)) continue;
      const auto of_article = languages.of(docid);
      ++(of_article.empty() ? unknown : counts[of_article.front()]);
    }
    for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal)
      if (counts[ordinal] > 0)
        manifest.languages[std::string(languages.value(ordinal))] += counts[ordinal];
    if (unknown > 0) manifest.languages[""] += unknown;
  }
}

}  // namespace

Manifest open_or_create(const fs::path& archive) {
  Manifest manifest;
  if (has_manifest(archive)) {
    manifest = read_manifest(archive);
  } else {
    require_place_for_archive(archive);
    manifest.uuid = new_uuid();
    manifest.schema_version = kSchemaVersion;
    write_manifest(archive, manifest);  // before all else: what has segments only is damaged
  }
  make_folders(archive / "segments");
  return manifest;
}

void publish(const fs::path& archive, Manifest& manifest, Changes changes) {
  Manifest next = manifest;
  delete_copies(archive, next, changes.deleted);
  drop_segments(next, changes.replaced);
  move_in(archive, next, std::move(changes.segments));
  delete_superseded(archive, next, std::move(changes.superseded));
  ++next.revision;
  sort_by_date(next.segments);
  count_languages(archive, next);
  sync_to_disk(archive / "segments");
  write_manifest(archive, next);
  manifest = std::move(next);
}

}  // namespace newsindex
