// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/segment_record.h"

#include <new>

#include <nlohmann/json.hpp>

#include "schema/archive/durable.h"
#include "schema/archive/seal.h"
#include "schema/archive/segment_json.h"
#include "schema/archive/whole_number.h"
#include "schema/digest.h"
#include "schema/error.h"
#include "schema/segment/mapped_file.h"

namespace newsindex {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

SegmentFile write_segment_record(const std::filesystem::path& folder, const SegmentRecord& record) {
  Json json{{"format", "newsindex segment"},
            {"uuid", record.uuid},
            {"schema_version", record.schema_version},
            {"revision", record.revision},
            {"ingest_sequence", record.ingest_sequence},
            {"segment", to_json(record.segment)},
            {"living", Json::array()}};
  for (const Segment& segment : record.living) json["living"].push_back(to_json(segment));
  const std::string text = sealed(json.dump(1) + "\n");
  replace_file(folder / kSegmentRecordName, text);
  return {kSegmentRecordName, text.size(), digest64(text)};
}

SegmentRecord read_segment_record(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / kSegmentRecordName;
  const MappedFile file(path);
  try {
    if (!is_whole(file.bytes())) throw std::runtime_error("it is not as it was written");
    const Json json = Json::parse(file.bytes());
    SegmentRecord record;
    record.uuid = json.at("uuid");
    record.schema_version = whole_number<int>(json.at("schema_version"));
    record.revision = whole_number<std::uint64_t>(json.at("revision"));
    record.ingest_sequence = whole_number<std::uint64_t>(json.at("ingest_sequence"));
    record.segment = segment_of_json(json.at("segment"));
    for (const Json& segment : json.at("living")) record.living.push_back(segment_of_json(segment));
    return record;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    throw Error(ExitCode::internal, "'" + path.string() + "' is damaged: " + error.what());
  }
}

}  // namespace newsindex
