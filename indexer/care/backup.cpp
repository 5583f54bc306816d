// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/care/backup.h"

#include <algorithm>
#include <optional>
#include <set>

#include "indexer/care/check.h"
#include "indexer/care/copy_file.h"
#include "indexer/write/archive_names.h"
#include "indexer/write/lock.h"
#include "indexer/write/retire.h"
#include "indexer/write/segment_files.h"
#include "indexer/write/staging.h"
#include "schema/archive/archive.h"
#include "schema/archive/durable.h"
#include "schema/archive/place.h"
#include "schema/archive/table_file.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr int kMostTries = 20;

// Thrown if a newer revision removed a table before it was copied.
struct Overtaken {};

Error damaged(const fs::path& archive, const std::string& why) {
  return Error(ExitCode::internal, why + "; nothing was changed (newsindex check --archive " +
                                       archive.string() + " tells more)");
}

// An archive gets its first revision only when its creation is complete. Before that it is no copy
// of anything, and a backup of it would empty an earlier copy.
void require_complete(const fs::path& archive, const Manifest& manifest) {
  if (manifest.revision > 0) return;
  throw Error(ExitCode::no_input,
              "'" + archive.string() +
                  "' is no whole archive yet: the update, backup or restore that made it was not "
                  "completed; run that again first");
}

class Backup {
 public:
  explicit Backup(const BackupRequest& request) : request_(request), from_(request.from) {
    require_complete(request.from, from_.manifest());
    lock_.emplace(request.to, request.lock_timeout, request.stop);
    set_outcome(request.stop,
                "'" + request.to.string() + "' is as it was; what was copied is not copied again");
    from_.segments();
    for (const LeftOut& each : from_.left_out()) throw damaged(request.from, each.why);
  }

  // Creates the archive if there is none. Anything else there must be an earlier copy.
  void prepare();
  BackupReport carry_out();

 private:
  void copy_segment(const Segment& segment);
  void copy_deletions(const Segment& segment);
  void copy_tables();
  void publish();
  const Segment* present(const std::string& name) const;

  const BackupRequest& request_;
  const Tick tick_ = [this] { check(request_.stop); };
  Archive from_;
  std::optional<ArchiveLock> lock_;
  Manifest before_;  // the manifest of the copy
  std::optional<StagingFolder> aside_;
  BackupReport report_;
};

void Backup::prepare() {
  const Manifest& manifest = from_.manifest();
  if (!has_manifest(request_.to)) {
    const auto held = hold(request_.stop);
    before_.uuid = manifest.uuid;
    before_.schema_version = manifest.schema_version;
    write_manifest(request_.to, before_);
  }
  before_ = read_manifest(request_.to);
  if (before_.uuid != manifest.uuid)
    throw Error(ExitCode::cannot_create, "'" + request_.to.string() +
                                             "' is another archive (uuid " + before_.uuid +
                                             ", not " + manifest.uuid + "); name another folder");
  if (before_.revision > manifest.revision)
    throw Error(ExitCode::cannot_create,
                "'" + request_.to.string() + "' has revision " + std::to_string(before_.revision) +
                    " of this archive, which is newer than revision " +
                    std::to_string(manifest.revision) + " of '" + request_.from.string() +
                    "'; name another folder, or restore from it");
  std::error_code error;
  fs::create_directories(request_.to / "segments", error);
  if (error)
    throw Error(ExitCode::cannot_create,
                "cannot create '" + request_.to.string() + "': " + error.message());
  make_readers_file(request_.to);
  aside_.emplace(request_.to, StagingParent::locked, request_.stop);
}

const Segment* Backup::present(const std::string& name) const {
  for (const Segment& segment : before_.segments)
    if (segment.name == name) return &segment;
  return nullptr;
}

