// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/source_activity.h"

#include <algorithm>
#include <optional>

#include "indexer/write/source_alarms.h"
#include "schema/archive/table_file.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using std::chrono::sys_days;

constexpr const char* kSource = "source";
constexpr const char* kFolder = "folder";
constexpr const char* kStandardInput = "-";

fs::path whole_path(const std::string& path) {
  fs::path named = fs::absolute(path).lexically_normal();
  return named.has_filename() ? named : named.parent_path();  // drops the end of "incoming/"
}

// A new source counts as if it were a week older.
constexpr double kNewDays = 7;

// Days with news, divided by the days since the first one.
double frequency(const std::deque<SourceDay>& days, sys_days today) {
  const auto with_news = std::count_if(days.begin(), days.end(),
                                       [](const SourceDay& day) { return day.articles > 0; });
  return static_cast<double>(with_news) /
         (static_cast<double>((today - days.front().day).count()) + kNewDays);
}

void add(std::deque<SourceDay>& days, const SourceDay& day) {
  if (days.empty() || days.back().day != day.day) {
    days.push_back(day);
    if (days.size() > kDaysKept) days.pop_front();
    return;
  }
  days.back().articles += day.articles;
  days.back().records += day.records;
  days.back().rejects += day.rejects;
}

}  // namespace

SourceFolders::SourceFolders(const std::vector<std::string>& sources) {
  std::error_code ignored;
  for (const std::string& source : sources)
    if (source != kStandardInput && fs::is_directory(source, ignored))
      roots_.insert(whole_path(source));
}

const std::string& SourceFolders::folder_of(const std::string& path) {
  if (path == path_) return folder_;
  path_ = path;
  return folder_ = find_folder(path);
}

std::string SourceFolders::find_folder(const std::string& path) const {
  if (path == kStandardInput) return path;
  const fs::path file = whole_path(path);
  fs::path below = file;  // the part of the path just below `folder`
  for (fs::path folder = file.parent_path(); folder != below; folder = folder.parent_path()) {
    if (roots_.contains(folder)) return (below == file ? folder : below).string();
    below = folder;
  }
  return file.parent_path().string();
}

SourceActivity SourceActivity::read(const fs::path& archive, const std::string& name) {
  SourceActivity activity;
  read_table(archive, kActivityTable, name, [&activity](TableRow& row) {
    Key key;
    key.first = row.text();
    key.second = row.text();
    SourceDay day;
    day.day = sys_days(std::chrono::days(row.number<int>()));
    day.articles = row.number<std::uint64_t>();
    day.records = row.number<std::uint64_t>();
    day.rejects = row.number<std::uint64_t>();
    activity.days_[std::move(key)].push_back(day);
  });
  return activity;
}

std::string SourceActivity::write(const fs::path& archive, std::uint64_t revision) const {
  TableText table(kActivityTable);
  for (const auto& [key, days] : days_)
    for (const SourceDay& day : days) {
      table.field(key.first);
      table.field(key.second);
      table.field(day.day.time_since_epoch().count());
      table.field(day.articles);
      table.field(day.records);
      table.field(day.rejects);
      table.end_row();
    }
  return write_table(archive, kActivityTable, revision, std::move(table));
}

SourceDay& SourceActivity::of_run(const std::string& kind, const std::string& name) {
  const Key key{kind, name};
  const auto known = run_.find(key);
  if (known != run_.end()) return known->second;
  return run_.size() < kMostInRun ? run_[key] : beyond_;
}

void SourceActivity::count(const std::string& source, const std::string& folder, bool is_news) {
  const auto add_to = [&](const char* kind, const std::string& name) {
    SourceDay& day = of_run(kind, name);
    ++day.records;
    if (is_news) ++day.articles;
  };
  if (!source.empty()) add_to(kSource, source);
  add_to(kFolder, folder);
}

void SourceActivity::reject(const std::string& folder) {
  SourceDay& day = of_run(kFolder, folder);
  ++day.records;
  ++day.rejects;
}

void SourceActivity::end_run(std::chrono::sys_seconds now) {
  const auto today = std::chrono::floor<std::chrono::days>(now);
  for (auto& [key, day] : run_) {
    if (day.articles + day.rejects == 0) continue;
    day.day = today;
    add(days_[key], day);
  }
  run_.clear();
  beyond_ = {};
  forget_the_rare(today);
}

void SourceActivity::forget_the_rare(sys_days today) {
  if (days_.size() <= kMostSources) return;
  std::vector<std::pair<double, Key>> order;
  for (const auto& [key, days] : days_) order.emplace_back(frequency(days, today), key);
  std::sort(order.begin(), order.end());
  for (std::size_t i = 0; i + kMostSources < order.size(); ++i) days_.erase(order[i].second);
}

std::vector<SourceAlarm> SourceActivity::alarms(std::chrono::sys_seconds now) const {
  const auto today = std::chrono::floor<std::chrono::days>(now);
  std::vector<SourceAlarm> alarms;
  for (const auto& rule : {silent, shrank, rejects_jumped})
    for (const auto& [key, days] : days_)
      if (const auto why = rule(days, today))
        alarms.push_back({why->kind, key.first, key.second,
                          key.first + " '" + key.second + "' " + why->sentence});
  return alarms;
}

}  // namespace newsindex
