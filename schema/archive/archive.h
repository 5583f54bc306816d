// SPDX-License-Identifier: GPL-3.0-or-later
// An archive opened for reading. Invariant: nothing here writes.
//
// An Archive reads one revision for as long as it lives: a lock on the revision tells writers that
// its files are in use, and no file of a segment is ever written again.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/archive/bearers.h"
#include "schema/archive/deadline.h"
#include "schema/archive/manifest.h"
#include "schema/archive/revision_lock.h"
#include "schema/article.h"
#include "schema/damage.h"
#include "schema/error.h"
#include "schema/segment/columns.h"
#include "schema/segment/copies.h"
#include "schema/segment/deletions.h"
#include "schema/segment/terms.h"

namespace newsindex {

// A segment of an opened archive. Its parts are opened on first use, which is thread-safe. The
// parts are thread-safe too, except the database, which only one thread may use at a time. All
// functions throw Error(internal) naming the file when it is damaged.
class OpenSegment {
 public:
  // Marks the segment as damaged if that shows without reading it whole: a missing or shortened
  // file, damaged deletions, or a mark in the manifest. Throws Error for failures that are not
  // damage (see schema/damage.h).
  OpenSegment(const std::filesystem::path& archive, Segment segment);

  // Why the segment must not be used, or "". Thread-safe, as are mark_damaged and clear_damage.
  std::string damage() const;

  // Marks the segment as damaged; the first reason is kept.
  void mark_damaged(const std::string& why) const;

  // Removes the mark of damage, after the segment was found intact.
  void clear_damage() const;

  const Segment& segment() const { return segment_; }
  const std::filesystem::path& folder() const { return folder_; }

  // Which of its articles are deleted. Always check this before an article is shown or counted.
  const Deletions& deletions() const { return deletions_; }

  const Columns& columns() const;
  const Terms& terms() const;
  const Copies& copies() const;
  const Xapian::Database& database() const;

  // The stored article. Throws Error(internal) when it does not match its digest.
  Article article(Docid docid) const;

  // Only the id of the stored article, without checking the digest, for callers that need many ids.
  std::string id(Docid docid) const;

  // The full order value (see order_value in schema/terms.h), to compare articles whose numbers in
  // the column `order` are equal.
  std::string order_value(Docid docid) const;

  // The article with this id, if it is in this segment and not deleted.
  std::optional<Docid> find(std::string_view id) const;

 private:
  std::filesystem::path folder_;
  Segment segment_;
  Deletions deletions_;
  mutable std::mutex opening_;
  mutable std::string damage_;
  mutable std::optional<Columns> columns_;
  mutable std::optional<Terms> terms_;
  mutable std::optional<Copies> copies_;
  mutable std::optional<Xapian::Database> database_;
};

// Like describe (below), for the database of a published segment, which `what` names. Such a
// database is never written again, so if Xapian says that it has changed, it is damaged.
Error describe_damage(const Xapian::Error& error, const std::string& what);

// Thrown when a segment turns out to be damaged during use. The segment is already marked
// (mark_damaged).
class SegmentDamage : public Error {
 public:
  using Error::Error;
};

// Calls use(), which works on this segment, and returns its result. If it throws because a file is
// damaged or missing (see schema/damage.h), marks the segment and throws SegmentDamage; other
// errors pass through.
template <class Use>
decltype(auto) on_segment(const OpenSegment& segment, Use&& use);

// A damaged segment that an answer leaves out.
struct LeftOut {
  std::string segment;
  std::string why;
  friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

// A sentence for people: an answer or a run leaves out this segment, why, and how to repair it.
std::string to_text(const LeftOut& left_out, const std::filesystem::path& archive);

struct FoundArticle {
  Article article;
  std::uint64_t sequence = 0;  // its ingest sequence
};

// Not thread-safe, except the segments that it returns.
class Archive {
 public:
  // Opens the newest revision. Throws what read_manifest throws.
  explicit Archive(std::filesystem::path path);

  const std::filesystem::path& path() const { return path_; }
  const Manifest& manifest() const { return manifest_; }

  // The undamaged segments that can hold articles of these days (of any day when `days` is empty),
  // by date. They live as long as the archive.
  std::vector<const OpenSegment*> segments(const std::optional<DayRange>& days = {});

  // The damaged segments among those that `segments` was asked for so far.
  std::vector<LeftOut> left_out() const;

  // The time limit for answers from this archive.
  Deadline& deadline() { return deadline_; }
  const Deadline& deadline() const { return deadline_; }

  // Whom short names mean. Articles are returned as they are stored; name_bearers replaces the
  // short names in them.
  const BearersTable& bearers() const { return *bearers_; }

  // The article with this id, or nullopt if it is not in the archive. Throws SegmentDamage.
  std::optional<Article> find(std::string_view id);
  std::optional<FoundArticle> find_version(std::string_view id);

 private:
  std::filesystem::path path_;
  RevisionLock lock_;
  bool is_held_ = false;
  Manifest manifest_;
  std::unique_ptr<const BearersTable> bearers_;
  std::vector<std::unique_ptr<OpenSegment>> segments_;
  Deadline deadline_;
};

// Turns a Xapian exception into an Error with a hint; `what` names the archive or segment. The
// codes: internal for damage, try_again for a lock or a change, unavailable for a network failure,
// cannot_create for a database that cannot be created, no_memory, and io for what the system
// refuses (no permission, a full disk).
Error describe(const Xapian::Error& error, const std::string& what);

template <class Use>
decltype(auto) on_segment(const OpenSegment& segment, Use&& use) {
  const auto mark_damaged = [&segment](const std::string& why) {
    segment.mark_damaged(why);
    return SegmentDamage(ExitCode::internal, why);
  };
  try {
    return use();
  } catch (const Error& error) {
    if (!is_damage(error)) throw;
    throw mark_damaged(error.what());
  } catch (const Xapian::Error& error) {
    const Error described =
        describe_damage(error, "'" + database_path(segment.folder()).string() + "'");
    if (!is_damage(described)) throw described;
    throw mark_damaged(described.what());
  }
}

// Calls step(), which reads something. Returns a sentence about the damage that it meets, or "".
// `what` names the database that step() reads with Xapian. Errors that are not damage pass through.
template <class Step>
std::string damage_seen(const std::string& what, Step&& step) {
  try {
    step();
    return "";
  } catch (const Error& error) {
    if (!is_damage(error)) throw;
    return error.what();
  } catch (const Xapian::Error& error) {
    const Error described = describe_damage(error, what);
    if (!is_damage(described)) throw described;
    return described.what();
  }
}

// Returns what use() returns. When a segment turns out to be damaged, calls use() again, now
// without that segment: an answer covers all of a segment or nothing of it.
template <class Use>
auto without_damaged(Use&& use) {
  while (true) {
    try {
      return use();
    } catch (const SegmentDamage&) {  // it is marked now, so there is one segment less
    }
  }
}

// Opens the archive and returns what use(archive) returns. `use` may be called several times (see
// without_damaged). Errors of Xapian become Errors (see describe).
template <class Use>
auto with_archive(const std::filesystem::path& path, Use&& use) {
  try {
    Archive archive(path);
    return without_damaged([&] { return use(archive); });
  } catch (const Xapian::Error& error) {
    throw describe(error, "archive '" + path.string() + "'");
  }
}

}  // namespace newsindex
