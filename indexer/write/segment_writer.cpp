// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/segment_writer.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace newsindex {
namespace {

constexpr std::size_t kJoinEarly = 128;  // small databases: about 70,000 articles

std::int64_t time_of(const NewArticle& article) {
  const auto& published = article.article.published;
  return published ? to_unix_seconds(*published) : std::numeric_limits<std::int64_t>::min();
}

void sort_by_date(std::vector<NewArticle>& articles) {
  std::stable_sort(articles.begin(), articles.end(), [](const NewArticle& a, const NewArticle& b) {
    return time_of(a) < time_of(b);
  });
}

// Moves the articles that were published long before or after most others out of a sorted list.
std::vector<NewArticle> take_stragglers(std::vector<NewArticle>& articles) {
  constexpr std::int64_t kMonth = 31 * 86'400;
  const auto is_dated = [](const NewArticle& each) { return each.article.published.has_value(); };
  const auto first = std::find_if(articles.begin(), articles.end(), is_dated);
  const auto dated = articles.end() - first;
  if (dated < 10) return {};
  const std::int64_t early = time_of(first[dated / 20]);
  const std::int64_t late = time_of(first[dated - 1 - dated / 20]);
  const std::int64_t reach = std::max(kMonth, 2 * (late - early));
  const auto is_near = [&](const NewArticle& each) {
    return !is_dated(each) || (time_of(each) >= early - reach && time_of(each) <= late + reach);
  };
  const auto far = std::stable_partition(articles.begin(), articles.end(), is_near);
  std::vector<NewArticle> stragglers(std::make_move_iterator(far),
                                     std::make_move_iterator(articles.end()));
  articles.erase(far, articles.end());
  return stragglers;
}

bool begins_earlier(const StagedDatabase& a, const StagedDatabase& b) {
  if (!a.days || !b.days) return !a.days && b.days;
  return a.days->first < b.days->first;
}

std::uint64_t articles_in(const std::vector<StagedDatabase>& databases) {
  std::uint64_t sum = 0;
  for (const StagedDatabase& database : databases) sum += database.articles;
  return sum;
}

std::optional<DayRange> days_of(const std::vector<StagedDatabase>& databases) {
  std::optional<DayRange> days;
  for (const StagedDatabase& database : databases) days = cover(days, database.days);
  return days;
}

// Cuts a list into runs with about the same number of articles each.
std::vector<std::vector<StagedDatabase>> cut(const std::vector<StagedDatabase>& databases,
                                             std::uint64_t runs) {
  const std::uint64_t articles = articles_in(databases);
  std::vector<std::vector<StagedDatabase>> cut;
  std::uint64_t before = 0;
  for (const StagedDatabase& database : databases) {
    // The run that contains the middle of this database.
    const std::uint64_t run = (before + database.articles / 2) * runs / articles;
    if (cut.empty() || run >= cut.size()) cut.emplace_back();
    cut.back().push_back(database);
    before += database.articles;
  }
  return cut;
}

}  // namespace

SegmentWriter::SegmentWriter(Staging& staging, WorkerPool& pool)
    : staging_(staging), pool_(pool), builders_(pool.size()), building_(pool) {}

SegmentWriter::~SegmentWriter() { building_.cancel(); }

void SegmentWriter::build(std::vector<NewArticle> articles, bool are_stragglers) {
  for (std::size_t next = 0; next < articles.size();) {
    Batch& batch = batches_.emplace_back();
    batch.is_straggler = are_stragglers;
    for (std::size_t bytes = 0;
         next < articles.size() && batch.articles.size() < kBatchArticles && bytes < kBatchBytes;
         ++next) {
      bytes += size_in_memory(articles[next].article);
      batch.articles.push_back(std::move(articles[next]));
    }
    building_.submit([this, &batch](std::size_t worker) {
      batch.staged = build_batch(batch.articles, staging_, builders_[worker],
                                 [this] { return !building_.is_stopping(); });
      batch.articles = {};
      batch.is_built = true;
    });
  }
}

