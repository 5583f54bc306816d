// SPDX-License-Identifier: GPL-3.0-or-later
// Over many nights, sources that fall silent, shrink or break are named, and the others are not.
#include "indexer/write/source_activity.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/write/update.h"
#include "schema/error.h"
#include "schema/utc_time.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::chrono::sys_seconds kFirstNight = *utc_time("2026-01-05T02:15:00Z");

std::chrono::sys_seconds night(int number) { return kFirstNight + std::chrono::days(number); }

void give(SourceActivity& activity, const std::string& source, int articles, int rejects = 0) {
  for (int i = 0; i < articles; ++i) activity.count(source, "/in/" + source, true);
  for (int i = 0; i < rejects; ++i) activity.reject("/in/" + source);
}

// "KIND NAME" of the alarms about sources, and of the alarms about rejects, which are always about
// folders.
std::vector<std::string> named(const SourceActivity& activity, int at) {
  std::vector<std::string> names;
  for (const SourceAlarm& alarm : activity.alarms(night(at)))
    if (alarm.of == "source" || alarm.kind == "rejects")
      names.push_back(alarm.kind + " " + alarm.name);
  return names;
}

TEST(SourceActivity, NamesWhatFallsSilentShrinksOrBreaksInThirtyNights) {
  SourceActivity activity;
  std::map<std::string, int> first;  // night on which it was named
  for (int at = 0; at < 30; ++at) {
    if (at < 20) give(activity, "Silent", 8);
    give(activity, "Shrinks", at < 20 ? 30 + at % 5 : 6);
    give(activity, "Breaks", at < 20 ? 20 : 9, at < 20 ? at % 2 : 11);
    give(activity, "Steady", 12 + at % 7, 1);
    if (at % 7 == 0) give(activity, "Weekly", 15);
    if (at % 7 < 5) give(activity, "Workdays", 20);
    give(activity, "Weekends", at % 7 < 5 ? 40 : 3);
    activity.end_run(night(at));
    for (const std::string& name : named(activity, at)) first.emplace(name, at);
  }
  EXPECT_EQ(first, (std::map<std::string, int>{
                       {"silent Silent", 23}, {"shrank Shrinks", 22}, {"rejects /in/Breaks", 20}}));
}

TEST(SourceActivity, SaysWhatIsUsual) {
  SourceActivity activity;
  for (int at = 0; at < 10; ++at) {
    give(activity, "Wire", 8);
    activity.end_run(night(at));
  }
  EXPECT_THAT(activity.alarms(night(12)), IsEmpty());
  const auto alarms = activity.alarms(night(14));
  ASSERT_EQ(alarms.size(), 2u);
  EXPECT_EQ(alarms[0].sentence,
            "folder '/in/Wire' is silent: nothing for 5 days; usually it gives "
            "something after 1 day, at the latest after 1 day");
  EXPECT_EQ(alarms[1].of, "source");
  EXPECT_THAT(activity.alarms(night(60)), IsEmpty()) << "by then it has ended";
}

TEST(SourceActivity, AddsUpTheRunsOfADay) {
  SourceActivity once, often;
  for (int at = 0; at < 10; ++at) {
    give(once, "Wire", 24, 2);
    once.end_run(night(at));
    for (int hour = 0; hour < 12; ++hour) {
      give(often, "Wire", 2, hour < 2 ? 1 : 0);
      often.end_run(night(at) + std::chrono::hours(hour));
    }
  }
  EXPECT_EQ(once, often);
}

TEST(SourceActivity, ComesBackFromItsTable) {
  const TemporaryFolder folder;
  SourceActivity activity;
  for (int at = 0; at < 100; ++at) {
    give(activity, "Wire\tof\nnight", at % 3, at % 2);
    activity.end_run(night(at));
  }
  const std::string name = activity.write(folder.path(), 7);
  EXPECT_EQ(name, "activity-7.tsv");
  EXPECT_EQ(SourceActivity::read(folder.path(), name), activity);
  EXPECT_EQ(SourceActivity::read(folder.path(), ""), SourceActivity());
}

