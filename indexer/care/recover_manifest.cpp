// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/care/recover_manifest.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "indexer/care/salvage.h"
#include "indexer/write/archive_names.h"
#include "indexer/write/finished_segment.h"
#include "indexer/write/publish.h"
#include "indexer/write/segment_files.h"
#include "schema/archive/archive.h"
#include "schema/archive/segment_record.h"
#include "schema/archive/table_file.h"
#include "schema/document.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

class Recovery {
 public:
  explicit Recovery(const fs::path& archive) : archive_(archive) {}
  Recovered carry_out();

 private:
  void list();
  void require_segments() const;
  void read_records();
  void choose();
  void add(const std::string& name);
  Segment described(const std::string& name);
  void find_deletions(Segment& segment);
  void find_tables();
  void count_up();
  void retire_the_rest();

  fs::path archive_;
  std::set<std::string> segments_;
  std::multimap<std::string, std::string> deletions_;  // by segment
  std::map<std::string, SegmentRecord> records_;
  std::string newest_;  // the segment with the newest record
  Recovered recovered_;
};

void Recovery::list() {
  for (const fs::directory_entry& entry : fs::directory_iterator(archive_ / "segments")) {
    const std::string name = entry.path().filename().string();
    if (is_deletions_name(name)) deletions_.emplace(segment_of_deletions(name), name);
    if (!is_segment_name(name) || !entry.is_directory()) continue;
    if (fs::exists(entry.path() / "iamglass"))
      throw Error(ExitCode::config, "'" + entry.path().string() +
                                        "' is of an older schema version, of which no archive.json "
                                        "can be made anew; take it from a backup");
    segments_.insert(name);
  }
}

// A folder without segments is no archive, whatever else is in segments/.
void Recovery::require_segments() const {
  if (!segments_.empty()) return;
  throw Error(ExitCode::no_input, "there are no segments of newsindex in '" +
                                      (archive_ / "segments").string() +
                                      "': there is nothing to make archive.json of");
}

void Recovery::read_records() {
  for (const std::string& name : segments_) {
    try {
      SegmentRecord record = read_segment_record(archive_ / "segments" / name);
      if (record.schema_version != kSchemaVersion)
        throw Error(ExitCode::config, "segment '" + name + "' is of schema version " +
                                          std::to_string(record.schema_version) +
                                          ", this newsindex reads version " +
                                          std::to_string(kSchemaVersion));
      if (newest_.empty() || record.revision > records_[newest_].revision) newest_ = name;
      records_[name] = std::move(record);
    } catch (const Error& error) {
      if (!is_damage(error)) throw;  // the segment is used without its damaged record
    }
  }
}

void Recovery::choose() {
  if (newest_.empty()) {
    for (const std::string& name : segments_) add(name);
    return;
  }
  const SegmentRecord& newest = records_[newest_];
  for (const Segment& living : newest.living) {
    if (segments_.contains(living.name))
      add(living.name);
    else
      recovered_.lost.push_back("lost: all " + std::to_string(living.articles) +
                                " articles of segment '" + living.name + "'" + days_text(living) +
                                ", which is missing");
  }
  for (const std::string& name : segments_)
    if (revision_of_name(name) > newest.revision) add(name);
}

// The manifest's entry for a segment: from its record or, if there is none, from its files; then
// the segment is marked to be rewritten.
Segment Recovery::described(const std::string& name) {
  const fs::path folder = archive_ / "segments" / name;
  const auto record = records_.find(name);
  if (record != records_.end()) {
    Segment segment = record->second.segment;
    segment.files.push_back(describe_file(folder / kSegmentRecordName));
    return segment;
  }
  Segment segment;
  segment.name = name;
  const std::string damage = damage_seen("segment '" + name + "'", [&] {
    const Xapian::Database database(database_path(folder).string());
    segment = finish_segment(folder, database.get_doccount()).segment;
  });
  segment.name = name;
  segment.damage = damage.empty() ? kLostRecord : damage;
  return segment;
}

