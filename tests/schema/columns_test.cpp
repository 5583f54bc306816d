// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a segment: they are read as they were written, in one part or in several.
#include "schema/segment/columns.h"

#include <algorithm>
#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/digest.h"
#include "schema/error.h"
#include "schema/segment/column_batch.h"
#include "tests/damaged_byte.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;

// The columns of an article in these tests.
struct Row {
  ColumnRow columns;
  std::map<std::string_view, std::vector<std::string>> facets;  // by field
};

std::uint64_t key_of(const std::string& value) { return digest64(value); }

void add(ColumnBatch& batch, const Row& row) {
  for (const auto& [name, values] : row.facets)
    for (const std::string& value : values) batch.add_value(field(name), value, key_of(value));
  batch.add(row.columns);
}

// Writes the rows as a segment that is joined from parts of `part_size` rows.
void write(const std::filesystem::path& folder, const std::vector<Row>& rows,
           std::size_t part_size) {
  std::vector<ColumnBatch> batches;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i % part_size == 0) batches.emplace_back();
    add(batches.back(), rows[i]);
  }
  std::vector<ColumnData> parts;
  for (ColumnBatch& batch : batches) parts.push_back(batch.data());
  write_columns(folder, parts);
}

std::vector<Row> random_rows(std::size_t count) {
  std::mt19937_64 random(7);
  std::vector<Row> rows(count);
  for (Row& row : rows) {
    row.columns.order = random();
    row.columns.day = static_cast<std::int32_t>(random() % 100'000);
    row.columns.length = static_cast<std::uint32_t>(random() % 1000);
    row.columns.story = random();
    row.columns.digest = random();
    row.columns.sequence = random() % 1'000'000;
    row.columns.id = random();
    for (const std::string_view name : {"author", "topic", "lang"})
      for (std::uint64_t i = random() % 4; i > 0; --i) {
        const std::string value(1, static_cast<char>('a' + random() % 26));
        std::vector<std::string>& values = row.facets[name];
        if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
      }
  }
  return rows;
}

void expect_rows(const Columns& columns, const std::vector<Row>& rows) {
  ASSERT_EQ(columns.articles(), rows.size());
  std::uint64_t total = 0;
  for (Docid docid = 1; docid <= rows.size(); ++docid) {
    const Row& row = rows[docid - 1];
    ASSERT_EQ(columns.order()[docid - 1], row.columns.order);
    ASSERT_EQ(columns.order_of(docid), row.columns.order);
    ASSERT_EQ(columns.days()[docid - 1], row.columns.day);
    ASSERT_EQ(columns.lengths()[docid - 1], row.columns.length);
    ASSERT_EQ(columns.length_of(docid), row.columns.length);
    ASSERT_EQ(columns.stories()[docid - 1], row.columns.story);
    ASSERT_EQ(columns.digests()[docid - 1], row.columns.digest);
    ASSERT_EQ(columns.sequences()[docid - 1], row.columns.sequence);
    ASSERT_EQ(columns.ids()[docid - 1], row.columns.id);
    total += row.columns.length;
    for (const Field& each : kFields) {
      if (!each.facet) continue;
      const FacetData facet = columns.facet(each);
      std::vector<std::string> values;
      for (const std::uint32_t ordinal : facet.of(docid)) {
        values.emplace_back(facet.value(ordinal));
        ASSERT_EQ(facet.keys[ordinal], key_of(values.back()));
      }
      const auto expected = row.facets.find(each.name);
      ASSERT_EQ(values,
                expected == row.facets.end() ? std::vector<std::string>() : expected->second);
    }
  }
  EXPECT_EQ(columns.total_length(), total);
}

TEST(Columns, ComeBackFromSeveralPartsAsFromOne) {
  const std::vector<Row> rows = random_rows(2500);  // several parts with a checksum each
  const TemporaryFolder one;
  write(one.path(), rows, rows.size());
  expect_rows(Columns(one.path(), rows.size()), rows);
  for (const std::size_t part : {1u, 2u, 550u}) {
    const TemporaryFolder joined;
    write(joined.path(), rows, part);
    EXPECT_EQ(bytes_of_file(joined.path() / "columns"), bytes_of_file(one.path() / "columns"))
        << part;
  }
}

TEST(Columns, OfJoinedSegmentsAreThoseOfTheirParts) {
  const std::vector<Row> rows = random_rows(300);
  const TemporaryFolder parts;
  const std::vector<Row> early(rows.begin(), rows.begin() + 100);
  const std::vector<Row> late(rows.begin() + 100, rows.end());
  std::filesystem::create_directories(parts.path() / "early");
  std::filesystem::create_directories(parts.path() / "late");
  write(parts.path() / "early", early, 30);
  write(parts.path() / "late", late, 200);
  const Columns first(parts.path() / "early", 100);
  const Columns second(parts.path() / "late", 200);
  write_columns(parts.path(), std::vector{first.data(), second.data()});
  expect_rows(Columns(parts.path(), rows.size()), rows);
}

TEST(Columns, KeepTheConfidenceOfEachNameThroughJoining) {
  const TemporaryFolder folder;
  const Field& person = field("person");
  ColumnBatch first;
  first.add_value(person, "Zoe", 1, 30);
  first.add_value(person, "Ann", 2, 40);
  first.add_value(person, "zoe", 1, 70);
  first.add({});
  ColumnBatch second;
  second.add_value(person, "Ann", 2);
  second.add({});
  std::vector<ColumnData> parts{first.data(), second.data()};
  parts[1].facets[facet_number(person)].confidences = {};  // as in older segments
  write_columns(folder.path(), parts);
  const Columns columns(folder.path(), 2);
  const FacetData facet = columns.facet(person);
  ASSERT_EQ(facet.ordinals.size(), 3u);
  EXPECT_EQ(facet.confidence(0), 70);
  EXPECT_EQ(facet.confidence(1), 40);
  EXPECT_EQ(facet.confidence(2), 100);
}

TEST(Columns, SortTheValuesOfAFacet) {
  const TemporaryFolder folder;
  write(folder.path(), random_rows(300), 7);
  const Columns columns(folder.path(), 300);
  const FacetData authors = columns.facet(field("author"));
  ASSERT_EQ(authors.values(), 26u);
  for (std::uint32_t ordinal = 1; ordinal < authors.values(); ++ordinal)
    EXPECT_LT(authors.value(ordinal - 1), authors.value(ordinal));
}

TEST(Columns, KeepOneSpellingOfAMeaningInAnArticle) {
  ColumnBatch batch;
  const Field& keyword = field("keyword");
  batch.add_value(keyword, "Brexit", 1);
  batch.add_value(keyword, "brexit", 1);
  batch.add_value(keyword, "talks", 2);
  batch.add({});
  batch.add_value(keyword, "brexit", 1);
  batch.add({});
  const FacetData facet = batch.data().facets[facet_number(keyword)];
  const auto values = [&facet](Docid docid) {
    std::vector<std::string_view> shown;
    for (const std::uint32_t ordinal : facet.of(docid)) shown.push_back(facet.value(ordinal));
    return shown;
  };
  EXPECT_THAT(values(1), ElementsAre("Brexit", "talks"));
  EXPECT_THAT(values(2), ElementsAre("brexit"));
}

// Expects that every id of the list is found, and of its neighbours only those in the list.
void expect_found(const std::vector<std::uint64_t>& ids) {
  std::vector<Row> rows(ids.size());
  std::map<std::uint64_t, std::vector<Docid>> docids;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    rows[i].columns.id = ids[i];
    docids[ids[i]].push_back(static_cast<Docid>(i + 1));
  }
  const TemporaryFolder folder;
  write(folder.path(), rows, 100);
  const Columns columns(folder.path(), rows.size());
  for (const auto& [id, expected] : docids) {
    ASSERT_EQ(columns.with_id(id), expected) << id;
    for (const std::uint64_t near : {id - 1, id + 1})
      ASSERT_EQ(columns.with_id(near).empty(), !docids.contains(near)) << near;
  }
}