void SegmentWriter::add(std::vector<NewArticle> articles) {
  sort_by_date(articles);
  std::vector<NewArticle> stragglers = take_stragglers(articles);
  build(std::move(articles), false);
  build(std::move(stragglers), true);
  take_built();
  join_early();
}

void SegmentWriter::take_built() {
  while (!batches_.empty() && batches_.front().is_built) {
    Batch& batch = batches_.front();
    (batch.is_straggler ? stragglers_ : small_).push_back(std::move(batch.staged));
    batches_.pop_front();
  }
}

StagedDatabase SegmentWriter::join(const Databases& parts, const TaskGroup& tasks) {
  StagedDatabase joined{staging_.place_on_disk(), articles_in(parts), days_of(parts), true};
  std::vector<SegmentPart> all;
  for (const StagedDatabase& part : parts) all.push_back({part.place.path, part.articles});
  join_parts(all, joined.place.path, [&tasks] { return !tasks.is_stopping(); });
  for (const StagedDatabase& part : parts) staging_.remove(part.place);
  return joined;
}

void SegmentWriter::join_early() {
  const std::size_t count = std::min(kJoinEarly, most_parts_to_join(pool_.size()));
  if (small_.size() < count) return;
  std::stable_sort(small_.begin(), small_.end(), begins_earlier);
  while (small_.size() >= count) {
    const auto last = small_.begin() + static_cast<std::ptrdiff_t>(count);
    Databases parts(small_.begin(), last);
    small_.erase(small_.begin(), last);
    StagedDatabase& joined = early_.emplace_back();
    building_.submit([this, &joined, parts = std::move(parts)](std::size_t) {
      joined = join(parts, building_);
    });
  }
}

SegmentWriter::Databases SegmentWriter::join_each(const std::vector<Databases>& runs) {
  Databases joined(runs.size());
  TaskGroup joining(pool_);
  for (std::size_t i = 0; i < runs.size(); ++i)
    joining.submit([this, &run = runs[i], &result = joined[i], &joining](std::size_t) {
      const bool is_ready = run.size() == 1 && run.front().is_joined;
      result = is_ready ? run.front() : join(run, joining);
    });
  joining.wait();
  return joined;
}

// Joins parts until there are at most as many as one join may open.
SegmentWriter::Databases SegmentWriter::joined_to_few(Databases parts) {
  const std::size_t most = most_parts_to_join(pool_.size());
  while (parts.size() > most) parts = join_each(cut(parts, (parts.size() + most - 1) / most));
  return parts;
}

std::vector<SegmentWriter::Databases> SegmentWriter::cut_into_segments() {
  std::vector<Databases> runs;
  Databases parts(early_.begin(), early_.end());
  early_.clear();
  parts.insert(parts.end(), small_.begin(), small_.end());
  small_.clear();
  if (!parts.empty()) {
    std::stable_sort(parts.begin(), parts.end(), begins_earlier);
    const std::uint64_t articles = articles_in(parts);
    // From half a segment's articles on, makes at least one segment per thread: they are joined in
    // parallel.
    const std::uint64_t for_threads = articles >= kSegmentArticles / 2 ? pool_.size() : 1;
    runs = cut(parts, std::clamp((articles + kSegmentArticles / 2) / kSegmentArticles, for_threads,
                                 std::max(for_threads, kMostNewSegments)));
  }
  if (!stragglers_.empty()) runs.push_back(std::exchange(stragglers_, {}));
  for (Databases& run : runs) run = joined_to_few(std::move(run));
  return runs;
}

std::vector<FinishedSegment> SegmentWriter::finish() {
  building_.wait();
  take_built();
  builders_.clear();  // frees their large vocabularies
  const Databases joined = join_each(cut_into_segments());
  std::vector<FinishedSegment> segments(joined.size());
  TaskGroup finishing(pool_);
  for (std::size_t i = 0; i < joined.size(); ++i)
    finishing.submit([&from = joined[i], &to = segments[i]](std::size_t) {
      to = finish_segment(from.place.path, from.articles);
    });
  finishing.wait();
  return segments;
}

}  // namespace newsindex
