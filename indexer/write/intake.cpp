// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/intake.h"

#include <iterator>
#include <utility>

#include "indexer/write/past_versions.h"
#include "schema/document.h"

namespace newsindex {
namespace {

constexpr std::uint64_t kGroupBytes = 256u << 10;
constexpr std::uint64_t kMostBytesWaiting = 32u << 20;

bool needs_neighbours(const Record& record, const Understanding& understanding) {
  if (may_have_furniture(record)) return true;
  const auto* understood = std::get_if<Understood>(&understanding);
  return understood != nullptr &&
         (understood->clue != OrderClue::none || understood->other_reading.has_value() ||
          (!understood->article.published && !understood->name.shape.empty()));
}

}  // namespace

Intake::Intake(std::vector<const OpenSegment*> segments, const UnderstandOptions& options,
               const Enricher& enricher, SiteProfiles& profiles, WorkerPool& pool)
    : options_(options),
      enricher_(enricher),
      known_(pool.size(), KnownArticles(std::move(segments))),
      profiles_(profiles),
      tasks_(pool) {}

Intake::~Intake() { tasks_.cancel(); }

void Intake::add(Record record) {
  if (groups_.empty() || groups_.back().bytes >= kGroupBytes) {
    submit_understanding();
    groups_.emplace_back();
  }
  bytes_ += record.bytes.size();
  groups_.back().bytes += record.bytes.size();
  groups_.back().records.push_back(std::move(record));
}

void Intake::submit_understanding() {
  if (groups_.empty()) return;
  Group& group = groups_.back();
  tasks_.submit([this, &group](std::size_t) {
    for (Record& record : group.records) {
      if (tasks_.is_stopping()) return;
      group.understandings.push_back(understand(record, options_));
      group.need_neighbours.push_back(needs_neighbours(record, group.understandings.back()));
      if (!may_have_furniture(record)) enrich(group.understandings.back());
      if (record.format != RecordFormat::page) record.bytes = {};
    }
  });
}

void Intake::enrich(Understanding& understanding) const {
  auto* understood = std::get_if<Understood>(&understanding);
  if (understood != nullptr && !understood->is_own)
    understood->article = enricher_.enrich(std::move(understood->article));
}

void Intake::learn() {
  for (const Group& group : groups_)
    for (std::size_t i = 0; i < group.records.size(); ++i)
      if (const auto* understood = std::get_if<Understood>(&group.understandings[i]))
        profiles_.learn(group.records[i], *understood);
}

void Intake::part_waiting(Drain which) {
  std::deque<Group> ready;
  std::deque<Group> waiting;
  std::uint64_t waiting_bytes = 0;
  const auto put = [](Group& from, std::size_t i, std::uint64_t bytes, std::deque<Group>& into) {
    if (into.empty() || into.back().bytes >= kGroupBytes) into.emplace_back();
    Group& group = into.back();
    group.bytes += bytes;
    group.records.push_back(std::move(from.records[i]));
    group.understandings.push_back(std::move(from.understandings[i]));
    group.need_neighbours.push_back(from.need_neighbours[i]);
  };
  for (std::deque<Group>* groups : {&waiting_, &groups_})
    for (Group& group : *groups)
      for (std::size_t i = 0; i < group.records.size(); ++i) {
        const auto* understood = std::get_if<Understood>(&group.understandings[i]);
        const std::uint64_t bytes = group.records[i].bytes.size() +
                                    (understood == nullptr ? 0 : understood->article.body.size());
        const bool waits = which == Drain::ready && understood != nullptr &&
                           waiting_bytes + bytes <= kMostBytesWaiting &&
                           profiles_.waits_for_more(group.records[i], *understood);
        waiting_bytes += waits ? bytes : 0;
        put(group, i, bytes, waits ? waiting : ready);
      }
  groups_ = std::move(ready);
  waiting_ = std::move(waiting);
}

void Intake::finish(Group& group, std::size_t worker) {
  for (std::size_t i = 0; i < group.records.size() && !tasks_.is_stopping(); ++i) {
    if (auto* reject = std::get_if<Reject>(&group.understandings[i])) {
      group.rejects.push_back(std::move(*reject));
      continue;
    }
    auto& understood = std::get<Understood>(group.understandings[i]);
    profiles_.settle(understood);
    if (may_have_furniture(group.records[i])) {
      profiles_.furniture().clear(group.records[i], options_, understood);
      enrich(group.understandings[i]);
    }
    group.taken.push_back(compare(std::move(understood), worker));
    group.taken.back().needs_neighbours = group.need_neighbours[i];
  }
  group.records = {};
  group.understandings = {};
}

TakenArticle Intake::compare(Understood understood, std::size_t worker) {
  TakenArticle taken;
  taken.article = std::move(understood.article);
  taken.why = std::move(understood.why);
  taken.warning = std::move(understood.warning);
  taken.sketch = sketch_of(taken.article.body);
  if (taken.sketch) taken.article.fingerprint = fingerprint_of(*taken.sketch);
  taken.digest = column_digest(article_digest(taken.article));
  taken.known = known_[worker].find(taken.article.id, taken.digest);
  if (taken.known) {
    taken.article.past = past_versions(*taken.known, taken.article);
    taken.known->article = {};
  }
  const bool is_new = !taken.known || taken.known->digest != taken.digest;
  if (taken.sketch && is_new)
    taken.known_story = known_[worker].find_story({*taken.sketch, story_day(taken.article), 0});
  return taken;
}

std::vector<TakenArticle> Intake::drain(Drain which, const std::function<void(Reject)>& reject) {
  submit_understanding();
  tasks_.wait();
  learn();
  part_waiting(which);
  for (Group& group : groups_)
    tasks_.submit([this, &group](std::size_t worker) { finish(group, worker); });
  tasks_.wait();
  std::vector<TakenArticle> all;
  for (Group& group : groups_) {
    std::move(group.taken.begin(), group.taken.end(), std::back_inserter(all));
    for (Reject& each : group.rejects)
      if (!each.is_of_file || is_new(each.origin, each.reason)) reject(std::move(each));
  }
  for (TakenArticle& taken : all)
    if (!taken.warning.empty() && !is_new(taken.article.origin, taken.warning)) taken.warning = {};
  groups_.clear();
  bytes_ = 0;
  return all;
}

bool Intake::is_new(const Provenance& origin, const std::string& sentence) {
  return said_.insert(origin.path + '\0' + origin.entry + '\0' + sentence).second;
}

}  // namespace newsindex
