// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/care/check.h"

#include <algorithm>
#include <sstream>

#include "indexer/care/check_articles.h"
#include "indexer/write/publish.h"
#include "indexer/write/segment_files.h"
#include "schema/archive/segment_record.h"
#include "schema/archive/table_file.h"
#include "schema/digest.h"
#include "schema/error.h"

namespace newsindex {
namespace {

using Problems = std::vector<std::string>;

// Runs a step, and adds the damage that it finds to the problems.
template <class Step>
void look(const OpenSegment& open, Problems& problems, Step step) {
  std::string damage = damage_seen("segment '" + open.folder().string() + "'", step);
  if (!damage.empty()) problems.push_back(std::move(damage));
}

void check_structure(const OpenSegment& open, Problems& problems) {
  std::ostringstream details;
  const std::string path = database_path(open.folder()).string();
  const std::size_t errors = Xapian::Database::check(path, 0, &details);
  if (errors > 0)
    problems.push_back("'" + path + "' has " + std::to_string(errors) + " structural errors");
}

// Checks that archive.json and the columns agree about a segment.
void check_counts(const OpenSegment& open, Problems& problems) {
  const Segment& segment = open.segment();
  const std::string name = "segment '" + segment.name + "'";
  const std::uint64_t documents = open.database().get_doccount();
  if (documents != segment.documents)
    problems.push_back(name + " holds " + std::to_string(documents) +
                       " articles, archive.json says " + std::to_string(segment.documents));
  const auto days = open.columns().days();
  std::uint64_t undated = 0;
  bool are_within = true;
  for (Docid docid = 1; docid <= days.size(); ++docid) {
    const std::int32_t day = days[docid - 1];
    if (open.deletions().contains(docid)) continue;
    if (day == kUndated)
      ++undated;
    else
      are_within = are_within && segment.days && segment.days->first <= days_of_column(day).first &&
                   days_of_column(day).last <= segment.days->last;
  }
  if (undated != segment.undated)
    problems.push_back(name + " has " + std::to_string(undated) +
                       " articles without a date, archive.json says " +
                       std::to_string(segment.undated));
  if (!are_within) problems.push_back(name + " has articles of other days than archive.json says");
  const auto docids = open.columns().ids();
  for (Docid docid = 1; docid <= docids.size(); ++docid) {
    const auto found = open.columns().with_id(docids[docid - 1]);
    if (std::find(found.begin(), found.end(), docid) != found.end()) continue;
    problems.push_back(name + " article " + std::to_string(docid) + " is not found by its id");
  }
}

// Checks the segment record, if there is one: segments of earlier builds have none.
void check_record(const OpenSegment& open, const Manifest& manifest, Problems& problems) {
  const std::vector<SegmentFile>& files = open.segment().files;
  const bool has_one = std::any_of(files.begin(), files.end(), [](const SegmentFile& file) {
    return file.name == kSegmentRecordName;
  });
  if (!has_one) return;
  const SegmentRecord record = read_segment_record(open.folder());
  if (record.uuid != manifest.uuid || record.segment.name != open.segment().name ||
      record.segment.documents != open.segment().documents)
    problems.push_back("segment '" + open.segment().name + "' is of another archive");
}

void check_totals(Archive& archive, Problems& problems) {
  const Manifest& manifest = archive.manifest();
  Manifest counted = manifest;
  count_languages(archive.path(), counted);
  if (counted.languages != manifest.languages)
    problems.emplace_back("archive.json has other counts of languages than the segments");
  std::uint64_t last = 0;
  for (const OpenSegment* open : archive.segments())
    for (const std::uint64_t sequence : open->columns().sequences())
      last = std::max(last, sequence);
  if (last > manifest.ingest_sequence)
    problems.emplace_back("archive.json has a smaller ingest sequence than the segments");
}

// A table that a newer revision has replaced meanwhile may be missing.
void check_tables(const Archive& archive, Problems& problems) {
  for (const auto& [kind, name] : archive.manifest().tables) {
    std::string damage =
        damage_seen("", [&, &table = name] { check_table(archive.path(), table); });
    if (damage.empty()) continue;
    const Manifest newest = read_manifest(archive.path());
    const auto found = newest.tables.find(kind);
    if (found != newest.tables.end() && found->second == name)
      problems.push_back(std::move(damage));
  }
}

}  // namespace

Problems check_segment(const OpenSegment& open, const std::filesystem::path& archive, Depth depth,
                       StopRequest* stop) {
  Problems problems = changed_files(archive, open.segment(), [stop] { check(stop); });
  const auto next = [&](const auto& step) {
    check(stop);
    look(open, problems, step);
  };
  next([&] { check_structure(open, problems); });
  next([&] { open.columns().verify(); });
  next([&] { open.terms().verify(); });
  next([&] { open.copies().verify(); });
  if (!open.segment().deletions.empty())
    next([&] {
      const auto path = archive / "segments" / open.segment().deletions;
      SectionFile(path, SectionKind::deletions, open.segment().documents).verify();
    });
  if (problems.empty() && !open.damage().empty()) problems.push_back(open.damage());
  if (!problems.empty()) return problems;
  next([&] { check_counts(open, problems); });
  if (problems.empty() && depth == Depth::articles)
    next([&] { problems = check_articles(open, stop); });
  return problems;
}

Problems check_archive(Archive& archive, Depth depth, StopRequest* stop) {
  Problems problems;
  check_tables(archive, problems);
  for (const Segment& segment : archive.manifest().segments) {
    const OpenSegment open(archive.path(), segment);
    const std::size_t before = problems.size();
    for (std::string& problem : check_segment(open, archive.path(), depth, stop))
      problems.push_back(std::move(problem));
    if (problems.size() == before)
      look(open, problems, [&] { check_record(open, archive.manifest(), problems); });
  }
  if (problems.empty()) check_totals(archive, problems);
  return problems;
}

}  // namespace newsindex
