// SPDX-License-Identifier: GPL-3.0-or-later
// An archive opened for reading. Invariant: nothing here writes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "schema/archive/manifest.h"
#include "schema/article.h"
#include "schema/error.h"

namespace newsindex {

// A segment opened for reading.
struct OpenSegment {
  Segment segment;
  Xapian::Database database;
};

// Not thread-safe.
class Archive {
 public:
  // Throws what read_manifest throws.
  explicit Archive(std::filesystem::path path);

  const std::filesystem::path& path() const { return path_; }
  const Manifest& manifest() const { return manifest_; }

  // The segments that can hold articles of these days (all of them when days is empty), by date.
  // Segments are opened when first asked for. Throws Error(internal) naming the segment when one is
  // damaged and SegmentGone when it was merged away meanwhile.
  std::vector<OpenSegment> segments(const std::optional<DayRange>& days = {});

  // The article with this id, or nullopt if it is not in the archive.
  std::optional<Article> find(std::string_view id);

 private:
  const Xapian::Database& open(std::size_t index);

  std::filesystem::path path_;
  Manifest manifest_;
  std::vector<std::optional<Xapian::Database>> open_;
};

// A segment that archive.json named is no longer there: the archive was republished meanwhile.
class SegmentGone : public Error {
 public:
  explicit SegmentGone(const std::string& sentence) : Error(ExitCode::try_again, sentence) {}
};

// Turns a Xapian exception into an Error with a hint; `what` names the archive or segment. Damage
// is `internal`, a lock `try_again`, a network failure `unavailable`.
Error describe(const Xapian::Error& error, const std::string& what);

// Opens the archive and calls `use(archive)`; when the archive was changed under it (SegmentGone or
// Xapian::DatabaseModifiedError) opens it again and calls `use` once more, up to five times, then
// throws Error(try_again). `use` must not print before its last read. Other Xapian errors are
// described. Returns what `use` returns.
template <class Use>
auto with_archive(const std::filesystem::path& path, Use&& use) {
  constexpr int kAttempts = 5;
  for (int attempt = 1;; ++attempt) {
    try {
      Archive archive(path);
      return use(archive);
    } catch (const SegmentGone&) {
      if (attempt == kAttempts) throw;
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == kAttempts)
        throw Error(ExitCode::try_again,
                    "archive '" + path.string() + "' keeps changing; try again");
    } catch (const Xapian::Error& error) {
      throw describe(error, "archive '" + path.string() + "'");
    }
  }
}

}  // namespace newsindex
