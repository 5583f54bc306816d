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

#include "schema/archive/manifest.h"
#include "schema/archive/revision_lock.h"
#include "schema/article.h"
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
  OpenSegment(const std::filesystem::path& archive, Segment segment);

  const Segment& segment() const { return segment_; }
  const std::filesystem::path& folder() const { return folder_; }

  // Which of its articles are deleted. Always look here before an article is shown or counted.
  const Deletions& deletions() const { return deletions_; }

  const Columns& columns() const;
  const Terms& terms() const;
  const Copies& copies() const;
  const Xapian::Database& database() const;

  // The stored article.
  Article article(Docid docid) const;

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
  mutable std::optional<Columns> columns_;
  mutable std::optional<Terms> terms_;
  mutable std::optional<Copies> copies_;
  mutable std::optional<Xapian::Database> database_;
};

// Not thread-safe, but for the segments that it gives.
class Archive {
 public:
  // Opens the newest revision. Throws what read_manifest throws.
  explicit Archive(std::filesystem::path path);

  const std::filesystem::path& path() const { return path_; }
  const Manifest& manifest() const { return manifest_; }

  // The segments that can hold articles of these days (all of them when days is empty), by date.
  // They live as long as the archive. Throws Error(internal) naming the file when the deletions of
  // one are damaged.
  std::vector<const OpenSegment*> segments(const std::optional<DayRange>& days = {});

  // The article with this id, or nullopt if it is not in the archive.
  std::optional<Article> find(std::string_view id);

 private:
  std::filesystem::path path_;
  RevisionLock lock_;
  bool is_held_ = false;
  Manifest manifest_;
  std::vector<std::unique_ptr<OpenSegment>> segments_;
};

// Turns a Xapian exception into an Error with a hint; `what` names the archive or segment. Damage
// is `internal`, a lock `try_again`, a network failure `unavailable`; what the system refuses (no
// permission, a full disk) is `io`.
Error describe(const Xapian::Error& error, const std::string& what);

// Opens the archive and returns what `use(archive)` returns; Xapian's errors are described.
template <class Use>
auto with_archive(const std::filesystem::path& path, Use&& use) {
  try {
    Archive archive(path);
    return use(archive);
  } catch (const Xapian::Error& error) {
    throw describe(error, "archive '" + path.string() + "'");
  }
}

}  // namespace newsindex
