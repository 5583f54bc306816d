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
  Json json{{"name", segment.name}, {"articles", segment.articles}, {"undated", segment.undated}};
  if (segment.days) {
    json["first"] = to_iso(segment.days->first);
    json["last"] = to_iso(segment.days->last);
  }
  if (!segment.hidden.empty()) json["hidden"] = segment.hidden;
  return json;
}

Day read_day(const Json& json) {
  const auto published = published_from_iso(json.get<std::string>());
  if (!published) throw std::runtime_error("not a date: " + json.dump());
  return published->day;
}

Segment read_segment(const Json& json) {
  Segment segment;
  segment.name = json.at("name");
  segment.articles = json.at("articles");
  segment.undated = json.at("undated");
  if (json.contains("first"))
    segment.days = DayRange{read_day(json.at("first")), read_day(json.at("last"))};
  if (json.contains("hidden")) segment.hidden = json.at("hidden").get<std::vector<std::uint32_t>>();
  const bool plain_name = !segment.name.empty() && segment.name.find('/') == std::string::npos;
  if (!plain_name || segment.name.front() == '.')
    throw std::runtime_error("a segment named '" + segment.name + "'");
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
  manifest.retired = json.at("retired").get<std::vector<std::string>>();
  manifest.languages = json.at("languages").get<std::map<std::string, std::uint64_t>>();
  manifest.ledger = json.at("ledger");
  return manifest;
}

void check_version(const Json& json, const fs::path& archive) {
  const int version = json.at("schema_version");
  if (version == kSchemaVersion) return;
  throw Error(
      ExitCode::config,
      "archive '" + archive.string() + "' has schema version " + std::to_string(version) +
          ", this newsindex reads version " + std::to_string(kSchemaVersion) +
          (version > kSchemaVersion ? "; use a newer newsindex" : "; index its sources again"));
}

}  // namespace

std::uint64_t Manifest::articles() const {
  std::uint64_t sum = 0;
  for (const Segment& segment : segments) sum += segment.articles;
  return sum;
}

Manifest read_manifest(const fs::path& archive) {
  const fs::path path = archive / kManifestName;
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    const int reason = errno;
    if (reason == ENOENT || reason == ENOTDIR)
      throw Error(ExitCode::no_input, "no archive at '" + archive.string() +
                                          "' (newsindex update --archive makes one)");
    throw Error(ExitCode::io, "cannot read '" + path.string() + "': " + std::strerror(reason));
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  try {
    const Json json = Json::parse(text);
    check_version(json, archive);
    return read_fields(json);
  } catch (const Error&) {
    throw;
  } catch (const std::exception& error) {
    throw Error(ExitCode::internal,
                "archive '" + archive.string() + "' is damaged: archive.json: " + error.what());
  }
}

void write_manifest(const fs::path& archive, const Manifest& manifest) {
  Json json{{"format", "newsindex archive"},
            {"uuid", manifest.uuid},
            {"schema_version", manifest.schema_version},
            {"revision", manifest.revision},
            {"ingest_sequence", manifest.ingest_sequence},
            {"ledger", manifest.ledger},
            {"languages", manifest.languages},
            {"segments", Json::array()},
            {"retired", manifest.retired}};
  for (const Segment& segment : manifest.segments) json["segments"].push_back(to_json(segment));
  replace_file(archive / kManifestName, json.dump(1) + "\n");
}

fs::path segment_path(const fs::path& archive, const Segment& segment) {
  return archive / "segments" / segment.name;
}

}  // namespace newsindex
