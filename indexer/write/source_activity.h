// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks what each source usually gives, and which source needs attention because it went silent,
// shrank, or has more rejects. Sources are tracked in two ways: by the `source` name of the
// articles, and by the folder of their files (see SourceFolders). Only folders have rejects.
//
// Days are UTC days. The rules (numbers in `kAlarmRules`):
//   silent   The days since the last news exceed 3 times the median gap between days with news, and
//            also 1.5 * (1 + 10 / n) times the longest gap, where n is the number of known gaps,
//            at least 5: with few gaps, the longest one says little. Reported for 30 days; then
//            the source counts as ended.
//   shrank   Each of the last 3 days with news gave less than a third of the median of the days
//            before, of which there are at least 5 with a median of at least 5 articles. All
//            three days, so that a weekend raises no alarm.
//   rejects  Of today's records (at least 10), the share of rejects exceeds the median share of
//            the days before (at least 5) by more than 0.2.
//
// A source whose news come at random gives a false alarm of silence about once in ten years (a test
// counts them); with 1.5 times the longest gap alone, it would be every other year.
//
// Kept: the last 60 days with news or rejects, of the 2,000 sources that give news most often.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace newsindex {

struct AlarmRules {
  std::size_t least_gaps = 5;
  double median_gaps = 3;
  double longest_gaps = 1.5;
  double few_gaps = 10;
  int days_said = 30;
  std::size_t shrunk_days = 3;
  std::size_t least_days_before = 5;
  double shrunk_share = 1.0 / 3;
  double least_articles = 5;
  double more_rejects = 0.2;
  std::uint64_t least_records = 10;
};

inline constexpr AlarmRules kAlarmRules{};
inline constexpr std::size_t kDaysKept = 60;
inline constexpr std::size_t kMostSources = 2000;
inline constexpr std::size_t kMostInRun = 100'000;  // sources counted in one run

// Maps a file to the folder that represents it: the first folder below the source that the user
// named ("incoming/wire" for "incoming/wire/2026/11/a.xml"), or the parent folder of a file that
// was named itself.
class SourceFolders {
 public:
  explicit SourceFolders(const std::vector<std::string>& sources);

  // An absolute path; "-" for standard input. The reference is valid until the next call. The last
  // answer is cached, because the articles of a file come one after the other.
  const std::string& folder_of(const std::string& path);

 private:
  std::string find_folder(const std::string& path) const;

  std::set<std::filesystem::path> roots_;
  std::string path_;
  std::string folder_;
};

// What a source gave on one day.
struct SourceDay {
  std::chrono::sys_days day;
  std::uint64_t articles = 0;  // added or replaced
  std::uint64_t records = 0;   // read, including rejects
  std::uint64_t rejects = 0;
  friend bool operator==(const SourceDay&, const SourceDay&) = default;
};

// The alarm for a folder that has lost all its files: they may be deleted, or their disk may not be
// mounted.
inline constexpr const char* kEmptyFolder = "empty";

struct SourceAlarm {
  std::string kind;      // "silent", "shrank" or "rejects", or kEmptyFolder
  std::string of;        // "source" or "folder"
  std::string name;      // of the source or folder
  std::string sentence;  // "source 'Wire' is silent: nothing for 9 days; usually ..."
  friend bool operator==(const SourceAlarm&, const SourceAlarm&) = default;
};

class SourceActivity {
 public:
  // Reads ARCHIVE/NAME; an empty name means an empty table. Throws Error(internal) if it is
  // damaged.
  static SourceActivity read(const std::filesystem::path& archive, const std::string& name);

  // Writes the table of this revision durably; returns its name for archive.json.
  std::string write(const std::filesystem::path& archive, std::uint64_t revision) const;

  // Count a record of this run: an accepted article (`is_news`: added or replaced), or a reject.
  void count(const std::string& source, const std::string& folder, bool is_news);
  void reject(const std::string& folder);

  // Adds the counts of the run to the day on which it ends.
  void end_run(std::chrono::sys_seconds now);

  // The sources that need attention, by kind, then name.
  std::vector<SourceAlarm> alarms(std::chrono::sys_seconds now) const;

  std::size_t size() const { return days_.size(); }
  bool operator==(const SourceActivity&) const = default;

 private:
  using Key = std::pair<std::string, std::string>;  // "source" or "folder"; name

  SourceDay& of_run(const std::string& kind, const std::string& name);
  void forget_the_rare(std::chrono::sys_days today);

  std::map<Key, std::deque<SourceDay>> days_;  // oldest first
  std::map<Key, SourceDay> run_;
  SourceDay beyond_;  // sources for which run_ has no room
};

}  // namespace newsindex