TEST(SourceActivity, KeepsTheSourcesThatGiveNewsMostOften) {
  SourceActivity activity;
  for (int at = 0; at < 20; ++at) {
    for (int i = 0; i < 300; ++i)
      activity.count("once " + std::to_string(at) + "-" + std::to_string(i), "/in", true);
    activity.count("Daily", "/in", true);
    if (at >= 10) activity.count("New", "/in", true);
    activity.end_run(night(at));
    EXPECT_LE(activity.size(), kMostSources);
  }
  EXPECT_THAT(named(activity, 25), ElementsAre("silent Daily", "silent New"));
}

// Measures how often a source without any fault is named: its news come at random, as from a
// Poisson process.
TEST(SourceActivity, SeldomNamesSourcesThatAreOnlyIrregular) {
  std::mt19937 random(20261129);
  constexpr int kSources = 100;
  constexpr int kNights = 400;
  for (const double a_night : {0.1, 0.3, 1.0, 3.0, 6.0, 12.0}) {
    int episodes = 0;
    int named_nights = 0;
    for (int source = 0; source < kSources; ++source) {
      std::poisson_distribution<int> news(a_night);
      SourceActivity activity;
      bool was_named = false;
      for (int at = 0; at < kNights; ++at) {
        give(activity, "S", news(random));
        activity.end_run(night(at));
        const bool is_named = !named(activity, at).empty();
        named_nights += is_named ? 1 : 0;
        episodes += is_named && !was_named ? 1 : 0;
        was_named = is_named;
      }
    }
    const double a_year = episodes / double{kSources} * 365 / kNights;
    RecordProperty("alarms_a_year_at_" + std::to_string(a_night), std::to_string(a_year));
    RecordProperty("nights_at_" + std::to_string(a_night), named_nights);
    EXPECT_LT(a_year, 0.15) << a_night;
  }
}

TEST(SourceFolders, StandForFilesOnTheFirstLevelBelowTheSource) {
  const TemporaryFolder folder;
  const std::string in = folder.path().string();
  folder.write("in/wire/2026/11/a.xml", "");
  folder.write("in/b.jsonl", "");
  folder.write("single/c.jsonl", "");
  SourceFolders folders({in + "/in/", in + "/single/c.jsonl", "-"});
  EXPECT_EQ(folders.folder_of(in + "/in/wire/2026/11/a.xml"), in + "/in/wire");
  EXPECT_EQ(folders.folder_of(in + "/in/wire/a.xml"), in + "/in/wire");
  EXPECT_EQ(folders.folder_of(in + "/in/b.jsonl"), in + "/in");
  EXPECT_EQ(folders.folder_of(in + "/single/c.jsonl"), in + "/single");
  EXPECT_EQ(folders.folder_of("-"), "-");
  EXPECT_EQ(folders.folder_of("lonely.jsonl"), fs::current_path().string());
}

TEST(SourceActivity, IsKeptByRunsAndToldInTheirReports) {
  const TemporaryFolder folder;
  UpdateRequest request;
  request.archive = folder.path() / "archive";
  request.sources = {(folder.path() / "in").string()};
  request.run.threads = 1;
  RunReport report;
  for (int at = 0; at < 14; ++at) {
    const auto write = [&](const std::string& source) {
      const std::string id = source + std::to_string(at);
      folder.write("in/" + source + "/" + id + ".jsonl",
                   R"({"id":")" + id + R"(","title":"Rain","source":")" + source +
                       R"(","body":"Rain."})" + "\n");
    };
    write("Steady");
    if (at < 9) write("Silent");
    request.now = night(at);
    report = update_archive(request, {});
    if (at < 12) {
      EXPECT_THAT(report.alarms, IsEmpty()) << at;
    }
  }
  ASSERT_EQ(report.alarms.size(), 2u);
  EXPECT_EQ(report.alarms[0].name, (folder.path() / "in" / "Silent").string());
  EXPECT_EQ(report.alarms[1].name, "Silent");
  EXPECT_THAT(warnings_text(report),
              HasSubstr("newsindex: source 'Silent' is silent: nothing for 5 days"));
  EXPECT_THAT(to_json(report), HasSubstr(R"("kind":"silent","of":"source","name":"Silent")"));
}

}  // namespace
}  // namespace newsindex
