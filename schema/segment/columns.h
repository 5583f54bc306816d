// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a segment: for each article, by docid, what sorting, counting and filtering need,
// as arrays that are read without decoding. They are made when the segment is written; Xapian's
// values stay the truth from which they can be made anew.
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

// A docid of Xapian: articles of a segment are 1 to the number of its articles, without gaps.
// Arrays hold docid 1 at index 0.
using Docid = std::uint32_t;

// The fields of the table that are facets, in its order.
inline constexpr std::size_t kFacetFields = [] {
  std::size_t count = 0;
  for (const Field& field : kFields) count += field.facet ? 1 : 0;
  return count;
}();

// Which of these a field is. REQUIRES: it is a facet.
std::size_t facet_number(const Field& field);

// The values of a facet field. A value is a spelling; spellings that mean the same (Brexit, brexit)
// share a key, and an article has at most one value of a key.
struct FacetData {
  std::span<const std::uint32_t> starts;        // by docid - 1, and the end: where in `ordinals`
  std::span<const std::uint32_t> ordinals;      // of the values of each article, in their order
  std::span<const std::uint32_t> value_starts;  // by ordinal, and the end: where in `text`
  std::string_view text;                        // the values, as shown; of topics their ids
  std::span<const std::uint64_t> keys;          // by ordinal: a hash of what the spelling means
  // By place in `ordinals`: how sure it is that the article has the value, 0 to 100. Only names of
  // entities have one; empty where all is sure.
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

// The parts that are alike in a mapped file and in the memory of who builds a segment.
struct ColumnData {
  std::span<const std::uint64_t> order;      // see column_order
  std::span<const std::int32_t> days;        // see column_day
  std::span<const std::uint32_t> lengths;    // the sum of the frequencies of the article's terms
  std::span<const std::uint64_t> stories;    // the group of copies as a number; 0: none
  std::span<const std::uint64_t> digests;    // of the article: has it changed?
  std::span<const std::uint64_t> sequences;  // ingest sequence
  std::span<const std::uint64_t> ids;        // hashes (digest64) of the ids
  std::array<FacetData, kFacetFields> facets;
};

// The first eight bytes of an order value (see order_value in schema/terms.h) as a number that
// sorts as they do. Equal numbers do not prove equal values.
std::uint64_t column_order(std::string_view order_value);

// The day with its precision as one number that sorts by day: days since 1970 times 4, and 1 for a
// year, 2 for a month, 3 for a day (a year is its 1 January, a month its first day).
// kUndated: none.
std::int32_t column_day(const std::optional<Published>& published);
inline constexpr std::int32_t kUndated = INT32_MIN;

// The days that such a number covers. REQUIRES: it is not kUndated.
DayRange days_of_column(std::int32_t day);

// An article's digest (8 bytes) as a number.
std::uint64_t column_digest(std::string_view digest);

// "355b0ebde6638374" as a number; 0 for what is no such name. And back; "" for 0.
std::uint64_t column_story(std::string_view story);
std::string story_name(std::uint64_t story);

// Thread-safe. A column's checksum is compared when it is first asked for; a damaged one throws
// Error(internal) naming the file.
class Columns {
 public:
  // `folder` of a segment, and the number of its articles. Throws as SectionFile does.
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

  // Of one article, for who needs those of few: not the whole column is compared.
  std::uint64_t order_of(Docid docid) const;
  std::uint32_t length_of(Docid docid) const;
  std::uint64_t digest_of(Docid docid) const;

  // The sum of all lengths.
  std::uint64_t total_length() const;

  // The articles whose id has this hash (digest64), ascending.
  std::vector<Docid> with_id(std::uint64_t id) const;

  // All of them at once, for who merges segments.
  ColumnData data() const;

  void verify() const { file_.verify(); }

 private:
  template <class T>
  std::span<const T> column(SectionNumber number) const;

  SectionFile file_;
};

// Writes the columns of a segment that holds the articles of these parts, one part after the other.
// Throws Error(cannot_create) or Error(io).
void write_columns(const std::filesystem::path& folder, std::span<const ColumnData> parts);

}  // namespace newsindex
