// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/entities/short_names.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "indexer/enrich/entities/person_names.h"
#include "indexer/enrich/languages/name_words.h"

namespace newsindex {
namespace {

constexpr int kMonthsAround = 6;
constexpr double kLeastEvidence = 4;  // articles
constexpr double kLeastShare = 0.9;   // of these articles, for the bearer

PersonName name_of_key(std::string_view key) {
  PersonName name;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    name.words.emplace_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return name;
}

bool is_variant(const std::string& a, const std::string& b) {
  const PersonName x = name_of_key(a);
  const PersonName y = name_of_key(b);
  const PersonName& shorter = x.words.size() <= y.words.size() ? x : y;
  const PersonName& longer = x.words.size() <= y.words.size() ? y : x;
  return is_full_name(shorter, words_of_every_language()) &&
         name_fit(shorter, longer, words_of_every_language()) != NameFit::none;
}

// The lower end of the Wilson interval of a share (one standard deviation).
double least_share(double part, double all) {
  const double share = part / all;
  const double spread = std::sqrt(share * (1 - share) / all + 1 / (4 * all * all));
  return (share + 1 / (2 * all) - spread) / (1 + 1 / all);
}

// The number of articles for each person, in some months.
using Counts = std::map<std::string, double>;

struct Decision {
  std::string key;
  int confidence = 0;
  friend bool operator==(const Decision&, const Decision&) = default;
};

std::optional<Decision> decide(const std::string& short_name, const Counts& counts) {
  constexpr int kStep = 5;
  constexpr double kPercent = 100;
  constexpr double kRounded = 1e-6;
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == counts.end() || most->second < kLeastEvidence) return std::nullopt;
  if (!is_family_name(short_name, most->first)) return std::nullopt;
  double all = 0;
  for (const auto& [key, articles] : counts)
    if (key == most->first || !is_variant(key, most->first)) all += articles;
  if (most->second < kLeastShare * all) return std::nullopt;
  const int confidence = static_cast<int>(kPercent * least_share(most->second, all) + kRounded);
  return Decision{most->first, confidence / kStep * kStep};
}

}  // namespace

bool is_family_name(std::string_view short_name, std::string_view key) {
  const bool ends = key.size() > short_name.size() && key.ends_with(short_name) &&
                    key[key.size() - short_name.size() - 1] == ' ';
  const bool begins = key.size() > short_name.size() && key.starts_with(short_name) &&
                      key[short_name.size()] == ' ';
  return (ends || begins) && name_fit(name_of_key(short_name), name_of_key(key),
                                      words_of_every_language()) == NameFit::family;
}

bool has_two_names(std::string_view key) {
  return is_full_name(name_of_key(key), words_of_every_language());
}

std::vector<Bearer> bearers_of(const std::string& short_name,
                               std::span<const ShortNameEvidence> evidence) {
  std::map<int, Counts> by_month;
  Counts all;
  for (const ShortNameEvidence& each : evidence) {
    all[each.key] += each.articles;
    if (each.month != kNoMonth) by_month[each.month][each.key] += each.articles;
  }
  std::vector<Bearer> bearers;
  const bool can_be_short = std::any_of(all.begin(), all.end(), [&](const auto& each) {
    return is_family_name(short_name, each.first);
  });
  if (!can_be_short) return bearers;
  if (const auto ever = decide(short_name, all))
    bearers.push_back({{kNoMonth, kNoMonth}, ever->key, {}, ever->confidence});
  if (by_month.empty()) return bearers;
  // Only months near some evidence can have a bearer.
  int done = by_month.begin()->first - kMonthsAround - 1;
  for (const auto& [at, unused] : by_month)
    for (int month = std::max(done + 1, at - kMonthsAround); month <= at + kMonthsAround; ++month) {
      done = month;
      Counts counts;
      const auto end = by_month.upper_bound(month + kMonthsAround);
      for (auto each = by_month.lower_bound(month - kMonthsAround); each != end; ++each)
        for (const auto& [key, articles] : each->second) counts[key] += articles;
      const auto decision = decide(short_name, counts);
      if (!decision) continue;
      const bool goes_on = !bearers.empty() && bearers.back().months.last == month - 1 &&
                           bearers.back().key == decision->key &&
                           bearers.back().confidence == decision->confidence;
      if (goes_on)
        bearers.back().months.last = month;
      else
        bearers.push_back({{month, month}, decision->key, {}, decision->confidence});
    }
  return bearers;
}

}  // namespace newsindex
