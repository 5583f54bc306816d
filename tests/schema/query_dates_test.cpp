// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "schema/query_language/dates.h"
#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

using namespace std::chrono_literals;

constexpr Day kFriday = 2024y / 3 / 1;  // the day after 29 February

struct DateCase {
  std::string_view query;
  std::string_view days;
};

void PrintTo(const DateCase& row, std::ostream* out) { *out << row.query; }

std::string days_of(std::string_view query, Day today) {
  try {
    const DayRange days = parse_query(query, {Match::all, today}).days;
    return to_iso(days.first) + " " + to_iso(days.last);
  } catch (const QueryError& error) {
    return error.what();
  }
}

class QueryDates : public testing::TestWithParam<DateCase> {};

TEST_P(QueryDates, AreTheseDays) { EXPECT_EQ(days_of(GetParam().query, kFriday), GetParam().days); }

INSTANTIATE_TEST_SUITE_P(Calendar, QueryDates,
                         testing::Values(DateCase{"date:2023", "2023-01-01 2023-12-31"},
                                         DateCase{"date:2023-04", "2023-04-01 2023-04-30"},
                                         DateCase{"date:2024-02", "2024-02-01 2024-02-29"},
                                         DateCase{"date:2023-04-02", "2023-04-02 2023-04-02"},
                                         DateCase{"date:2023-4-2", "2023-04-02 2023-04-02"},
                                         DateCase{"date:2024-02-29", "2024-02-29 2024-02-29"}));

INSTANTIATE_TEST_SUITE_P(
    Ranges, QueryDates,
    testing::Values(DateCase{"date:2023-04-01..2023-04-07", "2023-04-01 2023-04-07"},
                    DateCase{"date:2021..2023", "2021-01-01 2023-12-31"},
                    DateCase{"date:2023-04..2023-05-03", "2023-04-01 2023-05-03"},
                    DateCase{"date:..2023-04", "0001-01-01 2023-04-30"},
                    DateCase{"date:2023-04..", "2023-04-01 9999-12-31"},
                    DateCase{"date:2024-01..yesterday", "2024-01-01 2024-02-29"},
                    DateCase{"date:last-month..today", "2024-02-01 2024-03-01"},
                    DateCase{"date:2023-04-07..2023-04-07", "2023-04-07 2023-04-07"}));

INSTANTIATE_TEST_SUITE_P(AfterAndBeforeAreStrict, QueryDates,
                         testing::Values(DateCase{"after:2023-04-01", "2023-04-02 9999-12-31"},
                                         DateCase{"after:2023-04", "2023-05-01 9999-12-31"},
                                         DateCase{"after:2023", "2024-01-01 9999-12-31"},
                                         DateCase{"after:yesterday", "2024-03-01 9999-12-31"},
                                         DateCase{"before:2023-04-01", "0001-01-01 2023-03-31"},
                                         DateCase{"before:2023-04", "0001-01-01 2023-03-31"},
                                         DateCase{"before:2023", "0001-01-01 2022-12-31"},
                                         DateCase{"before:last-week", "0001-01-01 2024-02-18"}));

INSTANTIATE_TEST_SUITE_P(PeriodsThatMove, QueryDates,
                         testing::Values(DateCase{"date:today", "2024-03-01 2024-03-01"},
                                         DateCase{"date:yesterday", "2024-02-29 2024-02-29"},
                                         DateCase{"date:last-7-days", "2024-02-24 2024-03-01"},
                                         DateCase{"date:last-1-day", "2024-03-01 2024-03-01"},
                                         DateCase{"date:last-3-weeks", "2024-02-10 2024-03-01"},
                                         DateCase{"date:last-2-months", "2024-01-02 2024-03-01"},
                                         DateCase{"date:last-1-years", "2023-03-02 2024-03-01"},
                                         DateCase{"date:this-week", "2024-02-26 2024-03-03"},
                                         DateCase{"date:this-month", "2024-03-01 2024-03-31"},
                                         DateCase{"date:this-year", "2024-01-01 2024-12-31"},
                                         DateCase{"date:last-week", "2024-02-19 2024-02-25"},
                                         DateCase{"date:last-month", "2024-02-01 2024-02-29"},
                                         DateCase{"date:last-year", "2023-01-01 2023-12-31"}));

constexpr std::string_view kNot =
    " is not a date; dates are written 2023, 2023-04, 2023-04-02, 2023-04-01..2023-04-07, today, "
    "last-7-days, this-month or none";

TEST(QueryDatesThatAreNone, ShowHowDatesAreWritten) {
  for (const std::string text :
       {"soon", "02.04.2023", "23-04-02", "2023-04-02T15:24", "2023-", "2023-04-", "last-x-days",
        "this-3-days", "last-days-7", "last-", "next-week", "2023-04-02-01", "last--7-days"})
    EXPECT_EQ(days_of("date:" + text, kFriday), "'" + text + "'" + std::string(kNot));
}