TEST(Columns, FindAnIdAmongMany) {
  std::mt19937_64 random(3);
  std::vector<std::uint64_t> ids(5000);
  for (std::uint64_t& id : ids) id = random();
  ids[17] = ids[4711];  // as for two ids with the same hash, or two versions
  ids[18] = 0;
  ids[19] = UINT64_MAX;
  expect_found(ids);
}

TEST(Columns, FindAnIdHoweverTheHashesLie) {
  std::vector<std::uint64_t> close;
  for (std::uint64_t i = 0; i < 1000; ++i) close.push_back(i * 3);
  close.push_back(UINT64_MAX);
  expect_found(close);
  expect_found(std::vector<std::uint64_t>(40, 9));
  expect_found({5});
  std::vector<std::uint64_t> doubling{1};
  while (doubling.size() < 64) doubling.push_back(doubling.back() * 2);
  expect_found(doubling);
}

TEST(Columns, OfAnEmptySegmentHoldNothing) {
  const TemporaryFolder folder;
  write_columns(folder.path(), {});
  const Columns columns(folder.path(), 0);
  EXPECT_TRUE(columns.with_id(1).empty());
  EXPECT_EQ(columns.total_length(), 0u);
}

TEST(Columns, AreRefusedForAnotherNumberOfArticles) {
  const TemporaryFolder folder;
  write(folder.path(), random_rows(10), 10);
  EXPECT_THROW(Columns(folder.path(), 9), Error);
}

TEST(ColumnDay, KeepsTheDaysThatADateCovers) {
  for (const char* date :
       {"2023", "2024-02", "1969-12-31", "1970-01-01", "1702-05", "2023-04-02"}) {
    const auto published = published_from_iso(date);
    const DayRange days = days_of_column(column_day(published));
    EXPECT_EQ(days.first, days_covered(*published).first) << date;
    EXPECT_EQ(days.last, days_covered(*published).last) << date;
  }
  EXPECT_EQ(column_day({}), kUndated);
  EXPECT_LT(column_day(published_from_iso("2023")), column_day(published_from_iso("2023-01")));
}

TEST(ColumnStory, IsANumberAndBack) {
  EXPECT_EQ(story_name(column_story("355b0ebde6638374")), "355b0ebde6638374");
  EXPECT_EQ(story_name(column_story("000000000000000a")), "000000000000000a");
  for (const char* none : {"", "355b", "355b0ebde66383745", "no story at all."})
    EXPECT_EQ(column_story(none), 0u) << none;
  EXPECT_EQ(story_name(0), "");
}

}  // namespace
}  // namespace newsindex
