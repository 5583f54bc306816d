// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/segment_json.h"

#include <stdexcept>

#include <nlohmann/json.hpp>

#include "schema/archive/whole_number.h"

namespace newsindex {
namespace {

using Json = nlohmann::ordered_json;

Day read_day(const Json& json) {
  const auto published = published_from_iso(json.get<std::string>());
  if (!published) throw std::runtime_error("not a date: " + json.dump());
  return published->day;
}

}  // namespace

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
  if (!segment.damage.empty()) json["damage"] = segment.damage;
  for (const SegmentFile& file : segment.files)
    json["files"].push_back({{"name", file.name}, {"bytes", file.bytes}, {"digest", file.digest}});
  return json;
}

std::string plain_name(const Json& json) {
  auto name = json.get<std::string>();
  if (name.empty() || name.front() == '.' || name.find('/') != std::string::npos)
    throw std::runtime_error("a file named '" + name + "'");
  return name;
}

Segment segment_of_json(const Json& json) {
  Segment segment;
  segment.name = plain_name(json.at("name"));
  segment.documents = whole_number<std::uint64_t>(json.at("documents"));
  segment.articles = whole_number<std::uint64_t>(json.at("articles"));
  segment.undated = whole_number<std::uint64_t>(json.at("undated"));
  if (json.contains("first"))
    segment.days = DayRange{read_day(json.at("first")), read_day(json.at("last"))};
  if (json.contains("deletions")) segment.deletions = plain_name(json.at("deletions"));
  segment.damage = json.value("damage", "");
  for (const Json& file : json.at("files"))
    segment.files.push_back({plain_name(file.at("name")),
                             whole_number<std::uint64_t>(file.at("bytes")),
                             whole_number<std::uint64_t>(file.at("digest"))});
  if (segment.articles > segment.documents)
    throw std::runtime_error("segment '" + segment.name + "' has more articles than it holds");
  return segment;
}

}  // namespace newsindex
