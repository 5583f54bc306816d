// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/segment_writer.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "indexer/write/publish.h"
#include "schema/archive/durable.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

std::int64_t time_of(const NewArticle& article) {
  const auto& published = article.article.published;
  return published ? to_unix_seconds(*published) : std::numeric_limits<std::int64_t>::min();
}

void sort_by_date(std::vector<NewArticle>& articles) {
  std::stable_sort(articles.begin(), articles.end(), [](const NewArticle& a, const NewArticle& b) {
    return time_of(a) < time_of(b);
  });
}

bool begins_earlier(const StagedDatabase& a, const StagedDatabase& b) {
  if (!a.days || !b.days) return !a.days && b.days;
  return a.days->first < b.days->first;
}

// Cuts a list into runs of about `articles` each.
std::vector<std::vector<StagedDatabase>> cut(const std::vector<StagedDatabase>& databases,
                                             std::uint64_t articles) {
  std::vector<std::vector<StagedDatabase>> runs;
  std::uint64_t before = 0;
  for (const StagedDatabase& database : databases) {
    if (runs.empty() || before >= articles * runs.size()) runs.emplace_back();
    runs.back().push_back(database);
    before += database.articles;
  }
  return runs;
}

std::uint64_t articles_in(const std::vector<StagedDatabase>& databases) {
  std::uint64_t sum = 0;
  for (const StagedDatabase& database : databases) sum += database.articles;
  return sum;
}

StagedDatabase sum_of(const std::vector<StagedDatabase>& parts, StagedPlace place) {
  StagedDatabase sum{std::move(place), articles_in(parts), {}};
  for (const StagedDatabase& part : parts) sum.days = cover(sum.days, part.days);
  return sum;
}

}  // namespace

SegmentWriter::SegmentWriter(fs::path archive, Staging& staging, WorkerPool& pool)
    : archive_(std::move(archive)),
      staging_(staging),
      pool_(pool),
      builders_(pool.size()),
      building_(pool) {}

SegmentWriter::~SegmentWriter() { building_.cancel(); }

void SegmentWriter::add(std::vector<NewArticle> articles) {
  sort_by_date(articles);
  for (std::size_t next = 0; next < articles.size();) {
    Batch& batch = batches_.emplace_back();
    for (std::size_t bytes = 0;
         next < articles.size() && batch.articles.size() < kBatchArticles && bytes < kBatchBytes;
         ++next) {
      bytes += size_in_memory(articles[next].article);
      batch.articles.push_back(std::move(articles[next]));
    }
    building_.submit([this, &batch](std::size_t worker) {
      batch.staged = build_batch(batch.articles, staging_, builders_[worker]);
      batch.articles = {};
    });
  }
}

void SegmentWriter::collect() {
  building_.wait();
  for (Batch& batch : batches_) built_.push_back(std::move(batch.staged));
  batches_.clear();
  std::stable_sort(built_.begin(), built_.end(), begins_earlier);
}

void SegmentWriter::join_into(const Databases& parts, const fs::path& path,
                              const TaskGroup& tasks) {
  std::vector<fs::path> paths;
  for (const StagedDatabase& part : parts) paths.push_back(part.place.path);
  join_databases(paths, path, [&tasks] { return !tasks.is_stopping(); });
  for (const StagedDatabase& part : parts) staging_.remove(part.place);
}

SegmentWriter::Databases SegmentWriter::join_on_disk(const Databases& databases, std::size_t most) {
  const std::size_t joins = (databases.size() + most - 1) / most;
  const auto runs = cut(databases, articles_in(databases) / joins + 1);
  Databases joined(runs.size());
  TaskGroup joining(pool_);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    joining.submit([this, &run = runs[i], &result = joined[i], &joining](std::size_t) {
      result = sum_of(run, staging_.place_on_disk());
      join_into(run, result.place.path, joining);
    });
  }
  joining.wait();
  return joined;
}

void SegmentWriter::spill() {
  collect();
  const auto is_small = [](const StagedDatabase& each) { return each.articles <= kBatchArticles; };
  const auto large = std::stable_partition(built_.begin(), built_.end(), is_small);
  Databases kept(large, built_.end());
  built_.erase(large, built_.end());
  if (!built_.empty()) built_ = join_on_disk(built_, most_databases_to_join(pool_.size()));
  built_.insert(built_.end(), kept.begin(), kept.end());
  std::stable_sort(built_.begin(), built_.end(), begins_earlier);
}

Segment SegmentWriter::write_segment(const Databases& parts, const std::string& name,
                                     const TaskGroup& tasks) {
  Segment segment;
  segment.name = name;
  segment.days = sum_of(parts, {}).days;
  const fs::path path = segment_path(archive_, segment);
  join_into(parts, path, tasks);
  sync_tree(path);
  return counted(archive_, segment);
}

std::vector<Segment> SegmentWriter::finish(const Manifest& manifest) {
  collect();
  if (built_.empty()) return {};
  const std::uint64_t articles = articles_in(built_);
  const std::uint64_t wanted =
      std::clamp<std::uint64_t>(articles / kSegmentArticles, 1, kMostNewSegments);
  auto runs = cut(built_, articles / wanted + 1);
  const std::size_t most = most_databases_to_join(pool_.size());
  for (Databases& run : runs)
    while (run.size() > most) run = join_on_disk(run, most);
  std::vector<Segment> segments(runs.size());
  TaskGroup writing(pool_);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    writing.submit([this, &run = runs[i], &segment = segments[i], &writing,
                    name = new_segment_name(manifest, i)](std::size_t) {
      segment = write_segment(run, name, writing);
    });
  }
  writing.wait();
  built_.clear();
  return segments;
}

}  // namespace newsindex
