// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/source_alarms.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace newsindex {
namespace {

using std::chrono::sys_days;

// REQUIRES: `numbers` is not empty.
double median(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  const std::size_t middle = numbers.size() / 2;
  return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

std::vector<SourceDay> days_with_news(const std::deque<SourceDay>& days) {
  std::vector<SourceDay> with_news;
  for (const SourceDay& day : days)
    if (day.articles > 0) with_news.push_back(day);
  return with_news;
}

std::vector<double> gaps_between(const std::vector<SourceDay>& days) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < days.size(); ++i)
    gaps.push_back(static_cast<double>((days[i].day - days[i - 1].day).count()));
  return gaps;
}

double share_of_rejects(const SourceDay& day) {
  return static_cast<double>(day.rejects) /
         static_cast<double>(std::max<std::uint64_t>(day.records, 1));
}

std::string whole(double number) { return std::to_string(std::llround(number)); }

std::string days_text(double days) {
  return whole(days) + (std::llround(days) == 1 ? " day" : " days");
}

std::string percent(double share) { return whole(share * 100) + " %"; }

}  // namespace

std::optional<AlarmReason> silent(const std::deque<SourceDay>& days, sys_days today) {
  const std::vector<SourceDay> news = days_with_news(days);
  const std::vector<double> gaps = gaps_between(news);
  if (gaps.size() < kAlarmRules.least_gaps) return std::nullopt;
  const double usual = median(gaps);
  const double longest = *std::max_element(gaps.begin(), gaps.end());
  const double longest_gaps =
      kAlarmRules.longest_gaps * (1 + kAlarmRules.few_gaps / static_cast<double>(gaps.size()));
  const double most = std::max(kAlarmRules.median_gaps * usual, longest_gaps * longest);
  const auto gap = static_cast<double>((today - news.back().day).count());
  if (gap <= most || gap > most + kAlarmRules.days_said) return std::nullopt;
  return AlarmReason{"silent", "is silent: nothing for " + days_text(gap) + "; usually it gives " +
                                   "something after " + days_text(usual) +
                                   ", at the latest after " + days_text(longest)};
}

std::optional<AlarmReason> shrank(const std::deque<SourceDay>& days, sys_days today) {
  const std::vector<SourceDay> news = days_with_news(days);
  const std::size_t last = kAlarmRules.shrunk_days;
  if (news.size() < last + kAlarmRules.least_days_before || news.back().day != today)
    return std::nullopt;
  std::vector<double> before;
  for (std::size_t i = 0; i + last < news.size(); ++i)
    before.push_back(static_cast<double>(news[i].articles));
  const double usual = median(before);
  std::uint64_t most = 0;
  for (std::size_t i = news.size() - last; i < news.size(); ++i)
    most = std::max(most, news[i].articles);
  if (usual < kAlarmRules.least_articles ||
      static_cast<double>(most) >= usual * kAlarmRules.shrunk_share)
    return std::nullopt;
  return AlarmReason{"shrank", "shrank: at most " + std::to_string(most) +
                                   " articles on each of its last " + std::to_string(last) +
                                   " days with news; usually " + whole(usual)};
}

std::optional<AlarmReason> rejects_jumped(const std::deque<SourceDay>& days, sys_days today) {
  if (days.size() < kAlarmRules.least_days_before + 1 || days.back().day != today)
    return std::nullopt;
  std::vector<double> before;
  for (std::size_t i = 0; i + 1 < days.size(); ++i) before.push_back(share_of_rejects(days[i]));
  const SourceDay& last = days.back();
  const double usual = median(before);
  const double now = share_of_rejects(last);
  if (last.records < kAlarmRules.least_records || now <= usual + kAlarmRules.more_rejects)
    return std::nullopt;
  return AlarmReason{"rejects", "has more rejects: " + percent(now) + " of " +
                                    std::to_string(last.records) + " records; usually " +
                                    percent(usual)};
}

}  // namespace newsindex
