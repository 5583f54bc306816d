// SPDX-License-Identifier: GPL-3.0-or-later
// From a record to an article. A pure function of the record and the options: it can run on many
// threads.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "indexer/extract/why.h"
#include "indexer/readers/record.h"
#include "schema/article.h"

namespace newsindex {

enum class DateOrder : std::uint8_t { automatic, day_first, month_first };

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
  std::size_t depth = 1000;  // of elements of HTML and brackets of JSON, one in the other
  bool explain = false;      // say why
};

// What a numeric date (04/02/2023) tells about the order of day and month at its source.
enum class OrderClue : std::uint8_t { none, day_first, month_first };

// Digits in a name that may be a day or a number: "20230402", "880212" behind letters.
struct NameDigits {
  std::string shape;             // "AP######"; empty without such digits
  std::optional<Published> day;  // if they are one
};

struct Understood {
  Article article;
  // For settling ambiguous dates by the other dates of the same source (see date_orders.h):
  std::string site;                        // source name, host, or folder: whose habit it is
  OrderClue clue = OrderClue::none;        // an unambiguous numeric date shows this order
  std::optional<Published> other_reading;  // of an ambiguous date that nothing decided yet
  NameDigits name{};      // of an article, for settling by the other names of the same source
  Why why{};              // of a page, when asked for
  std::string warning{};  // what a person should know of it, or empty
  bool is_own = false;    // what we wrote ourselves: nothing is to be found out about it
};

using Understanding = std::variant<Understood, Reject>;

// Whose habits of writing dates an article has: its source, or the host of its address, or its
// folder.
std::string site_of(const Article& article);

Understanding understand(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
