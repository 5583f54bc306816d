// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/old_archive.h"

#include <nlohmann/json.hpp>

#include "schema/document.h"
#include "schema/error.h"
#include "schema/fields.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

using OldJson = nlohmann::json;
namespace fs = std::filesystem;

void read_old_segment(const OldSegment& segment, const std::function<void(StoredArticle)>& use) {
  const Xapian::Database database(segment.folder.string());
  const auto end = database.postlist_end("");
  for (auto at = database.postlist_begin(""); at != end; ++at) {
    if (segment.hidden.contains(*at)) continue;
    const Xapian::Document document = database.get_document(*at);
    use({document.get_data(), column_digest(document.get_value(kDigestSlot)),
         sequence_of_value(document.get_value(kSequenceSlot))});
  }
}

OldArchive read_old(const fs::path& archive, const OldJson& json) {
  OldArchive old;
  old.manifest.uuid = json.at("uuid");
  old.manifest.schema_version = kSchemaVersion;
  old.manifest.revision = json.at("revision");
  old.manifest.ingest_sequence = json.at("ingest_sequence");
  for (const OldJson& retired : json.at("retired"))
    old.manifest.retired.push_back({retired.get<std::string>(), 0, old.manifest.revision});
  for (const OldJson& segment : json.at("segments")) {
    const std::string name = segment.at("name");
    old.manifest.retired.push_back({name, 0, old.manifest.revision});
    old.segments.push_back({name, segment.at("articles"), archive / "segments" / name,
                            segment.value("hidden", std::set<Xapian::docid>())});
  }
  return old;
}

}  // namespace

StoredSegment stored_segment(const OldSegment& segment) {
  return {segment.name, segment.articles,
          [segment](const auto& use) { read_old_segment(segment, use); }};
}

OldArchive read_old_archive(const fs::path& archive) {
  try {
    return read_old(archive, OldJson::parse(read_manifest_text(archive)));
  } catch (const OldJson::exception& error) {
    throw Error(ExitCode::internal,
                "archive '" + archive.string() + "' is damaged: archive.json: " + error.what());
  }
}

int readable_version_of(const fs::path& archive, const std::string& what) {
  const int version = schema_version_of(archive);
  if (version > kSchemaVersion || version < kOldestSchemaVersion)
    throw Error(ExitCode::config, "archive '" + archive.string() + "' has schema version " +
                                      std::to_string(version) + ", this newsindex can " + what +
                                      " versions " + std::to_string(kOldestSchemaVersion) + " to " +
                                      std::to_string(kSchemaVersion));
  return version;
}

}  // namespace newsindex
