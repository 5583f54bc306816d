// SPDX-License-Identifier: GPL-3.0-or-later
// The options for reading records: everything besides the record that an article depends on.
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
  std::string id_prefix;                    // put before every id that is in a record
  std::string source;                       // --source: for records that name no source
  std::string language;                     // --language: for records that name no language
  std::optional<Published> reference_time;  // what "3 hours ago" counts from
  std::optional<Day> today;                 // the day of the run; limits dates (see latest_day.h)
  std::size_t depth = 1000;                 // most levels of nested HTML elements or JSON brackets
  bool explain = false;                     // fill in Draft::why
};

}  // namespace newsindex
