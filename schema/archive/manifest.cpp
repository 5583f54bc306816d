// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/manifest.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "schema/archive/durable.h"
#include "schema/document.h"
#include "schema/error.h"

namespace newsindex {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr const char* kManifestName = "archive.json";

Json to_json(const Segment& segment) {
  Json json{{"name", segment.name},
            {"documents", segment.documents},
            {"articles", segment.articles},
            {"undated", segment.undated},
            {"files", Json::array()}};
  if (segment.days) {
    json["first"] = to_iso(segment.days->first);
    json["last"] = to_iso(segment.days->last);
  }
  if (!segment.deletions.empty()) json["deletions"] = segment.deletions;
  for (const SegmentFile& file : segment.files)
    json["files"].push_back({{"name", file.name}, {"bytes", file.bytes}, {"digest", file.digest}});
  return json;
}

Day read_day(const Json& json) {
  const auto published = published_from_iso(json.get<std::string>());
  if (!published) throw std::runtime_error("not a date: " + json.dump());
  return published->day;
}

// A name that stays in its folder.
std::string plain_name(const Json& json) {
  auto name = json.get<std::string>();
  if (name.empty() || name.front() == '.' || name.find('/') != std::string::npos)
    throw std::runtime_error("a file named '" + name + "'");
  return name;
}

Segment read_segment(const Json& json) {
  Segment segment;
  segment.name = plain_name(json.at("name"));
  segment.documents = json.at("documents");
  segment.articles = json.at("articles");
  segment.undated = json.at("undated");
  if (json.contains("first"))
    segment.days = DayRange{read_day(json.at("first")), read_day(json.at("last"))};
  if (json.contains("deletions")) segment.deletions = plain_name(json.at("deletions"));
  for (const Json& file : json.at("files"))
    segment.files.push_back({plain_name(file.at("name")), file.at("bytes"), file.at("digest")});
  if (segment.articles > segment.documents)
    throw std::runtime_error("segment '" + segment.name + "' has more articles than it holds");
  return segment;
}

Manifest read_fields(const Json& json) {
  Manifest manifest;
  manifest.uuid = json.at("uuid");
  manifest.schema_version = json.at("schema_version");
  manifest.revision = json.at("revision");
  manifest.ingest_sequence = json.at("ingest_sequence");
  for (const Json& segment : json.at("segments"))
    manifest.segments.push_back(read_segment(segment));
  for (const Json& retired : json.at("retired"))
    manifest.retired.push_back(
        {plain_name(retired.at("name")), retired.at("first"), retired.at("last")});
  manifest.languages = json.at("languages").get<std::map<std::string, std::uint64_t>>();
  const Json tables = json.value("tables", Json::object());
  for (const auto& [kind, name] : tables.items()) manifest.tables[kind] = plain_name(name);
  return manifest;
}

void check_version(const Json& json, const fs::path& archive) {
  const int version = json.at("schema_version");
  if (version == kSchemaVersion) return;
  throw Error(ExitCode::config,
              "archive '" + archive.string() + "' has schema version " + std::to_string(version) +
                  ", this newsindex reads version " + std::to_string(kSchemaVersion) +
                  (version > kSchemaVersion ? "; use a newer newsindex"
                                            : "; 'newsindex rebuild --archive " + archive.string() +
                                                  "' makes it one of this version"));
}

}  // namespace

bool can_match(const Segment& segment, const std::optional<DayRange>& days) {
  if (!days) return true;
  return segment.days && segment.days->first <= days->last && days->first <= segment.days->last;
}

std::uint64_t Manifest::articles() const {
  std::uint64_t sum = 0;
  for (const Segment& segment : segments) sum += segment.articles;
  return sum;
}

std::string Manifest::table(TableKind kind) const {
  const auto found = tables.find(kind.name);
  return found == tables.end() ? std::string() : found->second;
}

std::string read_manifest_text(const fs::path& archive) {
  const fs::path path = archive / kManifestName;
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    const int reason = errno;
    if (reason == ENOENT || reason == ENOTDIR)
      throw Error(ExitCode::no_input, "no archive at '" + archive.string() +
                                          "' (newsindex update --archive makes one)");
    throw Error(ExitCode::io, "cannot read '" + path.string() + "': " + std::strerror(reason));
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

template <class Use>
auto with_json(const fs::path& archive, std::string_view text, Use use) {
  try {
    return use(Json::parse(text));
  } catch (const Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    throw Error(ExitCode::internal,
                "archive '" + archive.string() + "' is damaged: archive.json: " + error.what());
  }
}

int schema_version_of(const fs::path& archive) {
  return with_json(archive, read_manifest_text(archive),
                   [](const Json& json) { return json.at("schema_version").get<int>(); });
}

Manifest manifest_of(const fs::path& archive, std::string_view text) {
  return with_json(archive, text, [&archive](const Json& json) {
    check_version(json, archive);
    return read_fields(json);
  });
}

Manifest read_manifest(const fs::path& archive) {
  return manifest_of(archive, read_manifest_text(archive));
}

void write_manifest(const fs::path& archive, const Manifest& manifest) {
  Json json{{"format", "newsindex archive"},
            {"uuid", manifest.uuid},
            {"schema_version", manifest.schema_version},
            {"revision", manifest.revision},
            {"ingest_sequence", manifest.ingest_sequence},
            {"tables", manifest.tables},
            {"languages", manifest.languages},
            {"segments", Json::array()},
            {"retired", Json::array()}};
  for (const Retired& retired : manifest.retired)
    json["retired"].push_back(
        {{"name", retired.name}, {"first", retired.first}, {"last", retired.last}});
  for (const Segment& segment : manifest.segments) json["segments"].push_back(to_json(segment));
  replace_file(archive / kManifestName, json.dump(1) + "\n");
}

fs::path segment_path(const fs::path& archive, const Segment& segment) {
  return archive / "segments" / segment.name;
}

fs::path database_path(const fs::path& segment_folder) { return segment_folder / "xapian"; }

}  // namespace newsindex
