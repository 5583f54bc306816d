// SPDX-License-Identifier: GPL-3.0-or-later
// An archive opened for reading. Invariant: nothing here writes.
//
// Who opens an archive gets one revision of it and keeps it to the end: a lock on the revision
// tells writers that its files are in use, and no file of a segment is ever written again.
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

// A segment of an opened archive. Its parts are opened when they are first asked for; that is
// thread-safe, and so are they but for the database, which one thread may use at a time. All throw
// Error(internal) naming the file when it is damaged.
class OpenSegment {
 public:
  // What is seen at once (a missing or shortened file, damaged deletions, a mark in the manifest)
  // makes it damaged. Throws Error for what is no damage (see schema/damage.h).
  OpenSegment(const std::filesystem::path& archive, Segment segment);

  // Why it must not be used, or "". Thread-safe, as the next.
  std::string damage() const;

  // Somebody found that it is damaged.
  void give_up(const std::string& why) const;

  // It was found whole again.
  void recover() const;

  const Segment& segment() const { return segment_; }
  const std::filesystem::path& folder() const { return folder_; }

  // Which of its articles are deleted. Always look here before an article is shown or counted.
  const Deletions& deletions() const { return deletions_; }

  const Columns& columns() const;
  const Terms& terms() const;
  const Copies& copies() const;
  const Xapian::Database& database() const;

  // The stored article. Throws Error(internal) when it is not what its digest says.
  Article article(Docid docid) const;

  // Its id alone, for who needs those of many.
  std::string id(Docid docid) const;

  // When it was published, whole (see order_value in schema/terms.h): for articles whose numbers in
  // the column of order are equal.
  std::string order_value(Docid docid) const;

  // The article with this id, if it is here and not deleted.
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

// What describe (below) tells, of `what`, the database of a published segment. That is never
// written again: where Xapian says that it has changed, it is damaged, too.
Error describe_damage(const Xapian::Error& error, const std::string& what);

// A segment that turned out to be damaged while it was used; it is given up by then.
class SegmentDamage : public Error {
 public:
  using Error::Error;
};

// What use() returns, which works on this segment. What it throws because a file is damaged or
// missing (see schema/damage.h) becomes a SegmentDamage; all else goes through.
template <class Use>
decltype(auto) on_segment(const OpenSegment& segment, Use&& use);

// A damaged segment, of which an answer has nothing.
struct LeftOut {
  std::string segment;
  std::string why;
  friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

// For people: that an answer or a run has nothing of this segment, and the way out.
std::string to_text(const LeftOut& left_out, const std::filesystem::path& archive);

struct FoundArticle {
  Article article;
  std::uint64_t sequence = 0;  // its ingest sequence
};

// Not thread-safe, but for the segments that it gives.
class Archive {
 public:
  // Opens the newest revision. Throws what read_manifest throws.
  explicit Archive(std::filesystem::path path);

  const std::filesystem::path& path() const { return path_; }
  const Manifest& manifest() const { return manifest_; }

  // The segments that can hold articles of these days (all of them when days is empty), by date,
  // but for damaged ones. They live as long as the archive.
  std::vector<const OpenSegment*> segments(const std::optional<DayRange>& days = {});

  // Those that `segments` left out, as far as it looked at them.
  std::vector<LeftOut> left_out() const;

  // Until when what is asked of it is wanted.
  Deadline& deadline() { return deadline_; }
  const Deadline& deadline() const { return deadline_; }

  // Whom short names mean. Articles are given as their segments have them: put it over them by
  // name_bearers.
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

// Turns a Xapian exception into an Error with a hint; `what` names the archive or segment. Damage
// is `internal`, a lock `try_again`, a network failure `unavailable`; what the system refuses (no
// permission, a full disk) is `io`.
Error describe(const Xapian::Error& error, const std::string& what);

template <class Use>
decltype(auto) on_segment(const OpenSegment& segment, Use&& use) {
  const auto give_up = [&segment](const std::string& why) {
    segment.give_up(why);
    return SegmentDamage(ExitCode::internal, why);
  };
  try {
    return use();
  } catch (const Error& error) {
    if (!is_damage(error)) throw;
    throw give_up(error.what());
  } catch (const Xapian::Error& error) {
    const Error described =
        describe_damage(error, "'" + database_path(segment.folder()).string() + "'");
    if (!is_damage(described)) throw described;
    throw give_up(described.what());
  }
}

// What is damaged, as it shows when step() reads it: a sentence, or "". `what` names what Xapian
// reads. What is no damage goes through.
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

// What use() returns. When a segment turns out to be damaged, asks again, now without it: an answer
// has all of a segment or nothing of it.
template <class Use>
auto without_damaged(Use&& use) {
  while (true) {
    try {
      return use();
    } catch (const SegmentDamage&) {  // given up, so there is one less
    }
  }
}

// Opens the archive and returns what `use(archive)` returns, which may be called several times (see
// without_damaged); Xapian's errors are described.
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
