// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/rebuild.h"

#include <set>

#include <nlohmann/json.hpp>

#include "indexer/write/stored_articles.h"
#include "schema/document.h"
#include "schema/error.h"
#include "schema/fields.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

// An archive of schema version 4: each segment is a Xapian database whose docids may have gaps, and
// archive.json lists the docids of old copies.
struct OldArchive {
  Manifest manifest;  // without segments: they are retired
  std::vector<StoredSegment> segments;
};

void read_old_segment(const fs::path& folder, const std::set<Xapian::docid>& hidden,
                      const std::function<void(StoredArticle)>& use) {
  const Xapian::Database database(folder.string());
  const auto end = database.postlist_end("");
  for (auto at = database.postlist_begin(""); at != end; ++at) {
    if (hidden.contains(*at)) continue;
    const Xapian::Document document = database.get_document(*at);
    use({document.get_data(), column_digest(document.get_value(kDigestSlot)),
         sequence_of_value(document.get_value(kSequenceSlot))});
  }
}

OldArchive read_old(const fs::path& archive, const Json& json) {
  OldArchive old;
  old.manifest.uuid = json.at("uuid");
  old.manifest.schema_version = kSchemaVersion;
  old.manifest.revision = json.at("revision");
  old.manifest.ingest_sequence = json.at("ingest_sequence");
  for (const Json& retired : json.at("retired"))
    old.manifest.retired.push_back({retired.get<std::string>(), 0, old.manifest.revision});
  for (const Json& segment : json.at("segments")) {
    const std::string name = segment.at("name");
    const auto hidden = segment.value("hidden", std::set<Xapian::docid>());
    old.manifest.retired.push_back({name, 0, old.manifest.revision});
    old.segments.push_back({name, segment.at("articles"),
                            [folder = archive / "segments" / name, hidden](const auto& use) {
                              read_old_segment(folder, hidden, use);
                            }});
  }
  return old;
}

OldArchive read_old(const fs::path& archive) {
  try {
    return read_old(archive, Json::parse(read_manifest_text(archive)));
  } catch (const Json::exception& error) {
    throw Error(ExitCode::internal,
                "archive '" + archive.string() + "' is damaged: archive.json: " + error.what());
  }
}

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
  const int version = schema_version_of(archive);
  if (version > kSchemaVersion || version < kOldestSchemaVersion)
    throw Error(ExitCode::config,
                "archive '" + archive.string() + "' has schema version " + std::to_string(version) +
                    ", this newsindex can rebuild versions " +
                    std::to_string(kOldestSchemaVersion) + " to " + std::to_string(kSchemaVersion));
  try {
    if (version == kSchemaVersion) {
      Revision revision(archive, limits);
      std::vector<StoredSegment> segments;
      for (const OpenSegment* open : revision.segments()) segments.push_back(stored_segment(*open));
      return copy_all(revision, segments, archive, on_progress, {});
    }
    OldArchive old;
    Revision revision(archive, limits, [&] {
      old = read_old(archive);
      return old.manifest;
    });
    // Readers of the old version hold no locks: the next run removes what they may be reading.
    return copy_all(revision, old.segments, archive, on_progress, [] { return false; });
  } catch (const Xapian::Error& error) {
    throw describe(error, "archive '" + archive.string() + "'");
  }
}

}  // namespace newsindex
