// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/merge.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <set>

#include "indexer/write/finished_segment.h"
#include "indexer/write/segment_files.h"
#include "indexer/write/staged_database.h"
#include "indexer/write/stored_articles.h"
#include "schema/archive/archive.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostArticles = 8'000'000;  // in one segment

// Neighbours that become one segment.
struct Merge {
  std::vector<Segment> parts;
  std::uint64_t articles = 0;
};

// The index of the first of the two neighbours with the fewest articles together; merges.size() if
// every pair would be too large.
std::size_t smallest_pair(const std::vector<Merge>& merges) {
  std::size_t best = merges.size();
  std::uint64_t least = kMostArticles;
  for (std::size_t i = 0; i + 1 < merges.size(); ++i) {
    const std::uint64_t together = merges[i].articles + merges[i + 1].articles;
    if (together >= least) continue;
    least = together;
    best = i;
  }
  return best;
}

std::vector<Merge> plan_merges(const std::vector<Segment>& segments, std::size_t most_segments) {
  std::vector<Merge> merges;
  for (const Segment& segment : segments)
    if (segment.damage.empty()) merges.push_back({{segment}, segment.articles});
  while (merges.size() > std::max<std::size_t>(most_segments, 1)) {
    const std::size_t first = smallest_pair(merges);
    if (first == merges.size()) break;
    Merge& into = merges[first];
    const Merge& from = merges[first + 1];
    into.parts.insert(into.parts.end(), from.parts.begin(), from.parts.end());
    into.articles += from.articles;
    merges.erase(merges.begin() + static_cast<std::ptrdiff_t>(first) + 1);
  }
  return merges;
}

bool is_worth_writing(const Merge& merge, bool all_deleted) {
  if (merge.parts.size() > 1) return true;
  const Segment& segment = merge.parts.front();
  const std::uint64_t deleted = segment.documents - segment.articles;
  return all_deleted ? deleted > 0 : 4 * deleted > segment.documents;
}

class Merger {
 public:
  Merger(const fs::path& archive, Staging& staging, WorkerPool& pool)
      : archive_(archive), staging_(staging), pool_(pool), tasks_(pool), builders_(pool.size()) {}
  ~Merger() { tasks_.cancel(); }
  Merger(const Merger&) = delete;
  Merger& operator=(const Merger&) = delete;

  FinishedSegment carry_out(const Merge& merge);

 private:
  std::function<bool()> go_on() const {
    return [this] { return !tasks_.is_stopping(); };
  }
  // Writes the living articles of a segment as small databases, in the same order.
  void write_anew(const Segment& segment, std::vector<SegmentPart>& parts);

  fs::path archive_;
  Staging& staging_;
  WorkerPool& pool_;
  std::deque<std::vector<NewArticle>> batches_;
  std::deque<StagedDatabase> written_;
  TaskGroup tasks_;
  std::vector<DocumentBuilder> builders_;
};

void Merger::write_anew(const Segment& segment, std::vector<SegmentPart>& parts) {
  const OpenSegment open(archive_, segment);
  const auto sequences = open.columns().sequences();
  const auto digests = open.columns().digests();
  const std::size_t before = written_.size();
  const auto submit = [this] {
    tasks_.submit(
        [this, &batch = batches_.back(), &to = written_.emplace_back()](std::size_t worker) {
          to = build_batch(batch, staging_, builders_[worker], go_on());
          batch = {};
        });
  };
  batches_.emplace_back();
  std::size_t bytes = 0;
  for_each_article(open, [&](Docid docid, const std::string& stored) {
    pool_.tick();
    if (batches_.back().size() >= kBatchArticles || bytes >= kBatchBytes) {
      submit();
      batches_.emplace_back();
      bytes = 0;
    }
    bytes += stored.size();
    batches_.back().push_back({checked_article(stored, digests[docid - 1]), sequences[docid - 1]});
  });
  if (batches_.back().empty())
    batches_.pop_back();
  else
    submit();
  tasks_.wait();
  batches_.clear();
  for (std::size_t i = before; i < written_.size(); ++i)
    parts.push_back({written_[i].place.path, written_[i].articles});
}

FinishedSegment Merger::carry_out(const Merge& merge) {
  std::vector<SegmentPart> parts;
  for (const Segment& part : merge.parts) {
    if (part.deletions.empty())
      parts.push_back({segment_path(archive_, part), part.documents});
    else
      write_anew(part, parts);
  }
  const StagedPlace place = staging_.place_on_disk();
  FinishedSegment finished;
  TaskGroup joining(pool_);
  const auto go_on_joining = [&joining] { return !joining.is_stopping(); };
  joining.submit([&](std::size_t) {
    const std::size_t most = most_parts_to_join(1);
    std::vector<SegmentPart> left = parts;
    while (left.size() > most) {  // in several steps
      std::vector<SegmentPart> joined;
      for (std::size_t i = 0; i < left.size(); i += most) {
        const auto from = left.begin() + static_cast<std::ptrdiff_t>(i);
        const auto to = left.begin() + static_cast<std::ptrdiff_t>(std::min(i + most, left.size()));
        SegmentPart sum{staging_.place_on_disk().path, 0};
        for (auto part = from; part != to; ++part) sum.articles += part->articles;
        join_parts({from, to}, sum.folder, go_on_joining);
        joined.push_back(sum);
      }
      left = std::move(joined);
    }
    join_parts(left, place.path, go_on_joining);
    finished = finish_segment(place.path, merge.articles);
  });
  joining.wait();
  for (const StagedDatabase& written : written_) staging_.remove(written.place);
  written_.clear();
  return finished;
}

// Plans the merges. Segments whose files have changed since publication are marked as damaged and
// left out.
std::vector<Merge> plan_checked(const fs::path& archive, Manifest& manifest, WorkerPool& pool,
                                std::size_t most_segments, bool all_deleted) {
  std::set<std::string> whole;
  while (true) {
    std::vector<Merge> merges = plan_merges(manifest.segments, most_segments);
    std::erase_if(merges,
                  [&](const Merge& merge) { return !is_worth_writing(merge, all_deleted); });
    bool are_whole = true;
    for (const Merge& merge : merges)
      for (const Segment& part : merge.parts) {
        if (!whole.insert(part.name).second) continue;
        const std::vector<std::string> changed =
            changed_files(archive, part, [&pool] { pool.tick(); });
        if (changed.empty()) continue;
        are_whole = false;
        for (Segment& segment : manifest.segments)
          if (segment.name == part.name) segment.damage = changed.front();
      }
    if (are_whole) return merges;
  }
}

}  // namespace

Changes merge_segments(const fs::path& archive, Manifest& manifest, Staging& staging,
                       WorkerPool& pool, std::size_t most_segments, bool all_deleted) {
  Merger merger(archive, staging, pool);
  Changes changes;
  changes.is_merge = true;
  for (const Merge& merge : plan_checked(archive, manifest, pool, most_segments, all_deleted)) {
    pool.tick();
    changes.segments.push_back(merger.carry_out(merge));
    for (const Segment& part : merge.parts) changes.replaced.push_back(part.name);
  }
  return changes;
}

}  // namespace newsindex
