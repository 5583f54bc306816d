// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/archive.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "schema/digest.h"
#include "schema/document.h"
#include "schema/fields.h"

namespace newsindex {
namespace {

// The newest manifest, whose revision is held.
Manifest read_and_hold(const std::filesystem::path& path, RevisionLock& lock, bool& is_held) {
  std::string text = read_manifest_text(path);
  while (true) {
    Manifest manifest = manifest_of(path, text);
    is_held = lock.hold(manifest.revision);
    if (!is_held) return manifest;
    // What was published meanwhile may have been the end of what was just read.
    std::string again = read_manifest_text(path);
    if (again == text) return manifest;
    text = std::move(again);
  }
}

// Opens a part of a segment when it is first asked for.
template <class Part, class Open>
const Part& opened(std::mutex& opening, std::optional<Part>& part, Open open) {
  const std::lock_guard lock(opening);
  if (!part) open();
  return *part;
}

}  // namespace

OpenSegment::OpenSegment(const std::filesystem::path& archive, Segment segment)
    : folder_(segment_path(archive, segment)), segment_(std::move(segment)) {
  if (segment_.deletions.empty()) return;
  deletions_ = Deletions(archive / "segments" / segment_.deletions, segment_.documents,
                         segment_.documents - segment_.articles);
}

const Columns& OpenSegment::columns() const {
  return opened(opening_, columns_, [this] { columns_.emplace(folder_, segment_.documents); });
}

const Terms& OpenSegment::terms() const {
  return opened(opening_, terms_, [this] { terms_.emplace(folder_, segment_.documents); });
}

const Copies& OpenSegment::copies() const {
  return opened(opening_, copies_, [this] { copies_.emplace(folder_, segment_.documents); });
}

const Xapian::Database& OpenSegment::database() const {
  return opened(opening_, database_, [this] {
    const std::string path = database_path(folder_).string();
    try {
      database_.emplace(path, Xapian::DB_OPEN);
    } catch (const Xapian::Error& error) {
      throw describe(error, "'" + path + "'");
    }
  });
}

Article OpenSegment::article(Docid docid) const {
  return decode_article(database().get_document(docid).get_data());
}

std::string OpenSegment::order_value(Docid docid) const {
  return database().get_document(docid).get_value(kOrderSlot);
}

std::optional<Docid> OpenSegment::find(std::string_view id) const {
  for (const Docid docid : columns().with_id(digest64(id)))
    if (!deletions_.contains(docid) && article(docid).id == id) return docid;
  return std::nullopt;
}

Archive::Archive(std::filesystem::path path)
    : path_(std::move(path)), lock_(path_), manifest_(read_and_hold(path_, lock_, is_held_)) {
  segments_.resize(manifest_.segments.size());
  if (is_held_) return;
  // Nobody knows that we are here: what is open cannot be taken away.
  for (const OpenSegment* segment : segments()) {
    segment->columns();
    segment->terms();
    segment->database();
  }
}

std::vector<const OpenSegment*> Archive::segments(const std::optional<DayRange>& days) {
  std::vector<const OpenSegment*> found;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    if (!can_match(manifest_.segments[i], days)) continue;
    if (!segments_[i]) segments_[i] = std::make_unique<OpenSegment>(path_, manifest_.segments[i]);
    found.push_back(segments_[i].get());
  }
  return found;
}

std::optional<Article> Archive::find(std::string_view id) {
  for (const OpenSegment* segment : segments())
    if (const auto docid = segment->find(id)) return segment->article(*docid);
  return std::nullopt;
}

Error describe(const Xapian::Error& error, const std::string& what) {
  // Xapian's errors are not polymorphic: caught by reference to the base, only the name is left.
  const std::string_view type = error.get_type();
  const std::string reason = error.get_msg();
  if (type == "DatabaseLockError" && reason.ends_with("already locked"))
    return Error(ExitCode::try_again,
                 what + " is locked by another run; try again when it has finished");
  if (type == "DatabaseModifiedError")
    return Error(ExitCode::try_again, what + " has just changed; try again");
  if (type == "DatabaseCreateError")
    return Error(ExitCode::cannot_create, what + " cannot be created: " + reason);
  if (type == "DatabaseLockError")  // it may not be locked: "Permission denied"
    return Error(ExitCode::io, "cannot write " + what + ": " + reason);
  if (type.starts_with("Network"))
    return Error(ExitCode::unavailable, what + " cannot be reached: " + reason);
  // The reason of the system, if it is one: a full disk is no damage, but a missing file is.
  const char* const system = error.get_error_string();
  const bool is_missing = system != nullptr && std::string_view(system) == std::strerror(ENOENT);
  if (system != nullptr && std::string_view(system) == std::strerror(ENOMEM))
    return Error(ExitCode::no_memory, "no memory for " + what + ": " + reason);
  if (system != nullptr && std::string_view(system) == std::strerror(EACCES))
    return Error(ExitCode::io, "cannot read or write " + what + ": " + system);
  if (type.starts_with("Database") && system != nullptr && !is_missing)
    return Error(ExitCode::io,
                 "cannot read or write " + what + ": " + reason + " (" + system + ")");
  if (type.starts_with("Database"))
    return Error(ExitCode::internal,
                 what + " is damaged: " + reason +
                     " (newsindex check tells more; its sources can be indexed again)");
  return Error(ExitCode::internal, what + ": " + std::string(type) + ": " + reason);
}

}  // namespace newsindex
