// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/care/repair.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "indexer/care/recover_manifest.h"
#include "indexer/care/salvage.h"
#include "indexer/write/archive_names.h"
#include "schema/archive/table_file.h"
#include "schema/digest.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostIdsShown = 50;

// Throws if files exist but cannot be read: they are not damaged, so nothing of them may be
// dropped.
void require_access(const fs::path& archive, const Segment& segment) {
  const fs::path folder = segment_path(archive, segment);
  std::vector<fs::path> paths{folder};
  for (const SegmentFile& file : segment.files) paths.push_back(folder / file.name);
  for (const fs::path& path : paths) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const int reason = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (descriptor < 0 && reason != ENOENT && reason != ENOTDIR && reason != EIO)
      throw Error(ExitCode::io, "cannot read '" + path.string() + "': " + std::strerror(reason));
  }
}

std::string lost_text(const Segment& segment, const Salvage& salvage) {
  std::string text = "lost: " + std::to_string(salvage.lost) + " of " +
                     std::to_string(segment.articles) + " articles of segment '" + segment.name +
                     "'" + days_text(segment);
  const std::size_t shown = std::min(salvage.lost_ids.size(), kMostIdsShown);
  for (std::size_t i = 0; i < shown; ++i)
    text += (i == 0 ? ", with the ids " : ", ") + salvage.lost_ids[i];
  const std::uint64_t others = salvage.lost - shown;
  if (shown > 0 && others > 0) text += " and " + std::to_string(others) + " others";
  if (shown == 0) text += "; their ids cannot be read";
  return text;
}

void remake_manifest(const fs::path& archive, Manifest& manifest, Repair& repair) {
  Recovered recovered = recover_manifest(archive);
  manifest = std::move(recovered.manifest);
  repair.done.push_back("archive.json was made anew: " + std::to_string(manifest.articles()) +
                        " articles in " + std::to_string(manifest.segments.size()) + " segments");
  for (std::string& lost : recovered.lost) repair.lost.push_back(std::move(lost));
}

// An intact manifest of an earlier build, which has no digest.
std::optional<Manifest> earlier_manifest(const fs::path& archive) {
  try {
    return manifest_without_seal(archive, read_manifest_text(archive));
  } catch (const Error&) {
    return std::nullopt;
  }
}

// The first two steps, which the others need.
Repair restore_manifest(const fs::path& archive, const StopRequest* stop) {
  Repair repair;
  Manifest manifest;
  bool is_changed = false;
  try {
    manifest = read_manifest(archive);
  } catch (const Error& error) {
    if (error.code() != ExitCode::internal) throw;
    is_changed = true;
    if (auto earlier = earlier_manifest(archive)) {
      manifest = std::move(*earlier);
      repair.done.emplace_back("archive.json had no digest, and has one now");
    } else {
      remake_manifest(archive, manifest, repair);
    }
  }
  std::erase_if(manifest.tables, [&](const auto& table) {
    try {
      check_table(archive, table.second);
      return false;
    } catch (const Error& error) {
      if (error.code() != ExitCode::internal) throw;
      is_changed = true;
      repair.done.push_back("the table of " + table.first + " was damaged and is begun anew");
      if (table.first != kSourcesTable.name && table.first != kBearersTable.name)
        repair.lost.push_back("lost: what the table of " + table.first + " said");
      return true;
    }
  });
  check(stop);
  const auto held = hold(stop);
  if (is_changed) write_manifest(archive, manifest);
  return repair;
}

class Repairing {
 public:
  // `restored`: the steps that are already done and published.
  Repairing(const fs::path& archive, const RunLimits& limits, const Repair& restored)
      : archive_(archive),
        stop_(limits.stop),
        revision_(archive, limits),
        known_(revision_.segments()),
        has_lost_(!restored.lost.empty()) {
    if (!restored.done.empty()) set_outcome(stop_, "of the repair only what is told above is done");
  }

  // Returns what was done; `tell` is called with it when it is published.
  Repair carry_out(Depth depth, const std::function<void(const Repair&)>& tell);

 private:
  void delete_doubles();
  void look_at(const OpenSegment& open, Depth depth);
  void replace(const OpenSegment& open);
  void forget_sources();

  const fs::path& archive_;
  StopRequest* stop_;
  Revision revision_;
  KnownArticles known_;
  std::vector<const OpenSegment*> damaged_;
  std::unordered_set<std::uint64_t> saved_;  // hashes of ids
  const bool has_lost_;                      // before this step
  bool is_changed_ = false;
  Repair repair_;
};

