// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/manifest.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "schema/archive/durable.h"
#include "schema/archive/seal.h"
#include "schema/archive/segment_json.h"
#include "schema/archive/whole_number.h"
#include "schema/document.h"
#include "schema/error.h"

namespace newsindex {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

Manifest read_fields(const Json& json) {
  Manifest manifest;
  manifest.uuid = json.at("uuid");
  manifest.schema_version = whole_number<int>(json.at("schema_version"));
  manifest.revision = whole_number<std::uint64_t>(json.at("revision"));
  manifest.ingest_sequence = whole_number<std::uint64_t>(json.at("ingest_sequence"));
  for (const Json& segment : json.at("segments"))
    manifest.segments.push_back(segment_of_json(segment));
  for (const Json& retired : json.at("retired"))
    manifest.retired.push_back({plain_name(retired.at("name")),
                                whole_number<std::uint64_t>(retired.at("first")),
                                whole_number<std::uint64_t>(retired.at("last"))});
  for (const auto& [language, count] : json.at("languages").items())
    manifest.languages[language] = whole_number<std::uint64_t>(count);
  const Json tables = json.value("tables", Json::object());
  for (const auto& [kind, name] : tables.items()) manifest.tables[kind] = plain_name(name);
  return manifest;
}

std::runtime_error changed() { return std::runtime_error("it is not as it was written"); }

void check_version(const Json& json, std::string_view text, const fs::path& archive) {
  const int version = whole_number<int>(json.at("schema_version"));
  if (version == kSchemaVersion) return;
  if (version < kSchemaVersion && has_seal(text)) throw changed();  // older versions have no digest
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

std::string way_to_repair(const fs::path& archive) {
  return "; newsindex check --repair --archive " + archive.string() +
         " makes it anew from the segments";
}

std::string read_manifest_text(const fs::path& archive) {
  const fs::path path = archive / kManifestName;
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    const int reason = errno;
    std::error_code error;
    if (reason == ENOENT && fs::is_directory(archive / "segments", error))
      throw Error(ExitCode::internal, "archive '" + archive.string() +
                                          "' is damaged: it has segments but no archive.json" +
                                          way_to_repair(archive));
    if (reason == ENOENT || reason == ENOTDIR)
      throw Error(ExitCode::no_input, "no archive at '" + archive.string() +
                                          "' (newsindex update --archive makes one)");
    throw Error(ExitCode::io, "cannot read '" + path.string() + "': " + std::strerror(reason));
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

// Replaces bytes that cannot be printed: messages about wrong JSON quote bytes of the file.
std::string printable(std::string text) {
  for (char& c : text)
    if (c < ' ' || c > '~') c = '?';
  return text;
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
    throw Error(ExitCode::internal, "archive '" + archive.string() +
                                        "' is damaged: archive.json: " + printable(error.what()) +
                                        way_to_repair(archive));
  }
}

int schema_version_of(const fs::path& archive) {
  const std::string text = read_manifest_text(archive);
  return with_json(archive, text, [&text](const Json& json) {
    const int version = whole_number<int>(json.at("schema_version"));
    if (version < kSchemaVersion && has_seal(text)) throw changed();
    return version;
  });
}

Manifest manifest_without_seal(const fs::path& archive, std::string_view text) {
  return with_json(archive, text, [&](const Json& json) {
    check_version(json, text, archive);
    if (has_seal(text)) throw changed();
    return read_fields(json);
  });
}

Manifest manifest_of(const fs::path& archive, std::string_view text) {
  return with_json(archive, text, [&](const Json& json) {
    check_version(json, text, archive);
    if (!is_whole(text)) throw changed();
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
  replace_file(archive / kManifestName, sealed(json.dump(1) + "\n"));
}

fs::path segment_path(const fs::path& archive, const Segment& segment) {
  return archive / "segments" / segment.name;
}

fs::path database_path(const fs::path& segment_folder) { return segment_folder / "xapian"; }

}  // namespace newsindex
