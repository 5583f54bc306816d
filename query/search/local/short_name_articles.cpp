// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/local/short_name_articles.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "schema/digest.h"

namespace newsindex {
namespace {

bool is_in(const MonthRange& months, int month) {
  return months.first <= month && month <= months.last;
}

}  // namespace

void keep_meant_articles(const OpenSegment& segment, const ShortNameUse& use, DocidList& docids) {
  if (docids.empty()) return;
  const auto days = segment.columns().days();
  std::erase_if(docids, [&](Docid docid) {
    const int month = month_of_column(days[docid - 1]);
    const bool means = std::any_of(use.months.begin(), use.months.end(),
                                   [&](const MonthRange& each) { return is_in(each, month); });
    return means == use.others;
  });
}

WholeNames::WholeNames(const OpenSegment& segment, const Field& field, const BearersTable* bearers,
                       int least_confidence)
    : facet_(segment.columns().facet(field)),
      least_confidence_(facet_.confidences.empty() ? 0 : least_confidence) {
  if (bearers == nullptr || field.name != "person" || bearers->get().all().empty()) return;
  days_ = segment.columns().days();
  learn(bearers->get());
}

void WholeNames::learn(const Bearers& bearers) {
  std::unordered_map<std::uint64_t, const std::vector<Bearer>*> by_key;
  for (const auto& [short_name, each] : bearers.all()) by_key.emplace(digest64(short_name), &each);
  std::unordered_map<std::string_view, std::uint32_t> ordinals;  // of the whole names
  const auto ordinal_of = [&](const Bearer& bearer) {
    const auto [place, is_new] = ordinals.try_emplace(bearer.name, values());
    if (is_new) added_.push_back({digest64(bearer.key), bearer.name});
    return place->second;
  };
  meanings_of_.resize(facet_.values());
  for (std::uint32_t ordinal = 0; ordinal < facet_.values(); ++ordinal) {
    const auto found = by_key.find(facet_.keys[ordinal]);
    if (found == by_key.end()) continue;
    std::vector<Meaning>& meanings = meanings_.emplace_back();
    for (const Bearer& bearer : *found->second)
      meanings.push_back({bearer.months, ordinal_of(bearer)});
    meanings_of_[ordinal] = static_cast<std::uint32_t>(meanings_.size());
  }
}

std::uint32_t WholeNames::meant_by(std::uint32_t ordinal, Docid docid) const {
  const std::uint32_t number = meanings_of_[ordinal];
  if (number == 0) return ordinal;
  const std::vector<Meaning>& meanings = meanings_[number - 1];
  const int month = month_of_column(days_[docid - 1]);
  const auto meant = std::find_if(meanings.begin(), meanings.end(),
                                  [&](const Meaning& each) { return is_in(each.months, month); });
  return meant == meanings.end() ? ordinal : meant->ordinal;
}

std::span<const std::uint32_t> WholeNames::sure_ones(Docid docid) {
  sure_.clear();
  for (std::uint32_t at = facet_.starts[docid - 1]; at < facet_.starts[docid]; ++at)
    if (facet_.confidence(at) >= least_confidence_) sure_.push_back(facet_.ordinals[at]);
  return sure_;
}

std::span<const std::uint32_t> WholeNames::of(Docid docid) {
  const auto written = least_confidence_ > 0 ? sure_ones(docid) : facet_.of(docid);
  if (meanings_.empty()) return written;
  ordinals_.clear();
  for (const std::uint32_t each : written) {
    const std::uint32_t ordinal = meant_by(each, docid);
    const bool is_there = std::any_of(ordinals_.begin(), ordinals_.end(), [&](std::uint32_t other) {
      return key(other) == key(ordinal);
    });
    if (!is_there) ordinals_.push_back(ordinal);
  }
  return ordinals_;
}

}  // namespace newsindex