void Backup::copy_segment(const Segment& segment) {
  const fs::path target = segment_path(request_.to, segment);
  const Segment* const known = present(segment.name);
  if (known != nullptr && known->files != segment.files)
    throw Error(ExitCode::cannot_create,
                "'" + request_.to.string() + "' has another segment '" + segment.name +
                    "' than the archive, which has gone another way since; name another folder");
  // A segment that the copy names was checked when it was copied. It is opened as the copy names
  // it, because newer deletions are not there yet. A segment that it does not name was not
  // published, so all its files are checked.
  const bool is_whole = known != nullptr ? OpenSegment(request_.to, *known).damage().empty()
                                         : changed_files(request_.to, segment, tick_).empty();
  if (is_whole) {
    ++report_.present;
    return;
  }
  const fs::path folder = aside_->path() / segment.name;
  fs::create_directory(folder);
  for (const SegmentFile& file : segment.files) {
    const fs::path from = segment_path(request_.from, segment) / file.name;
    if (copy_file(from, folder / file.name, request_.link, tick_) != file.digest)
      throw damaged(request_.from, "'" + from.string() + "' is not as it was published");
    report_.bytes += file.bytes;
  }
  sync_tree(folder);
  fs::remove_all(target);
  fs::rename(folder, target);
  ++report_.copied;
}

void Backup::copy_deletions(const Segment& segment) {
  const std::string& name = segment.deletions;
  if (name.empty()) return;
  const fs::path aside = aside_->path() / name;
  copy_file(request_.from / "segments" / name, aside, request_.link, tick_);
  SectionFile(aside, SectionKind::deletions, segment.documents).verify();
  sync_to_disk(aside);
  fs::rename(aside, request_.to / "segments" / name);
}

void Backup::copy_tables() {
  for (const auto& [kind, name] : from_.manifest().tables) {
    const fs::path aside = aside_->path() / name;
    try {
      copy_file(request_.from / name, aside, request_.link, tick_);
    } catch (const Error& error) {
      if (error.code() == ExitCode::no_input &&
          read_manifest(request_.from).tables != from_.manifest().tables)
        throw Overtaken();
      throw;
    }
    check_table(aside_->path(), name);
    sync_to_disk(aside);
    fs::rename(aside, request_.to / name);
  }
}

// Files that the copy has and the new revision does not name are retired: removed when nobody reads
// them.
void Backup::publish() {
  Manifest next = from_.manifest();
  next.ingest_sequence += request_.skipped;
  next.retired.clear();
  std::set<std::string> named;
  for (const Segment& segment : next.segments) named.insert({segment.name, segment.deletions});
  const auto retire = [&](const std::string& name) {
    if (!name.empty() && !named.contains(name))
      next.retired.push_back(
          {name, std::min(revision_of_name(name), before_.revision), before_.revision});
  };
  for (const Segment& segment : before_.segments) {
    retire(segment.name);
    retire(segment.deletions);
  }
  for (const Retired& retired : before_.retired)
    if (!named.contains(retired.name)) next.retired.push_back(retired);
  sync_to_disk(request_.to / "segments");
  sync_to_disk(request_.to);
  const auto held = hold(request_.stop);
  write_manifest(request_.to, next);
  set_outcome(request_.stop, "'" + request_.to.string() + "' is complete, revision " +
                                 std::to_string(next.revision));
  remove_retired(request_.to, next);
}

BackupReport Backup::carry_out() {
  copy_tables();  // first: nothing keeps them for this backup
  const Manifest& manifest = from_.manifest();
  for (const Segment& segment : manifest.segments) {
    copy_segment(segment);
    copy_deletions(segment);
  }
  publish();
  report_.revision = manifest.revision;
  report_.articles = manifest.articles();
  return report_;
}

}  // namespace

BackupReport back_up(const BackupRequest& request) {
  for (int tries = 1;; ++tries) {
    try {
      Backup backup(request);
      backup.prepare();
      return backup.carry_out();
    } catch (const Overtaken&) {
      if (tries == kMostTries)
        throw Error(ExitCode::try_again,
                    "archive '" + request.from.string() + "' changes all the time; try again");
    }
  }
}

BackupReport restore_backup(const BackupRequest& request) {
  if (has_manifest(request.to) && read_manifest(request.to).revision > 0)
    throw Error(ExitCode::cannot_create, "there is an archive at '" + request.to.string() +
                                             "' already; name a folder that is missing or empty");
  BackupRequest skipping = request;
  skipping.skipped = kSkippedByRestore;
  const BackupReport report = back_up(skipping);
  set_outcome(request.stop, "'" + request.to.string() +
                                "' is restored, but not checked to its end (newsindex check)");
  Archive restored(request.to);
  const std::vector<std::string> problems = check_archive(restored, Depth::files, request.stop);
  if (!problems.empty()) throw Error(ExitCode::internal, problems.front());
  return report;
}

}  // namespace newsindex
