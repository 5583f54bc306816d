// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/rewrite.h"

#include <atomic>
#include <deque>
#include <utility>

#include "indexer/write/segment_files.h"
#include "indexer/write/stored_articles.h"
#include "schema/document.h"
#include "schema/error.h"

namespace newsindex {
namespace {

constexpr std::size_t kGroupArticles = 128;

// Calls `use` with the articles of a segment, in groups.
void for_each_group(const StoredSegment& segment,
                    const std::function<void(std::vector<StoredArticle>)>& use) {
  std::vector<StoredArticle> group;
  segment.read([&](StoredArticle stored) {
    group.push_back(std::move(stored));
    if (group.size() == kGroupArticles) use(std::exchange(group, {}));
  });
  if (!group.empty()) use(std::move(group));
}

}  // namespace

StoredSegment stored_segment(const OpenSegment& open, const std::function<bool(Docid)>& keep) {
  return {open.segment().name, open.segment().articles, [&open, keep](const auto& use) {
            const auto digests = open.columns().digests();
            const auto sequences = open.columns().sequences();
            for_each_article(open, [&](Docid docid, std::string bytes) {
              if (keep && !keep(docid)) return;
              use({std::move(bytes), digests[docid - 1], sequences[docid - 1]});
            });
          }};
}

Rewriting::Rewriting(Revision& revision, std::optional<DayRange> days,
                     const OnProgress& on_progress)
    : revision_(revision), days_(days), on_progress_(on_progress) {
  progress_.phase = Progress::Phase::retagging;
  revision_.pool().call_while_waiting([this] { tell(); });
}

void Rewriting::tell() { report_progress(on_progress_, progress_); }

Rewriting::Outcome Rewriting::change_one(StoredArticle stored, const Change& change) const {
  Outcome outcome{checked_article(stored.bytes, stored.digest), stored.sequence};
  outcome.is_read = !days_ || is_within(outcome.article, *days_);
  if (!outcome.is_read || !change) return outcome;
  outcome.article = change(std::move(outcome.article));
  outcome.is_changed = column_digest(article_digest(outcome.article)) != stored.digest;
  return outcome;
}

// Reads until an article changes.
Rewriting::Counts Rewriting::look(const StoredSegment& segment, const Change& change) {
  std::atomic<std::uint64_t> read = 0;
  std::atomic<std::uint64_t> changed = 0;
  TaskGroup looking(revision_.pool());
  for_each_group(segment, [&](std::vector<StoredArticle> group) {
    tell();
    if (changed > 0) return;
    looking.submit([&, group = std::move(group)](std::size_t) mutable {
      for (StoredArticle& stored : group) {
        const Outcome outcome = change_one(std::move(stored), change);
        read += outcome.is_read ? 1 : 0;
        changed += outcome.is_changed ? 1 : 0;
      }
    });
  });
  looking.wait();
  return {read, changed};
}

void Rewriting::write(const StoredSegment& segment, const Change& change) {
  std::deque<std::vector<Outcome>> outcomes;
  std::uint64_t bytes = 0;
  TaskGroup changing(revision_.pool());
  const auto add = [&] {
    changing.wait();
    std::vector<NewArticle> articles;
    for (std::vector<Outcome>& group : outcomes)
      for (Outcome& outcome : group) {
        report_.records += outcome.is_read ? 1 : 0;
        report_.replaced += outcome.is_changed ? 1 : 0;
        report_.unchanged += outcome.is_read && !outcome.is_changed ? 1 : 0;
        articles.push_back({std::move(outcome.article), outcome.sequence});
      }
    outcomes.clear();
    bytes = 0;
    revision_.add(std::move(articles));
  };
  for_each_group(segment, [&](std::vector<StoredArticle> group) {
    tell();
    progress_.articles += group.size();
    for (const StoredArticle& stored : group) bytes += stored.bytes.size();
    changing.submit([this, &change, &to = outcomes.emplace_back(),
                     group = std::move(group)](std::size_t) mutable {
      for (StoredArticle& stored : group) to.push_back(change_one(std::move(stored), change));
    });
    if (bytes >= revision_.chunk_bytes()) add();
  });
  add();
  revision_.replace_segment(segment.name);
}

void Rewriting::rewrite(const StoredSegment& segment, const Change& change) {
  const Counts counts = look(segment, change);
  if (counts.changed > 0) {
    write(segment, change);
    return;
  }
  progress_.articles += segment.articles;
  report_.records += counts.read;
  report_.unchanged += counts.read;
}

void Rewriting::copy(const StoredSegment& segment) {
  write(segment, {});
  report_.copied = report_.unchanged;
}

RunReport Rewriting::publish(const std::filesystem::path& archive,
                             const std::function<bool()>& on_published) {
  if (revision_.finish()) {
    progress_.phase = Progress::Phase::publishing;
    tell();
    try {
      revision_.publish([&] {
        progress_.phase = Progress::Phase::merging;
        return (!on_progress_ || on_progress_(progress_)) && (!on_published || on_published());
      });
    } catch (const Unmerged& error) {
      report_.exit_code = error.code();
      report_.error = error.what();
    }
  }
  report_.left_out = revision_.left_out();
  const Manifest& manifest = revision_.manifest();
  report_.archive = archive.string();
  report_.uuid = manifest.uuid;
  report_.revision = manifest.revision;
  report_.articles = manifest.articles();
  report_.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  if (report_.seconds > 0)
    report_.articles_per_second = static_cast<double>(report_.records) / report_.seconds;
  return report_;
}

std::vector<const OpenSegment*> whole_segments(Revision& revision,
                                               const std::filesystem::path& archive,
                                               const std::optional<DayRange>& days) {
  std::vector<const OpenSegment*> segments = revision.segments();
  const auto tick = [&revision] { revision.pool().tick(); };
  std::erase_if(segments, [&](const OpenSegment* open) {
    if (!can_match(open->segment(), days)) return true;
    if (open->damage().empty())
      for (const std::string& changed : changed_files(archive, open->segment(), tick))
        open->mark_damaged(changed);
    return !open->damage().empty();
  });
  return segments;
}

RunReport rewrite_articles(const RewriteRequest& request, const Change& change,
                           const OnProgress& on_progress) {
  read_manifest(request.archive);  // throws if there is no archive: a rewrite never creates one
  try {
    Revision revision(request.archive, request.run);
    Rewriting rewriting(revision, request.days, on_progress);
    const auto segments = whole_segments(revision, request.archive, request.days);
    for (const OpenSegment* open : segments)
      rewriting.progress().articles_total += open->segment().articles;
    for (const OpenSegment* open : segments) rewriting.rewrite(stored_segment(*open), change);
    return rewriting.publish(request.archive, {});
  } catch (const Xapian::Error& error) {
    throw describe(error, "archive '" + request.archive.string() + "'");
  }
}

}  // namespace newsindex