TEST(QueryDatesInOtherSpellings, AreProposedAsTheyAreWrittenHere) {
  const std::pair<std::string, std::string> rows[]{
      {"2023/04/02", "2023-04-02"}, {"20230402", "2023-04-02"},
      {"30.6.2020", "2020-06-30"},  {"6/30/2020", "2020-06-30"},
      {"06/2020", "2020-06"},       {">=2020-06", "2020-06.."},
      {"<=2020", "..2020"},         {"2020-01-01-2020-06-30", "2020-01-01..2020-06-30"}};
  for (const auto& [text, meant] : rows)
    EXPECT_EQ(days_of("date:" + text, kFriday),
              "'" + text + "'" + std::string(kNot) + "; write " + meant);
}

TEST(QueryDatesNone, AreTheArticlesWithoutADate) {
  EXPECT_TRUE(parse_query("date:none", {}).undated);
  EXPECT_EQ(to_string(parse_query("a date:none", {})), "all_of{word{a} dates{none}}");
  EXPECT_EQ(to_string(parse_query("a b date:none", {Match::any, {}})),
            "all_of{any_of{word{a} word{b}} dates{none}}");
}

struct WrongDate {
  std::string_view query;
  std::string_view sentence;
};

TEST(QueryDatesThatDoNotExist, AreErrorsThatSaySo) {
  const WrongDate rows[]{
      {"date:2023-02-30", "the date '2023-02-30' does not exist: February 2023 has 28 days"},
      {"date:2024-02-30", "the date '2024-02-30' does not exist: February 2024 has 29 days"},
      {"date:2023-04-31", "the date '2023-04-31' does not exist: April 2023 has 30 days"},
      {"date:2023-04-00", "the date '2023-04-00' does not exist: April 2023 has 30 days"},
      {"date:2023-13", "the date '2023-13' does not exist: months go from 01 to 12"},
      {"date:2023-00-01", "the date '2023-00-01' does not exist: months go from 01 to 12"},
      {"date:0000", "the year '0000' does not exist: years go from 0001 to 9999"},
      {"after:2023-02-30", "the date '2023-02-30' does not exist: February 2023 has 28 days"},
      {"date:2023-04..2023-02-30",
       "the date '2023-02-30' does not exist: February 2023 has 28 days"},
  };
  for (const auto& [query, sentence] : rows) EXPECT_EQ(days_of(query, kFriday), sentence) << query;
}

TEST(QueryDateRanges, ThatCannotBeAreErrors) {
  const WrongDate rows[]{
      {"date:2023-04-07..2023-04-01",
       "the range '2023-04-07..2023-04-01' runs backwards; write 2023-04-01..2023-04-07"},
      {"date:2023..2021", "the range '2023..2021' runs backwards; write 2021..2023"},
      {"date:..", "the range '..' has neither a first nor a last date"},
      {"after:2023..2024", "'after:' takes one date; write date:2023..2024 for a range"},
      {"before:..2024", "'before:' takes one date; write date:..2024 for a range"},
      {"after:9999", "there is no day after '9999'"},
      {"before:0001", "there is no day before '0001'"},
      {"date:last-0-days", "'last-0-days' is no time at all: count from 1"},
      {"date:last-99999-years", "'last-99999-years' begins before the year 1"},
      {"date:last-2024-years", "'last-2024-years' begins before the year 1"},
  };
  for (const auto& [query, sentence] : rows) EXPECT_EQ(days_of(query, kFriday), sentence) << query;
}

TEST(QueryIngestSequences, AreNumbersAndRanges) {
  const auto tree = [](const std::string& query) {
    try {
      return to_string(parse_query(query, {}));
    } catch (const QueryError& error) {
      return std::string(error.what());
    }
  };
  EXPECT_EQ(tree("ingested:12"), "ingested{12}");
  EXPECT_EQ(tree("ingested:12.."), "ingested{12..}");
  EXPECT_EQ(tree("ingested:..12"), "ingested{..12}");
  EXPECT_EQ(tree("flood ingested:3..12"), "all_of{word{flood} ingested{3..12}}");
  EXPECT_EQ(tree("ingested:12..3"), "the range ends before it begins; write 3..12");
  for (const char* wrong :
       {"ingested:today", "ingested:-1", "ingested:1...3", "ingested:99999999999999999999"})
    EXPECT_EQ(tree(wrong), "ingested: takes numbers, as in ingested:1200.. or ingested:1200..1300")
        << wrong;
}

TEST(QueryDatesAtTheEndOfAMonth, GoBackToTheLastDayThereIs) {
  EXPECT_EQ(days_of("date:last-1-month", 2023y / 3 / 31), "2023-03-01 2023-03-31");
  EXPECT_EQ(days_of("date:last-month", 2023y / 1 / 31), "2022-12-01 2022-12-31");
}

TEST(QueryDatesOfASunday, BelongToTheWeekThatEnds) {
  EXPECT_EQ(days_of("date:this-week", 2024y / 3 / 3), "2024-02-26 2024-03-03");
  EXPECT_EQ(days_of("date:this-week", 2024y / 3 / 4), "2024-03-04 2024-03-10");
}

}  // namespace
}  // namespace newsindex
