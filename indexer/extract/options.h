// SPDX-License-Identifier: GPL-3.0-or-later
// How records are to be understood: all that an article depends on beside its record.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "indexer/extract/dates/date_order.h"
#include "schema/published.h"

namespace newsindex {

class JsonSchema;
class XmlMap;

struct UnderstandOptions {
  std::map<std::string, std::string> fields;      // --map: article field -> field of the record
  std::shared_ptr<const XmlMap> xml_map;          // --xml-map, or null
  std::shared_ptr<const JsonSchema> json_schema;  // --json-schema, or null
  DateOrder date_order = DateOrder::automatic;
  std::string id_prefix;                    // put before every id that a record carries
  std::string source;                       // --source: name for records that name none
  std::string language;                     // --language: for records that name none
  std::optional<Published> reference_time;  // what "3 hours ago" counts from
  std::optional<Day> today;                 // of the run: no article is of a later day
  std::size_t depth = 1000;  // of elements of HTML and brackets of JSON, one in the other
  bool explain = false;      // say why
};

}  // namespace newsindex
