// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dates.h"

#include <ostream>

#include <gtest/gtest.h>

namespace newsindex {
namespace {

struct DateCase {
  std::string_view text;
  std::string_view iso;  // "" when it is not a date
};

void PrintTo(const DateCase& c, std::ostream* out) { *out << '"' << c.text << '"'; }

std::string read_iso(std::string_view text, const DateOptions& options = {}) {
  const auto reading = read_date(text, options);
  return reading ? to_iso(reading->published) : "";
}

std::string found_iso(std::string_view line, const DateOptions& options = {}) {
  const auto reading = find_date(line, options);
  return reading ? to_iso(reading->published) : "";
}

class DateShape : public testing::TestWithParam<DateCase> {};
TEST_P(DateShape, IsRead) { EXPECT_EQ(read_iso(GetParam().text), GetParam().iso); }

constexpr DateCase kMachineDates[] = {
    {"2023-04-02", "2023-04-02"},
    {"2023-04", "2023-04"},
    {"2023", "2023"},
    {" 2023-04-02\n", "2023-04-02"},
    {"2023-04-02T15:24", "2023-04-02T15:24:00"},
    {"2023-04-02T15:24:07", "2023-04-02T15:24:07"},
    {"2023-04-02T15:24:07.123456", "2023-04-02T15:24:07"},
    {"2023-04-02T15:24:07,5", "2023-04-02T15:24:07"},
    {"2023-04-02T15:24:07Z", "2023-04-02T15:24:07Z"},
    {"2023-04-02t15:24:07z", "2023-04-02T15:24:07Z"},
    {"2023-04-02T15:24:07.000Z", "2023-04-02T15:24:07Z"},
    {"2023-04-02T15:24:07+09:00", "2023-04-02T15:24:07+09:00"},
    {"2023-04-02T15:24:07+0900", "2023-04-02T15:24:07+09:00"},
    {"2023-04-02T15:24:07-05", "2023-04-02T15:24:07-05:00"},
    {"2023-04-02T15:24:07\xE2\x88\x92\x30\x35:00", "2023-04-02T15:24:07-05:00"},
    {"2023-04-02 15:24:07", "2023-04-02T15:24:07"},
    {"2023-04-02 15:24:07 +0000 UTC", "2023-04-02T15:24:07Z"},
    {"2023-04-02 15:24:07 +0000", "2023-04-02T15:24:07Z"},
    {"2023-04-02 15:24:07 UTC", "2023-04-02T15:24:07Z"},
    {"2023-04-02T15", "2023-04-02T15:00:00"},
    {"2023-04-02+09:00", "2023-04-02"},
    {"20230402", "2023-04-02"},
    {"20230402T152400Z", "2023-04-02T15:24:00Z"},
    {"20230402T1524", "2023-04-02T15:24:00"},
    {"20230402T152407+0900", "2023-04-02T15:24:07+09:00"},
    {"20230402152407", "2023-04-02T15:24:07"},
    {"202304021524", "2023-04-02T15:24:00"},
    {"1680449040", "2023-04-02T15:24:00Z"},
    {"1680449040123", "2023-04-02T15:24:00Z"},
    {"1680449040.123", "2023-04-02T15:24:00Z"},
    {"Sun, 02 Apr 2023 15:24:00 +0900", "2023-04-02T15:24:00+09:00"},
    {"Sun, 2 Apr 2023 15:24 GMT", "2023-04-02T15:24:00Z"},
    {"02 Apr 2023 15:24:00 -0500 (EST)", "2023-04-02T15:24:00-05:00"},
    {"Sun, 02 Apr 23 15:24:00 EDT", "2023-04-02T15:24:00-04:00"},
    {"Sunday, 02-Apr-23 15:24:00 GMT", "2023-04-02T15:24:00Z"},
    {"Sun Apr  2 15:24:00 2023", "2023-04-02T15:24:00"},
    {"Sun Apr 02 15:24:00 +0000 2023", "2023-04-02T15:24:00Z"},
    {"Sun Apr 2 15:24:00 JST 2023", "2023-04-02T15:24:00+09:00"},
    {"Sun Apr 02 2023 15:24:00 GMT+0900 (Japan Standard Time)", "2023-04-02T15:24:00+09:00"},
    {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
    {" 2-MAR-1987 05:01:56.27", "1987-03-02T05:01:56"},
    {"26-Feb-87", "1987-02-26"},
    {"2023-Apr-02", "2023-04-02"},
    {"2023/04/02", "2023-04-02"},
    {"2023/4/2 15:24", "2023-04-02T15:24:00"},
    {"2023.04.02", "2023-04-02"},
    {"2023/04/02 15:24:07 +0300", "2023-04-02T15:24:07+03:00"},
};
INSTANTIATE_TEST_SUITE_P(OfMachines, DateShape, testing::ValuesIn(kMachineDates));

constexpr DateCase kWrittenDates[] = {
    {"2 April 2023", "2023-04-02"},
    {"April 2, 2023", "2023-04-02"},
    {"Apr. 2, 2023", "2023-04-02"},
    {"APRIL 2, 2023", "2023-04-02"},
    {"April 2 2023", "2023-04-02"},
    {"April 2nd, 2023", "2023-04-02"},
    {"the 2nd of April 2023", "2023-04-02"},
    {"2 April, 2023", "2023-04-02"},
    {"2 Apr '23", "2023-04-02"},
    {"Sept. 2, 2023", "2023-09-02"},
    {"Sunday, April 2, 2023", "2023-04-02"},
    {"Sun. 2 April 2023", "2023-04-02"},
    {"April 2023", "2023-04"},
    {"Sept 2023", "2023-09"},
    {"2. April 2023", "2023-04-02"},
    {"Sonntag, 2. April 2023", "2023-04-02"},
    {"So., 2. März 2023", "2023-03-02"},
    {"2. Maerz 2023", ""},
    {"2. Jänner 2023", "2023-01-02"},
    {"Samstag, den 1. Juli 2023 um 15:24 Uhr", "2023-07-01T15:24:00"},
    {"2 avril 2023", "2023-04-02"},
    {"1er mai 2023", "2023-05-01"},
    {"dimanche 2 août 2023", "2023-08-02"},
    {"2 FÉVRIER 2023", "2023-02-02"},
    {"2 fevrier 2023", "2023-02-02"},
    {"le 2 avril 2023 à 15h24", "2023-04-02T15:24:00"},
    {"2 déc. 2023", "2023-12-02"},
    {"2 de abril de 2023", "2023-04-02"},
    {"domingo, 2 de abril de 2023", "2023-04-02"},
    {"2 de setiembre del 2023", "2023-09-02"},
    {"abril 2, 2023", "2023-04-02"},
    {"1º de maio de 2023", "2023-05-01"},
    {"2 de março de 2023", "2023-03-02"},
    {"2 aprile 2023", "2023-04-02"},
    {"domenica 2 aprile 2023", "2023-04-02"},
    {"1º maggio 2023", "2023-05-01"},
    {"2 april 2023", "2023-04-02"},
    {"zondag 2 maart 2023", "2023-03-02"},
    {"2 d'abril de 2023", "2023-04-02"},
    {"söndag 2 maj 2023", "2023-05-02"},
    {"2. maj 2023 kl. 15.24", "2023-05-02T15:24:00"},
    {"2. huhtikuuta 2023", "2023-04-02"},
    {"2. huhtikuuta 2023 klo 15.24", "2023-04-02T15:24:00"},
    {"2 kwietnia 2023", "2023-04-02"},
    {"2 kwietnia 2023 r.", "2023-04-02"},
    {"2. dubna 2023", "2023-04-02"},
    {"2. apríla 2023", "2023-04-02"},
    {"2 листопада 2023 р.", "2023-11-02"},
    {"2 апреля 2023 г.", "2023-04-02"},
    {"2 апреля 2023 года", "2023-04-02"},
    {"2 квітня 2023", "2023-04-02"},
    {"2 Nisan 2023 Pazar", "2023-04-02"},
    {"2 Kasım 2023", "2023-11-02"},
    {"2 KASIM 2023", "2023-11-02"},
    {"2 Απριλίου 2023", "2023-04-02"},
    {"Κυριακή 2 ΑΠΡΙΛΙΟΥ 2023", "2023-04-02"},
    {"2023. április 2.", "2023-04-02"},
    {"2 aprilie 2023", "2023-04-02"},
    {"2 Agustus 2023", "2023-08-02"},
    {"2 أبريل 2023", "2023-04-02"},
    {"٢ أبريل ٢٠٢٣", "2023-04-02"},
    {"2 نيسان 2023", "2023-04-02"},
    {"ngày 2 tháng 4 năm 2023", "2023-04-02"},
    {"2 tháng 4, 2023", "2023-04-02"},
    {"2023年4月2日", "2023-04-02"},
    {"2023 年 4 月 2 日", "2023-04-02"},
    {"２０２３年４月２日", "2023-04-02"},
    {"2023年4月2日(日) 15:24", "2023-04-02T15:24:00"},
    {"2023年4月2日15時24分", "2023-04-02T15:24:00"},
    {"2023年4月2日 午後3時24分", "2023-04-02T15:24:00"},
    {"2023年04月02日 下午3:24", "2023-04-02T15:24:00"},
    {"2023年4月", "2023-04"},
    {"2023. 4. 2.", "2023-04-02"},
    {"2023. 4. 2. 오후 3:24", "2023-04-02T15:24:00"},
    {"2023년 4월 2일", "2023-04-02"},
    {"2023년 4월 2일 (일) 오전 9시 5분", "2023-04-02T09:05:00"},
};
INSTANTIATE_TEST_SUITE_P(Written, DateShape, testing::ValuesIn(kWrittenDates));

constexpr DateCase kTimedDates[] = {
    {"April 2, 2023 at 3:24 p.m.", "2023-04-02T15:24:00"},
    {"April 2, 2023, 3:24 pm ET", "2023-04-02T15:24:00-04:00"},
    {"January 2, 2023 3:24 PM ET", "2023-01-02T15:24:00-05:00"},
    {"January 2, 2023 3:24 PM Eastern Time", "2023-01-02T15:24:00-05:00"},
    {"April 2, 2023 | 3:24 p. m.", "2023-04-02T15:24:00"},
    {"April 2, 2023 · 3 PM", "2023-04-02T15:00:00"},
    {"April 2, 2023 12:05 a.m. PST", "2023-04-02T00:05:00-08:00"},
    {"April 2, 2023 12:05 p.m. PDT", "2023-04-02T12:05:00-07:00"},
    {"3:24 PM EDT, Sun April 2, 2023", "2023-04-02T15:24:00-04:00"},
    {"15:24, 2 April 2023", "2023-04-02T15:24:00"},
    {"2 April 2023 at 15.24 GMT", "2023-04-02T15:24:00Z"},
    {"2 April 2023 1524 GMT", "2023-04-02T15:24:00Z"},
    {"2 April 2023 - 15:24 CEST", "2023-04-02T15:24:00+02:00"},
    {"2 April 2023 15:24 (BST)", "2023-04-02T15:24:00+01:00"},
    {"2 April 2023 15:24 UTC+9", "2023-04-02T15:24:00+09:00"},
    {"2 April 2023 15:24 MSK", "2023-04-02T15:24:00+03:00"},
    {"2 April 2023 15:24 NPT", "2023-04-02T15:24:00+05:45"},
    {"2 April 2023 15:24 IST", "2023-04-02T15:24:00"},
    {"2. April 2023, 15:24 Uhr", "2023-04-02T15:24:00"},
    {"2. April 2023, 15.24 Uhr MESZ", "2023-04-02T15:24:00+02:00"},
    {"2. April 2023, 15 Uhr", "2023-04-02T15:00:00"},
    {"02.04.2023 15:24", "2023-04-02T15:24:00"},
    {"26 / 01 / 2022", "2022-01-26"},
    {"26 | 01 | 2022", "2022-01-26"},
    {"26 - 01 - 2022", "2022-01-26"},
    {"2 / 4 / 2023", ""},
    {"26 / 01 | 2022", ""},
    {"02.04.2023, 15:24 Uhr", "2023-04-02T15:24:00"},
    {"2 avril 2023 à 15 h 24", "2023-04-02T15:24:00"},
    {"2 de abril de 2023 a las 15:24 h", "2023-04-02T15:24:00"},
    {"2 de abril de 2023 às 15h24min", "2023-04-02T15:24:00"},
    {"2 aprile 2023 alle ore 15:24", "2023-04-02T15:24:00"},
    {"2 april 2023 om 15.24 uur", "2023-04-02T15:24:00"},
};
INSTANTIATE_TEST_SUITE_P(WithATime, DateShape, testing::ValuesIn(kTimedDates));

constexpr DateCase kNotDates[] = {
    {"", ""},
    {"hello", ""},
    {"31 February 2023", ""},
    {"31 Feb 2023", ""},
    {"29 February 2023", ""},
    {"29 February 2024", "2024-02-29"},
    {"February 30, 2023", ""},
    {"2023-13-01", ""},
    {"2023-00-10", ""},
    {"2023-04-31", ""},
    {"2023-04-02 25:00", ""},
    {"2023-04-02T25:00:00Z", ""},
    {"2023-04-02 12:60", ""},
    {"13/13/2023", ""},
    {"32.01.2023", ""},
    {"00/04/2023", ""},
    {"1599-12-31", ""},
    {"1600-01-01", "1600-01-01"},
    {"2200-12-31", "2200-12-31"},
    {"2201-01-01", ""},
    {"2023年13月2日", ""},
    {"20231301", ""},
    {"20230402256000", ""},
    {"123456", ""},
    {"12345678901234567890", ""},
    {"April", ""},
    {"April 2", ""},
    {"2 Foo 2023", ""},
    {"1.5 million in 2023", ""},
    {"2 April 2023 in Tokyo", ""},
    {"1/2/3/2023", ""},
    {"v1.2.2012", ""},
};
INSTANTIATE_TEST_SUITE_P(ThatAreNone, DateShape, testing::ValuesIn(kNotDates));

struct LineCase {
  std::string_view line;
  std::string_view iso;
  std::string_view evidence;
};
void PrintTo(const LineCase& c, std::ostream* out) { *out << '"' << c.line << '"'; }

class DateInLine : public testing::TestWithParam<LineCase> {};
TEST_P(DateInLine, IsFoundWithItsWords) {
  const auto reading = find_date(GetParam().line);
  ASSERT_EQ(reading.has_value(), !GetParam().iso.empty());
  if (!reading) return;
  EXPECT_EQ(to_iso(reading->published), GetParam().iso);
  EXPECT_EQ(reading->published.evidence, GetParam().evidence);
  EXPECT_EQ(GetParam().line.substr(reading->start, reading->end - reading->start),
            GetParam().evidence);
}
INSTANTIATE_TEST_SUITE_P(
    Lines, DateInLine,
    testing::Values(
        LineCase{"Status: 04/02/2023 3:24 p.m", "2023-04-02T15:24:00", "04/02/2023 3:24 p.m"},
        LineCase{"Published on Sunday, April 2, 2023 at 3:24 pm by Jane Doe", "2023-04-02T15:24:00",
                 "Sunday, April 2, 2023 at 3:24 pm"},
        LineCase{"Stand: 02.04.2023 15:24 Uhr", "2023-04-02T15:24:00", "02.04.2023 15:24 Uhr"},
        LineCase{"Publié le 2 avril 2023 à 15h24 - Mis à jour le 3 avril 2023",
                 "2023-04-02T15:24:00", "2 avril 2023 à 15h24"},
        LineCase{"The April 2023 issue, out on 3 April 2023", "2023-04-03", "3 April 2023"},
        LineCase{"The April 2023 issue", "2023-04", "April 2023"},
        LineCase{"https://example.org/2023/04/02/a-story", "2023-04-02", "2023/04/02"},
        LineCase{"(04.02.23)", "2023-02-04", "04.02.23"},
        LineCase{"Updated 5:03 PM GMT, Tue 4 July 2023", "2023-07-04T17:03:00Z",
                 "5:03 PM GMT, Tue 4 July 2023"},
        LineCase{"更新日：2023年4月2日 15:24", "2023-04-02T15:24:00", "2023年4月2日 15:24"},
        LineCase{"On 31 February 2023 nothing happened", "", ""},
        LineCase{"Version 1.2.12 of 2023", "", ""}, LineCase{"Season 2023-24", "", ""},
        LineCase{"Call 555-01-2023-44", "", ""}, LineCase{"20230402 visitors", "", ""},
        LineCase{"In 2023 there were 12 of them", "", ""},
        LineCase{"You may 2 or 3 times", "", ""}));

TEST(AmbiguousDate, IsReadDayFirstWithTheOtherReadingWhenNothingDecides) {
  const auto reading = read_date("04/02/2023");
  ASSERT_TRUE(reading);
  EXPECT_EQ(to_iso(reading->published), "2023-02-04");
  EXPECT_TRUE(reading->published.ambiguous);
  EXPECT_TRUE(reading->order_undecided);
  ASSERT_TRUE(reading->other_reading);
  EXPECT_EQ(to_iso(*reading->other_reading), "2023-04-02");
  EXPECT_TRUE(reading->other_reading->ambiguous);
  EXPECT_EQ(reading->other_reading->evidence, "04/02/2023");
  EXPECT_EQ(reading->clue, OrderClue::none);
}

TEST(AmbiguousDate, KeepsItsTimeInBothReadings) {
  const auto reading = read_date("04/02/2023 15:24 CET");
  ASSERT_TRUE(reading && reading->other_reading);
  EXPECT_EQ(to_iso(reading->published), "2023-02-04T15:24:00+01:00");
  EXPECT_EQ(to_iso(*reading->other_reading), "2023-04-02T15:24:00+01:00");
}

struct OrderCase {
  std::string_view text;
  DateOrder order;
  std::string_view language;
  std::string_view iso;
  bool ambiguous;
  OrderClue clue;
};
void PrintTo(const OrderCase& c, std::ostream* out) {
  *out << '"' << c.text << "\" " << c.language;
}

class DecidedOrder : public testing::TestWithParam<OrderCase> {};
TEST_P(DecidedOrder, HasOneReading) {
  const OrderCase& c = GetParam();
  const auto reading = read_date(c.text, {c.order, {}, c.language});
  ASSERT_TRUE(reading);
  EXPECT_EQ(to_iso(reading->published), c.iso);
  EXPECT_EQ(reading->published.ambiguous, c.ambiguous);
  EXPECT_FALSE(reading->order_undecided);
  EXPECT_FALSE(reading->other_reading);
  EXPECT_EQ(reading->clue, c.clue);
}
INSTANTIATE_TEST_SUITE_P(
    Orders, DecidedOrder,
    testing::Values(
        OrderCase{"13/04/2023", DateOrder::automatic, "", "2023-04-13", false,
                  OrderClue::day_first},
        OrderCase{"04/13/2023", DateOrder::automatic, "", "2023-04-13", false,
                  OrderClue::month_first},
        OrderCase{"13/04/2023", DateOrder::month_first, "", "2023-04-13", false,
                  OrderClue::day_first},
        OrderCase{"04/04/2023", DateOrder::automatic, "", "2023-04-04", false, OrderClue::none},
        OrderCase{"04/02/2023 3:24 p.m", DateOrder::automatic, "", "2023-04-02T15:24:00", true,
                  OrderClue::none},
        OrderCase{"04/02/2023 3:24 pm", DateOrder::day_first, "", "2023-02-04T15:24:00", true,
                  OrderClue::none},
        OrderCase{"04/02/2023 3:24 pm", DateOrder::automatic, "es", "2023-02-04T15:24:00", true,
                  OrderClue::none},
        OrderCase{"04/02/2023", DateOrder::month_first, "", "2023-04-02", true, OrderClue::none},
        OrderCase{"04/02/2023", DateOrder::day_first, "", "2023-02-04", true, OrderClue::none},
        OrderCase{"04/02/2023", DateOrder::month_first, "fr", "2023-04-02", true, OrderClue::none},
        OrderCase{"04/02/2023", DateOrder::automatic, "fr", "2023-02-04", true, OrderClue::none},
        OrderCase{"04.02.2023", DateOrder::automatic, "", "2023-02-04", false, OrderClue::none},
        OrderCase{"13.04.2023", DateOrder::automatic, "", "2023-04-13", false,
                  OrderClue::day_first},
        OrderCase{"04.13.2023", DateOrder::automatic, "", "2023-04-13", false,
                  OrderClue::month_first},
        OrderCase{"2023-04-02", DateOrder::automatic, "", "2023-04-02", false, OrderClue::none},
        OrderCase{"13/04/23", DateOrder::automatic, "", "2023-04-13", false, OrderClue::day_first},
        OrderCase{"04/13/98", DateOrder::automatic, "", "1998-04-13", false,
                  OrderClue::month_first}));

TEST(MonthName, ThatLanguagesDisagreeOnFollowsTheLanguageOfTheText) {
  EXPECT_EQ(read_iso("2. listopada 2023"), "2023-11-02");
  EXPECT_EQ(read_iso("2. listopada 2023", {DateOrder::automatic, {}, "hr"}), "2023-10-02");
  EXPECT_EQ(read_iso("2 listopada 2023", {DateOrder::automatic, {}, "pl"}), "2023-11-02");
}

DateOptions now(std::string_view iso) {
  DateOptions options;
  options.reference_time = published_from_iso(iso);
  return options;
}

struct AgoCase {
  std::string_view text;
  std::string_view iso;  // counted from 2023-04-02T15:24:00+09:00
};
void PrintTo(const AgoCase& c, std::ostream* out) { *out << '"' << c.text << '"'; }

class Ago : public testing::TestWithParam<AgoCase> {};
TEST_P(Ago, CountsFromTheReferenceTimeOnly) {
  EXPECT_EQ(found_iso(GetParam().text, now("2023-04-02T15:24:00+09:00")), GetParam().iso);
  EXPECT_EQ(found_iso(GetParam().text), "");
}
INSTANTIATE_TEST_SUITE_P(
    Texts, Ago,
    testing::Values(
        AgoCase{"3 hours ago", "2023-04-02T12:24:00+09:00"},
        AgoCase{"an hour ago", "2023-04-02T14:24:00+09:00"},
        AgoCase{"Updated 16 hours ago", "2023-04-01T23:24:00+09:00"},
        AgoCase{"3h ago", "2023-04-02T12:24:00+09:00"},
        AgoCase{"25 mins ago", "2023-04-02T14:59:00+09:00"}, AgoCase{"2 days ago", "2023-03-31"},
        AgoCase{"3 weeks ago", "2023-03-12"}, AgoCase{"4 months ago", "2022-12"},
        AgoCase{"2 years ago", "2021"}, AgoCase{"yesterday", "2023-04-01"},
        AgoCase{"Published: Yesterday", "2023-04-01"},
        AgoCase{"Yesterday at 3:24 pm", "2023-04-01T15:24:00"},
        AgoCase{"today, 09:15", "2023-04-02T09:15:00"},
        AgoCase{"vor 3 Stunden", "2023-04-02T12:24:00+09:00"},
        AgoCase{"vor einer Stunde", "2023-04-02T14:24:00+09:00"},
        AgoCase{"Gestern, 18:30 Uhr", "2023-04-01T18:30:00"},
        AgoCase{"il y a 3 heures", "2023-04-02T12:24:00+09:00"},
        AgoCase{"Publié il y a une heure", "2023-04-02T14:24:00+09:00"},
        AgoCase{"hier à 18h30", "2023-04-01T18:30:00"},
        AgoCase{"hace 3 horas", "2023-04-02T12:24:00+09:00"}, AgoCase{"há 5 dias", "2023-03-28"},
        AgoCase{"3 ore fa", "2023-04-02T12:24:00+09:00"},
        AgoCase{"3 uur geleden", "2023-04-02T12:24:00+09:00"},
        AgoCase{"5 часов назад", "2023-04-02T10:24:00+09:00"},
        AgoCase{"3時間前", "2023-04-02T12:24:00+09:00"},
        AgoCase{"3小时前", "2023-04-02T12:24:00+09:00"},
        AgoCase{"3시간 전", "2023-04-02T12:24:00+09:00"}, AgoCase{"Home » today » World", ""},
        AgoCase{"Yesterday was a good day", ""}, AgoCase{"3 hours later", ""}));

TEST(AgoDate, OfHoursIsUnknownWhenTheReferenceIsOnlyADay) {
  EXPECT_EQ(found_iso("3 hours ago", now("2023-04-02")), "");
  EXPECT_EQ(found_iso("3 days ago", now("2023-04-02")), "2023-03-30");
}

TEST(AgoDate, KeepsItsWords) {
  const auto reading = find_date("Posted 3 hours ago by a reader", now("2023-04-02T15:24:00"));
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->published.evidence, "3 hours ago");
  EXPECT_FALSE(reading->published.ambiguous);
}

TEST(WholeDate, LeavesOutTheSpaceAroundIt) {
  const auto reading = read_date("  2 April 2023 ");
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->published.evidence, "2 April 2023");
  EXPECT_EQ(reading->start, 2u);
  EXPECT_EQ(reading->end, 14u);
}

TEST(DateText, ThatIsBrokenOrHugeIsNoDate) {
  EXPECT_EQ(read_iso(std::string(100'000, '1')), "");
  EXPECT_EQ(found_iso(std::string(100'000, '1')), "");
  EXPECT_EQ(found_iso("2 April \xE2\x80"), "");
  EXPECT_EQ(found_iso(std::string_view("2\0April\0"
                                       "2023",
                                       12)),
            "");
}

}  // namespace
}  // namespace newsindex
