// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a segment: arrays with the data of each article, by docid, that sorting, counting
// and filtering need. They are read without decoding. They are made when the segment is written.
// Xapian's values remain the original data, and the columns can be rebuilt from them.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/fields.h"
#include "schema/published.h"
#include "schema/segment/section_file.h"

namespace newsindex {

// A docid of Xapian: the articles of a segment are numbered from 1 without gaps. Arrays hold docid
// 1 at index 0.
using Docid = std::uint32_t;

// The number of fields in the table that are facets.
inline constexpr std::size_t kFacetFields = [] {
  std::size_t count = 0;
  for (const Field& field : kFields) count += field.facet ? 1 : 0;
  return count;
}();

// The number of a facet field, from 0 in the order of the table. REQUIRES: it is a facet.
std::size_t facet_number(const Field& field);

// The values of a facet field. A value is a spelling; spellings that mean the same (Brexit, brexit)
// share a key, and an article has at most one value of a key. "And the end": the array has one more
// entry, where the last item ends.
struct FacetData {
  std::span<const std::uint32_t> starts;        // by docid - 1, and the end: offset in `ordinals`
  std::span<const std::uint32_t> ordinals;      // of each article's values, in its order
  std::span<const std::uint32_t> value_starts;  // by ordinal, and the end: offset in `text`
  std::string_view text;                        // the values, as shown; for topics their ids
  std::span<const std::uint64_t> keys;          // by ordinal: a hash of the meaning of the value
  // By place in `ordinals`: how sure it is that the article has the value, 0 to 100. Only entity
  // names have confidences; empty where all are 100.
  std::span<const std::uint8_t> confidences{};

  std::size_t values() const { return keys.size(); }
  std::string_view value(std::uint32_t ordinal) const {
    return text.substr(value_starts[ordinal], value_starts[ordinal + 1] - value_starts[ordinal]);
  }
  // The ordinals of an article.
  std::span<const std::uint32_t> of(Docid docid) const {
    return ordinals.subspan(starts[docid - 1], starts[docid] - starts[docid - 1]);
  }
  // The confidence of the value at a place in `ordinals`.
  int confidence(std::size_t place) const { return confidences.empty() ? 100 : confidences[place]; }
};

// The columns in memory: of a mapped file, or of a segment that is being built.
struct ColumnData {
  std::span<const std::uint64_t> order;      // see column_order
  std::span<const std::int32_t> days;        // see column_day
  std::span<const std::uint32_t> lengths;    // the sum of the frequencies of the article's terms
  std::span<const std::uint64_t> stories;    // the number of the group of copies; 0: none
  std::span<const std::uint64_t> digests;    // of the article, to see whether it changed
  std::span<const std::uint64_t> sequences;  // ingest sequence
  std::span<const std::uint64_t> ids;        // hashes (digest64) of the ids
  std::array<FacetData, kFacetFields> facets;
};

// The first eight bytes of an order value (see order_value in schema/terms.h) as a number that
// sorts like them. Equal numbers do not prove equal values.
std::uint64_t column_order(std::string_view order_value);

// The day with its precision as one number that sorts by day: days since 1970 times 4, plus 1 for a
// year, 2 for a month, 3 for a day (a year counts as its 1 January, a month as its first day).
// kUndated if there is no date.
std::int32_t column_day(const std::optional<Published>& published);
inline constexpr std::int32_t kUndated = INT32_MIN;

// The days that a number from column_day covers. REQUIRES: it is not kUndated.
DayRange days_of_column(std::int32_t day);

// An article's digest (8 bytes) as a number.
std::uint64_t column_digest(std::string_view digest);

// The name of a story ("355b0ebde6638374") as a number, 0 if it is not a valid name; and the name
// of a number, "" for 0.
std::uint64_t column_story(std::string_view story);
std::string story_name(std::uint64_t story);

// Thread-safe. The checksum of a column is verified on first use; a damaged column throws
// Error(internal) naming the file.
class Columns {
 public:
  // Takes the folder of a segment and the number of its articles. Throws as SectionFile does.
  Columns(const std::filesystem::path& folder, std::uint64_t articles);

  std::uint64_t articles() const { return file_.articles(); }

  std::span<const std::uint64_t> order() const;
  std::span<const std::int32_t> days() const;
  std::span<const std::uint32_t> lengths() const;
  std::span<const std::uint64_t> stories() const;
  std::span<const std::uint64_t> digests() const;
  std::span<const std::uint64_t> sequences() const;
  std::span<const std::uint64_t> ids() const;
  FacetData facet(const Field& field) const;

  // The value of one article, for callers that need few of them: only a part of the column is
  // verified.
  std::uint64_t order_of(Docid docid) const;
  std::uint32_t length_of(Docid docid) const;
  std::uint64_t digest_of(Docid docid) const;

  // The sum of all lengths.
  std::uint64_t total_length() const;

  // The articles whose id has this hash (digest64), ascending.
  std::vector<Docid> with_id(std::uint64_t id) const;

  // All columns at once, for merging segments.
  ColumnData data() const;

  void verify() const { file_.verify(); }

 private:
  template <class T>
  std::span<const T> column(SectionNumber number) const;

  SectionFile file_;
};

// Writes the columns of a segment that consists of these parts, one after the other. Throws
// Error(cannot_create) or Error(io).
void write_columns(const std::filesystem::path& folder, std::span<const ColumnData> parts);

}  // namespace newsindex
