// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of other scripts and calendars, several days at once, and the end of a day.
#include <ostream>

#include <gtest/gtest.h>

#include "indexer/extract/dates/dates.h"

namespace newsindex {
namespace {

struct WorldCase {
  std::string_view language;
  std::string_view text;
  std::string_view iso;  // "" when it is no date
};

void PrintTo(const WorldCase& c, std::ostream* out) { *out << '"' << c.text << '"'; }

class WorldDate : public testing::TestWithParam<WorldCase> {};

TEST_P(WorldDate, IsTheGregorianDay) {
  const WorldCase& c = GetParam();
  const auto reading = find_date(c.text, {DateOrder::automatic, {}, c.language});
  EXPECT_EQ(reading ? to_iso(reading->published) : "", c.iso);
}

constexpr WorldCase kCalendars[] = {
    {"th", "วันจันทร์ที่ 6 มิถุนายน พ.ศ. 2554 เวลา 15:05 น.", "2011-06-06T15:05:00"},
    {"th", "๖ มิถุนายน ๒๕๕๔", "2011-06-06"},
    {"", "16 ส.ค. 2559", "2016-08-16"},
    {"th", "6 มิถุนายน ค.ศ. 2011", "2011-06-06"},
    {"th", "06/07/2554", "2011-07-06"},
    {"en", "06/07/2554", ""},
    {"fa", "پنجشنبه ۱۵ فروردین ماه ۱۳۹۸", "2019-04-04"},
    {"fa", "1398/01/15", "2019-04-04"},
    {"", "۱۳۹۸/۰۱/۱۵", "2019-04-04"},
    {"en", "1398/01/15", ""},
    {"fa", "15 حمل 1398", "2019-04-04"},
    {"fa", "10 ژوئیه 2019", "2019-07-10"},
    {"fa", "فروردین ۱۳۹۸", ""},  // this month is part of two Gregorian months
    {"ar", "7 ذو القعدة 1440 هـ", "2019-07-10"},
    {"ar", "8 ذو القعدة 1440 هـ، 10 يوليو 2019 م", "2019-07-10"},
    {"ar", "10 تموز/يوليو 2019", "2019-07-10"},
    {"ar", "10 جويلية 2019", "2019-07-10"},
    {"he", "7 בתמוז 5779", "2019-07-10"},
    {"he", "10 ביולי 2019", "2019-07-10"},
    {"am", "ሐምሌ 3 ቀን 2011", "2019-07-10"},
    {"de", "15 mehr 1398", ""},
    {"ja", "令和元年7月10日", "2019-07-10"},
    {"ja", "昭和37年4月16日", "1962-04-16"},
    {"ja", "昭和三十七年四月十六日", "1962-04-16"},
    {"ja", "平成31年4月", "2019-04"},
    {"ja", "H31.4.10", "2019-04-10"},
    {"en", "route H31.4.10", ""},
    {"ja", "昭和200年4月16日", ""},
    {"ja", "2019年7月10日24時", "2019-07-11T00:00:00"},
    {"zh", "中華民國一〇八年七月十日", "2019-07-10"},
    {"zh", "民國108年7月10日", "2019-07-10"},
    {"zh", "108/07/10", "2019-07-10"},
    {"en", "108/07/10", ""},
    {"zh", "二〇一九年七月十日", "2019-07-10"},
};
INSTANTIATE_TEST_SUITE_P(OfCalendars, WorldDate, testing::ValuesIn(kCalendars));

constexpr WorldCase kScripts[] = {
    {"hi", "१० जुलाई २०१९", "2019-07-10"},
    {"hi", "10 फरवरी 2019", "2019-02-10"},
    {"hi", "१० सितम्बर २०१९", "2019-09-10"},
    {"bn", "বুধবার, ১০ জানুয়ারি, ২০১৯", "2019-01-10"},
    {"ta", "10 ஜூலை 2019", "2019-07-10"},
    {"my", "၁၀ ဇူလိုင် ၂၀၁၉", "2019-07-10"},
    {"km", "១០ កក្កដា ២០១៩", "2019-07-10"},
    {"ka", "10 ივლისი, 2019", "2019-07-10"},
    {"lt", "2019 m. liepos 10 d., 15:05", "2019-07-10T15:05:00"},
    {"lv", "2019. gada 10. jūlijs", "2019-07-10"},
    {"eu", "2019ko uztailaren 10a", "2019-07-10"},
    {"eu", "2019ko uztailaren 10ean", "2019-07-10"},
    {"et", "10. juulil 2019", "2019-07-10"},
    {"kk", "2019 жылғы 10 шілде", "2019-07-10"},
    {"th", "2 มี.ค. 2019", "2019-03-02"},
    {"th", "2 ม.ค. 2019", "2019-01-02"},
};
INSTANTIATE_TEST_SUITE_P(OfScripts, WorldDate, testing::ValuesIn(kScripts));

constexpr WorldCase kNoYears[] = {
    {"en", "Lectures, March 10-11 and March 24-25", ""},
    {"en", "When: June 21 - 25", ""},
    {"en", "January 27–28", ""},
    {"en", "May 10-11, 1997", ""},
    {"en", "10-11 May 1997", ""},
    {"en", "July 30 - August 2, 1998", ""},
    {"en", "30 July - 12 August 1998", ""},
    {"en", "10 May 1997 to 11 May 1997", ""},
    {"de", "vom 10. bis 11. Mai 1997", ""},
    {"de", "10./11. Mai 1997", ""},
    {"de", "10.-11.05.1997", ""},
    {"de", "12.05.2019 - 14.05.2019", ""},
    {"es", "del 10 al 11 de mayo de 1997", ""},
    {"fr", "du 10 au 11 mai 1997", ""},
    {"it", "dal 10 all'11 maggio 1997", ""},
    {"ru", "с 10 по 11 мая 1997", ""},
    {"ja", "2019年7月10日～12日", ""},
    {"en", "May 10-11, 1997. Posted April 2, 1997", "1997-04-02"},
    {"en", "Issue 3 - 10 May 1997", "1997-05-10"},
    {"en", "15:30 - 10 May 1997", "1997-05-10T15:30:00"},
    {"en", "10 May 1997 - 15:30", "1997-05-10T15:30:00"},
    {"en", "26-FEB-87", "1987-02-26"},
    {"en", "Apr-02-97 08:15", "1997-04-02T08:15:00"},
};
INSTANTIATE_TEST_SUITE_P(OfSeveralDays, WorldDate, testing::ValuesIn(kNoYears));

constexpr WorldCase kMidnights[] = {
    {"", "2019-07-10 24:00", "2019-07-11T00:00:00"},
    {"", "2019-12-31T24:00:00Z", "2020-01-01T00:00:00Z"},
    {"", "Wed, 10 Jul 2019 24:00:00 +0200", "2019-07-11T00:00:00+02:00"},
    {"de", "Stand: 28.02.2019, 24:00 Uhr", "2019-03-01T00:00:00"},
    {"de", "28.02.2019, 24 Uhr", "2019-03-01T00:00:00"},
    {"de", "15.06.2019 24h-Rennen", "2019-06-15"},
    {"fr", "10 juillet 2019 à 24h00", "2019-07-11T00:00:00"},
    {"", "2019-07-10 24:30", ""},
    {"", "2019-07-10T24:00:01Z", ""},
};
INSTANTIATE_TEST_SUITE_P(OfMidnight, WorldDate, testing::ValuesIn(kMidnights));

TEST(WholeDate, OfSeveralDaysIsTheFirst) {
  for (const std::string_view text : {"May 10-11, 1997", "10-11 May 1997", "10.-11.05.1997"}) {
    const auto reading = read_date(text);
    ASSERT_TRUE(reading) << text;
    EXPECT_EQ(to_iso(reading->published), "1997-05-10") << text;
  }
}

TEST(WholeDate, WithoutSeparatorsMayEndADay) {
  const auto reading = read_date("20191231240000");
  ASSERT_TRUE(reading);
  EXPECT_EQ(to_iso(reading->published), "2020-01-01T00:00:00");
}

TEST(WholeDate, OfTwoDigitsInThailandIsABuddhistYear) {
  const auto reading = read_date("6 มิ.ย. 54", {DateOrder::automatic, {}, "th"});
  ASSERT_TRUE(reading);
  EXPECT_EQ(to_iso(reading->published), "2011-06-06");
}

}  // namespace
}  // namespace newsindex
