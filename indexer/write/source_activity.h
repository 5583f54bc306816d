// SPDX-License-Identifier: GPL-3.0-or-later
// What each source usually gives, and which one should be looked at: it went silent, it shrank, or
// its records are rejected. A source is known twice: by the name that articles have as their
// `source`, and by the folder that its files lie in (see SourceFolders). Only folders have rejects.
//
// Days are those of UTC. The rules, with `kAlarmRules` for the numbers:
//   silent   the days since its last news are more than 3 times the median of the gaps between days
//            with news, and more than 1.5 * (1 + 10 / n) times the longest, where n gaps are known,
//            at least 5: of few gaps the longest says little. Said for 30 days; then it has ended.
//   shrank   each of its last 3 days with news gave less than a third of the median of the days
//            before, which are at least 5 and whose median is at least 5 articles. All three, so
//            that a weekend is no alarm.
//   rejects  of the records of today, at least 10, the share of rejects is more than the median
//            share of at least 5 days before, plus 0.2.
//
// A source whose news come at random is called silent about once in ten years (a test counts it);
// with 1.5 times the longest gap alone it would be every other year.
//
// Kept are the last 60 days with news or rejects, of the 2,000 sources that give news most often.
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
inline constexpr std::size_t kMostInRun = 100'000;  // sources that are counted in one run

// Which folder stands for a file: that below the source as the user named it, on the first level
// ("incoming/wire" for "incoming/wire/2026/11/a.xml"); the folder of a file that was named itself.
class SourceFolders {
 public:
  explicit SourceFolders(const std::vector<std::string>& sources);

  // Absolute; "-" is standard input. Valid until it is called again: the articles of a file come
  // one after the other, so the last answer is kept.
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
  std::uint64_t records = 0;   // read, rejects too
  std::uint64_t rejects = 0;
  friend bool operator==(const SourceDay&, const SourceDay&) = default;
};

// The alarm of a folder that has lost all its files: nobody can tell whether they are gone, or the
// disk is.
inline constexpr const char* kEmptyFolder = "empty";

struct SourceAlarm {
  std::string kind;  // "silent", "shrank" or "rejects", or kEmptyFolder
  std::string of;    // "source" or "folder"
  std::string name;  // of it
  std::string
      sentence;  // "source 'Wire' is silent: nothing for 9 days; usually 1 day lies between"
  friend bool operator==(const SourceAlarm&, const SourceAlarm&) = default;
};

class SourceActivity {
 public:
  // Reads ARCHIVE/NAME; an empty name is an empty table. Throws Error(internal) when it is damaged.
  static SourceActivity read(const std::filesystem::path& archive, const std::string& name);

  // Writes it durably as the table of this revision; returns its name for archive.json.
  std::string write(const std::filesystem::path& archive, std::uint64_t revision) const;

  // Of the run: an article that was read, in the archive now or before; a record that was none.
  void count(const std::string& source, const std::string& folder, bool is_news);
  void reject(const std::string& folder);

  // Adds what was counted to the day on which the run ends.
  void end_run(std::chrono::sys_seconds now);

  // What should be looked at, by kind, then name.
  std::vector<SourceAlarm> alarms(std::chrono::sys_seconds now) const;

  std::size_t size() const { return days_.size(); }
  bool operator==(const SourceActivity&) const = default;

 private:
  using Key = std::pair<std::string, std::string>;  // "source" or "folder"; name

  SourceDay& of_run(const std::string& kind, const std::string& name);
  void forget_the_rare(std::chrono::sys_days today);

  std::map<Key, std::deque<SourceDay>> days_;  // oldest first
  std::map<Key, SourceDay> run_;
  SourceDay beyond_;  // of sources for which there is no room in run_
};

}  // namespace newsindex