void Repairing::look_at(const OpenSegment& open, Depth depth) {
  require_access(archive_, open.segment());
  const std::string mark = open.segment().damage;
  Segment unmarked = open.segment();
  unmarked.damage.clear();
  const OpenSegment again(archive_, unmarked);
  const std::vector<std::string> problems = mark == kLostRecord || unmarked.files.empty()
                                                ? std::vector{mark}
                                                : check_segment(again, archive_, depth, stop_);
  if (!problems.empty()) {
    open.mark_damaged(problems.front());
    damaged_.push_back(&open);
  } else if (!mark.empty()) {
    // It could not be read earlier, but now it can.
    is_changed_ = true;
    open.clear_damage();
    repair_.done.push_back("segment '" + unmarked.name + "' is whole and no longer left out");
  }
}

// Deletes older copies of articles with the same id, in undamaged segments.
void Repairing::delete_doubles() {
  struct Place {
    std::uint64_t id;
    std::uint64_t sequence;
    std::uint64_t revision;
    Copy copy;
  };
  std::vector<Place> places;
  const auto segments = revision_.segments();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const OpenSegment& open = *segments[i];
    if (!open.damage().empty()) continue;
    const auto ids = open.columns().ids();
    const auto sequences = open.columns().sequences();
    for (Docid docid = 1; docid <= ids.size(); ++docid)
      if (!open.deletions().contains(docid))
        places.push_back({ids[docid - 1],
                          sequences[docid - 1],
                          revision_of_name(open.segment().name),
                          {i, docid}});
  }
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return std::tie(a.id, b.sequence, b.revision) < std::tie(b.id, a.sequence, a.revision);
  });
  std::uint64_t deleted = 0;
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (places[i].id != places[i - 1].id) continue;
    revision_.remove(places[i].copy);
    ++deleted;
  }
  if (deleted == 0) return;
  is_changed_ = true;
  repair_.done.push_back(std::to_string(deleted) + " older copies of articles were deleted");
}

void Repairing::replace(const OpenSegment& open) {
  is_changed_ = true;
  std::vector<NewArticle> chunk;
  std::uint64_t bytes = 0;
  const auto flush = [&] {
    revision_.add(std::exchange(chunk, {}));
    bytes = 0;
  };
  const Salvage salvage = salvage_segment(
      open,
      [&](const std::string& id) {
        return known_.find(id).has_value() || saved_.contains(digest64(id));
      },
      [&](NewArticle article) {
        saved_.insert(digest64(article.article.id));
        bytes += article.article.body.size();
        chunk.push_back(std::move(article));
        if (bytes >= revision_.chunk_bytes()) flush();
      },
      stop_);
  flush();
  const Segment& segment = open.segment();
  revision_.replace_segment(segment.name);
  repair_.done.push_back("segment '" + segment.name + "'" + days_text(segment) +
                         " was dropped: " + open.damage() + "; " + std::to_string(salvage.saved) +
                         " of its articles were saved");
  const std::uint64_t told = salvage.saved + salvage.lost;
  if (salvage.lost > 0) repair_.lost.push_back(lost_text(segment, salvage));
  if (segment.documents == 0)
    repair_.lost.push_back("lost: all articles of segment '" + segment.name +
                           "'; how many they were cannot be read");
  else if (told > segment.articles)
    repair_.lost.push_back("which articles of segment '" + segment.name +
                           "' had been deleted cannot be read: up to " +
                           std::to_string(told - segment.articles) + " of them are back");
}

void Repairing::forget_sources() {
  if (repair_.lost.empty() && !has_lost_) return;
  if (revision_.manifest().tables.erase(kSourcesTable.name) == 0) return;
  is_changed_ = true;
  repair_.done.emplace_back("the next update reads all sources again");
}

Repair Repairing::carry_out(Depth depth, const std::function<void(const Repair&)>& tell) {
  for (const OpenSegment* open : revision_.segments()) look_at(*open, depth);
  delete_doubles();
  for (const OpenSegment* open : damaged_) replace(*open);
  forget_sources();
  if (revision_.finish() || is_changed_)
    revision_.publish([&] {
      if (!repair_.empty()) tell(repair_);
      return true;
    });
  return std::move(repair_);
}

}  // namespace

Repair repair_archive(const fs::path& archive, const RunLimits& limits, Depth depth,
                      const std::function<void(const Repair&)>& on_published) {
  const auto tell = [&on_published](const Repair& published) {
    if (on_published) on_published(published);
  };
  Repair repair;
  try {
    {
      set_outcome(limits.stop, kArchiveAsItWas);
      const ArchiveLock lock = ArchiveLock::of_damaged(archive, limits.lock_timeout, limits.stop);
      repair = restore_manifest(archive, limits.stop);
      if (!repair.empty()) tell(repair);
    }
    Repair others = Repairing(archive, limits, repair).carry_out(depth, tell);
    std::move(others.done.begin(), others.done.end(), std::back_inserter(repair.done));
    std::move(others.lost.begin(), others.lost.end(), std::back_inserter(repair.lost));
  } catch (const Xapian::Error& error) {
    throw describe(error, "archive '" + archive.string() + "'");
  }
  return repair;
}

}  // namespace newsindex
