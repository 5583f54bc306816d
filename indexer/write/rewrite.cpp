// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/rewrite.h"

#include <deque>
#include <utility>

#include "indexer/write/stored_articles.h"
#include "schema/archive/archive.h"
#include "schema/document.h"
#include "schema/error.h"
#include "schema/fields.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kGroupArticles = 128;

// An article as it lies in a segment, and what became of it.
struct Stored {
  Copy copy;
  std::string bytes;
  std::string digest;
  std::uint64_t sequence = 0;
  bool is_read = false;  // published on the days of the request
  std::optional<Article> changed;
};

class Rewriting {
 public:
  Rewriting(const RewriteRequest& request, const Change& change, const OnProgress& on_progress)
      : request_(request),
        change_(change),
        on_progress_(on_progress),
        revision_(request.archive, request.run),
        tasks_(revision_.pool()) {
    revision_.pool().while_waiting([this] { report_progress(on_progress_, progress_); });
  }
  ~Rewriting() { tasks_.cancel(); }
  Rewriting(const Rewriting&) = delete;
  Rewriting& operator=(const Rewriting&) = delete;

  RunReport carry_out();

 private:
  using Group = std::vector<Stored>;

  void read_segments();
  void read_segment(std::size_t index, const OpenSegment& open);
  void change_group(Group& group) const;
  void submit_last();
  void end_chunk();
  void tell(Progress::Phase phase);

  const RewriteRequest& request_;
  const Change& change_;
  const OnProgress& on_progress_;
  Clock::time_point begin_ = Clock::now();
  Revision revision_;
  std::deque<Group> groups_;
  std::uint64_t bytes_ = 0;  // of the articles in groups_
  Progress progress_;
  RunReport report_;
  TaskGroup tasks_;
};

void Rewriting::tell(Progress::Phase phase) {
  progress_.phase = phase;
  report_progress(on_progress_, progress_);
}

void Rewriting::change_group(Group& group) const {
  for (Stored& stored : group) {
    Article article = decode_article(std::exchange(stored.bytes, {}));
    stored.is_read = !request_.days || is_within(article, *request_.days);
    if (!stored.is_read) continue;
    article = change_(std::move(article));
    if (article_digest(article) != stored.digest) stored.changed = std::move(article);
  }
}

void Rewriting::submit_last() {
  if (groups_.empty()) return;
  tasks_.submit([this, &group = groups_.back()](std::size_t) { change_group(group); });
}

void Rewriting::read_segment(std::size_t index, const OpenSegment& open) {
  for_each_article(open, [&](Xapian::docid docid, std::string bytes) {
    if (groups_.empty() || groups_.back().size() >= kGroupArticles) {
      submit_last();
      groups_.emplace_back();
    }
    const Xapian::Document document = open.database.get_document(docid);
    bytes_ += bytes.size();
    ++progress_.articles;
    tell(Progress::Phase::retagging);
    groups_.back().push_back({{index, docid},
                              std::move(bytes),
                              document.get_value(kDigestSlot),
                              sequence_of_value(document.get_value(kSequenceSlot)),
                              false,
                              {}});
    if (bytes_ < revision_.chunk_bytes()) return;
    end_chunk();
    revision_.spill();
  });
}

void Rewriting::end_chunk() {
  submit_last();
  tasks_.wait();
  std::vector<NewArticle> changed;
  for (Group& group : groups_) {
    for (Stored& stored : group) {
      if (!stored.is_read) continue;
      ++report_.records;
      ++(stored.changed ? report_.replaced : report_.unchanged);
      if (!stored.changed) continue;
      revision_.replace({stored.copy});
      changed.push_back({std::move(*stored.changed), stored.sequence});
    }
  }
  groups_.clear();
  bytes_ = 0;
  tell(Progress::Phase::retagging);
  revision_.add(std::move(changed));
}

void Rewriting::read_segments() {
  Archive archive(request_.archive);
  const std::vector<Segment>& all = revision_.manifest().segments;
  for (const OpenSegment& open : archive.segments(request_.days))
    progress_.articles_total += open.segment.articles;
  for (const OpenSegment& open : archive.segments(request_.days))
    for (std::size_t index = 0; index < all.size(); ++index)
      if (all[index].name == open.segment.name) read_segment(index, open);
  end_chunk();
}

RunReport Rewriting::carry_out() {
  read_segments();
  if (revision_.finish()) {
    tell(Progress::Phase::publishing);
    revision_.publish([this] {
      progress_.phase = Progress::Phase::merging;
      return !on_progress_ || on_progress_(progress_);
    });
  }
  const Manifest& manifest = revision_.manifest();
  report_.archive = request_.archive.string();
  report_.uuid = manifest.uuid;
  report_.revision = manifest.revision;
  report_.articles = manifest.articles();
  report_.seconds = std::chrono::duration<double>(Clock::now() - begin_).count();
  if (report_.seconds > 0)
    report_.articles_per_second = static_cast<double>(report_.records) / report_.seconds;
  return report_;
}

}  // namespace

RunReport rewrite_articles(const RewriteRequest& request, const Change& change,
                           const OnProgress& on_progress) {
  read_manifest(request.archive);  // never make an archive for this
  try {
    return Rewriting(request, change, on_progress).carry_out();
  } catch (const Xapian::Error& error) {
    throw describe(error, "archive '" + request.archive.string() + "'");
  }
}

}  // namespace newsindex
