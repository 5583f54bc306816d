// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/intake.h"

#include <iterator>
#include <utility>

#include "schema/document.h"

namespace newsindex {
namespace {

constexpr std::uint64_t kGroupBytes = 256u << 10;

Understanding understand_and_enrich(const Record& record, const UnderstandOptions& options,
                                    const Enricher& enricher) {
  Understanding understanding = understand(record, options);
  if (auto* understood = std::get_if<Understood>(&understanding))
    understood->article = enricher.enrich(std::move(understood->article));
  return understanding;
}

}  // namespace

Intake::Intake(std::optional<std::filesystem::path> archive, const UnderstandOptions& options,
               const Enricher& enricher, WorkerPool& pool)
    : archive_(std::move(archive)),
      options_(options),
      enricher_(enricher),
      pool_(pool),
      known_(pool.size()) {}

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
  pool_.submit([this, &group](std::size_t) {
    for (const Record& record : group.records)
      group.understandings.push_back(understand_and_enrich(record, options_, enricher_));
    group.records = {};
  });
}

void Intake::settle_dates() {
  const auto each = [this](auto&& use) {
    for (Group& group : groups_)
      for (Understanding& understanding : group.understandings)
        if (auto* understood = std::get_if<Understood>(&understanding)) use(*understood);
  };
  each([this](Understood& understood) { orders_.learn(understood); });
  each([this](Understood& understood) { orders_.settle(understood); });
}

void Intake::compare(Group& group, std::size_t worker) {
  if (archive_ && !known_[worker]) known_[worker] = std::make_unique<KnownArticles>(*archive_);
  for (Understanding& understanding : group.understandings) {
    if (auto* reject = std::get_if<Reject>(&understanding)) {
      group.rejects.push_back(std::move(*reject));
      continue;
    }
    TakenArticle taken;
    auto& understood = std::get<Understood>(understanding);
    taken.article = std::move(understood.article);
    taken.why = std::move(understood.why);
    taken.sketch = sketch_of(taken.article.body);
    if (taken.sketch) taken.article.fingerprint = fingerprint_of(*taken.sketch);
    taken.digest = article_digest(taken.article);
    if (archive_) taken.known = known_[worker]->find(taken.article.id);
    const bool is_new = !taken.known || taken.known->digest != taken.digest;
    if (archive_ && taken.sketch && is_new)
      taken.known_story = known_[worker]->find_story({*taken.sketch, story_day(taken.article), {}});
    group.taken.push_back(std::move(taken));
  }
  group.understandings = {};
}

std::vector<TakenArticle> Intake::drain(const std::function<void(Reject)>& reject) {
  submit_understanding();
  pool_.wait();
  settle_dates();
  for (Group& group : groups_)
    pool_.submit([this, &group](std::size_t worker) { compare(group, worker); });
  pool_.wait();
  std::vector<TakenArticle> all;
  for (Group& group : groups_) {
    std::move(group.taken.begin(), group.taken.end(), std::back_inserter(all));
    for (Reject& each : group.rejects) reject(std::move(each));
  }
  groups_.clear();
  bytes_ = 0;
  return all;
}

}  // namespace newsindex