// Sets the newest deletions that can be read.
void Recovery::find_deletions(Segment& segment) {
  std::vector<std::string> names;
  for (auto [at, end] = deletions_.equal_range(segment.name); at != end; ++at)
    names.push_back(at->second);
  std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    return revision_of_name(a) > revision_of_name(b);
  });
  for (const std::string& name : names) {
    try {
      const Deletions deletions(archive_ / "segments" / name, segment.documents);
      const Columns columns(segment_path(archive_, segment), segment.documents);
      const auto days = columns.days();
      for (Docid docid = 1; docid <= segment.documents; ++docid)
        if (deletions.contains(docid) && days[docid - 1] == kUndated) --segment.undated;
      segment.articles = segment.documents - deletions.count();
      segment.deletions = name;
      return;
    } catch (const Error& error) {
      if (!is_damage(error)) throw;
      recovered_.lost.push_back("what was last taken out of segment '" + segment.name +
                                "' may be back: " + error.what());
    }
  }
}

void Recovery::add(const std::string& name) {
  Segment segment = described(name);
  if (segment.documents > 0) find_deletions(segment);
  if (segment.documents > 0 && segment.articles == 0) return;  // all its articles are deleted
  recovered_.manifest.segments.push_back(std::move(segment));
}

void Recovery::find_tables() {
  std::map<std::string, std::pair<std::uint64_t, std::string>> newest;
  for (const fs::directory_entry& entry : fs::directory_iterator(archive_)) {
    const std::string name = entry.path().filename().string();
    if (!is_table_name(name)) continue;
    const std::size_t dash = name.find('-');
    const std::uint64_t revision = revision_of_name(std::string_view(name).substr(dash + 1));
    auto& [best, file] = newest[name.substr(0, dash)];
    if (!file.empty() && revision < best) continue;
    const std::string damage = damage_seen("", [&] { check_table(archive_, name); });
    if (!damage.empty()) continue;  // an older one may be usable
    best = revision;
    file = name;
  }
  for (const auto& [kind, best] : newest) {
    if (best.second.empty()) continue;
    // The table of bearers is rebuilt from the articles.
    if (kind != kBearersTable.name) recovered_.manifest.tables[kind] = best.second;
    recovered_.manifest.revision = std::max(recovered_.manifest.revision, best.first);
  }
}

void Recovery::count_up() {
  Manifest& manifest = recovered_.manifest;
  const auto seen = [&manifest](std::uint64_t revision) {
    manifest.revision = std::max(manifest.revision, revision);
  };
  for (const std::string& name : segments_) seen(revision_of_name(name));
  for (const auto& [segment, name] : deletions_) seen(revision_of_name(name));
  const auto given = [&manifest](std::uint64_t sequence) {
    manifest.ingest_sequence = std::max(manifest.ingest_sequence, sequence);
  };
  for (const auto& [name, record] : records_) given(record.ingest_sequence);
  for (const Segment& segment : manifest.segments) {
    // If the columns are damaged, the records already gave the sequence.
    damage_seen("", [&] {
      const Columns columns(segment_path(archive_, segment), segment.documents);
      for (const std::uint64_t sequence : columns.sequences()) given(sequence);
    });
  }
  ++manifest.revision;
}

// Files that the new revision does not name are removed when nobody reads them. A reader may hold a
// revision that no file name shows, so the range extends to the new revision.
void Recovery::retire_the_rest() {
  Manifest& manifest = recovered_.manifest;
  std::set<std::string> named;
  for (const Segment& segment : manifest.segments) named.insert({segment.name, segment.deletions});
  const auto retire = [&](const std::string& name) {
    if (!named.contains(name))
      manifest.retired.push_back({name, revision_of_name(name), manifest.revision});
  };
  for (const std::string& name : segments_) retire(name);
  for (const auto& [segment, name] : deletions_) retire(name);
}

Recovered Recovery::carry_out() {
  list();
  require_segments();
  read_records();
  choose();
  find_tables();
  count_up();
  retire_the_rest();
  Manifest& manifest = recovered_.manifest;
  manifest.uuid = newest_.empty() ? new_uuid() : records_[newest_].uuid;
  if (newest_.empty())
    recovered_.lost.push_back("the uuid of the archive is lost; it is " + manifest.uuid + " now");
  manifest.schema_version = kSchemaVersion;
  sort_by_date(manifest.segments);
  count_languages(archive_, manifest);
  return std::move(recovered_);
}

}  // namespace

Recovered recover_manifest(const fs::path& archive) { return Recovery(archive).carry_out(); }

}  // namespace newsindex
