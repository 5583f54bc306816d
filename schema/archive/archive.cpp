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

// Reads the newest manifest and locks its revision. `is_held`: whether the lock could be taken.
Manifest read_and_hold(const std::filesystem::path& path, RevisionLock& lock, bool& is_held) {
  std::string text = read_manifest_text(path);
  while (true) {
    Manifest manifest = manifest_of(path, text);
    is_held = lock.hold(manifest.revision);
    if (!is_held) return manifest;
    // Another revision may have been published before the lock was taken, and the files of the one
    // just read may be gone.
    std::string again = read_manifest_text(path);
    if (again == text) return manifest;
    text = std::move(again);
  }
}

// Checks the names and sizes of a segment's files. Returns what is wrong, or "".
std::string missing_bytes(const std::filesystem::path& folder, const Segment& segment) {
  for (const SegmentFile& file : segment.files) {
    const std::filesystem::path path = folder / file.name;
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(path, error);
    if (error) {
      const Error failure = cannot_read(path, error.value());
      if (!is_damage(failure)) throw failure;
      return failure.what();
    }
    if (bytes != file.bytes)
      return "'" + path.string() + "' is damaged: it has " + std::to_string(bytes) +
             " bytes, published were " + std::to_string(file.bytes);
  }
  return "";
}

// The errno behind an error, which Xapian gives only as text. 0: none; -1: the text is unknown.
int reason_of(const Xapian::Error& error) {
  constexpr int kLast = 133;  // the highest errno of Linux
  const char* const words = error.get_error_string();
  if (words == nullptr) return 0;
  for (int reason = 1; reason <= kLast; ++reason)
    if (std::string_view(words) == std::strerror(reason)) return reason;
  return -1;
}

// Opens a part of a segment on first use.
template <class Part, class Open>
const Part& opened_once(std::mutex& opening, std::optional<Part>& part, Open open) {
  const std::lock_guard lock(opening);
  if (!part) open();
  return *part;
}

}  // namespace

OpenSegment::OpenSegment(const std::filesystem::path& archive, Segment segment)
    : folder_(segment_path(archive, segment)), segment_(std::move(segment)) {
  damage_ = segment_.damage.empty() ? missing_bytes(folder_, segment_) : segment_.damage;
  if (segment_.deletions.empty()) return;
  const std::string damage = damage_seen("", [&] {
    deletions_ = Deletions(archive / "segments" / segment_.deletions, segment_.documents,
                           segment_.documents - segment_.articles);
  });
  if (!damage.empty()) mark_damaged(damage);
}

std::string OpenSegment::damage() const {
  const std::lock_guard lock(opening_);
  return damage_;
}

void OpenSegment::mark_damaged(const std::string& why) const {
  const std::lock_guard lock(opening_);
  if (damage_.empty()) damage_ = why;
}

void OpenSegment::clear_damage() const {
  const std::lock_guard lock(opening_);
  damage_.clear();
}

const Columns& OpenSegment::columns() const {
  return opened_once(opening_, columns_, [this] { columns_.emplace(folder_, segment_.documents); });
}

const Terms& OpenSegment::terms() const {
  return opened_once(opening_, terms_, [this] { terms_.emplace(folder_, segment_.documents); });
}

const Copies& OpenSegment::copies() const {
  return opened_once(opening_, copies_, [this] { copies_.emplace(folder_, segment_.documents); });
}

const Xapian::Database& OpenSegment::database() const {
  return opened_once(opening_, database_, [this] {
    const std::filesystem::path path = database_path(folder_);
    try {
      database_.emplace(path.string(), Xapian::DB_OPEN);
    } catch (const Xapian::Error& error) {
      throw describe_damage(error, "'" + path.string() + "'");
    }
  });
}

Article OpenSegment::article(Docid docid) const {
  return checked_article(database().get_document(docid).get_data(), columns().digest_of(docid));
}

std::string OpenSegment::id(Docid docid) const {
  return decode_article(database().get_document(docid).get_data()).id;
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
    : path_(std::move(path)),
      lock_(path_),
      manifest_(read_and_hold(path_, lock_, is_held_)),
      bearers_(std::make_unique<BearersTable>(path_, manifest_.table(kBearersTable))) {
  segments_.resize(manifest_.segments.size());
  if (is_held_) return;
  // Without a lock, a writer may remove the files at any time. Open files stay readable, so open
  // them now.
  bearers_->get();
  without_damaged([this] {
    for (const OpenSegment* segment : segments())
      on_segment(*segment, [segment] {
        segment->columns();
        segment->terms();
        segment->database();
      });
  });
}

std::vector<const OpenSegment*> Archive::segments(const std::optional<DayRange>& days) {
  std::vector<const OpenSegment*> found;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    if (!can_match(manifest_.segments[i], days)) continue;
    if (!segments_[i]) segments_[i] = std::make_unique<OpenSegment>(path_, manifest_.segments[i]);
    if (segments_[i]->damage().empty()) found.push_back(segments_[i].get());
  }
  return found;
}

std::vector<LeftOut> Archive::left_out() const {
  std::vector<LeftOut> left_out;
  for (const auto& segment : segments_) {
    if (!segment) continue;
    const std::string why = segment->damage();
    if (!why.empty()) left_out.push_back({segment->segment().name, why});
  }
  return left_out;
}

std::optional<Article> Archive::find(std::string_view id) {
  auto found = find_version(id);
  return found ? std::optional(std::move(found->article)) : std::nullopt;
}

std::optional<FoundArticle> Archive::find_version(std::string_view id) {
  for (const OpenSegment* segment : segments()) {
    auto found = on_segment(*segment, [&]() -> std::optional<FoundArticle> {
      const auto docid = segment->find(id);
      if (!docid) return std::nullopt;
      return FoundArticle{segment->article(*docid), segment->columns().sequences()[*docid - 1]};
    });
    if (found) return found;
  }
  return std::nullopt;
}

std::string to_text(const LeftOut& left_out, const std::filesystem::path& archive) {
  return "incomplete: segment '" + left_out.segment + "' is damaged (" + left_out.why +
         "); newsindex check --repair --archive " + archive.string() + " saves what can be saved";
}

Error describe_damage(const Xapian::Error& error, const std::string& what) {
  if (std::string_view(error.get_type()) == "DatabaseModifiedError")
    return Error(ExitCode::internal, what + " is damaged: " + error.get_msg());
  return describe(error, what);
}

Error describe(const Xapian::Error& error, const std::string& what) {
  // Xapian's errors are not polymorphic: caught by reference to the base class, only the name of
  // the type is left.
  const std::string_view type = error.get_type();
  const std::string reason = error.get_msg();
  if (type == "DatabaseLockError" && reason.ends_with("already locked"))
    return Error(ExitCode::try_again,
                 what + " is locked by another run; try again when it has finished");
  if (type == "DatabaseModifiedError")
    return Error(ExitCode::try_again, what + " has just changed; try again");
  if (type == "DatabaseCreateError")
    return Error(ExitCode::cannot_create, what + " cannot be created: " + reason);
  if (type == "DatabaseLockError")  // the lock cannot be taken: "Permission denied"
    return Error(ExitCode::io, "cannot write " + what + ": " + reason);
  if (type.starts_with("Network"))
    return Error(ExitCode::unavailable, what + " cannot be reached: " + reason);
  // The errno, if there is one: a full disk is not damage, but a missing file is.
  const int system = reason_of(error);
  if (system == ENOMEM) return Error(ExitCode::no_memory, "no memory for " + what + ": " + reason);
  if (system == EACCES)
    return Error(ExitCode::io, "cannot read or write " + what + ": " + error.get_error_string(),
                 system);
  if (type.starts_with("Database") && system != 0 && system != ENOENT)
    return Error(
        ExitCode::io,
        "cannot read or write " + what + ": " + reason + " (" + error.get_error_string() + ")",
        system);
  if (type.starts_with("Database"))
    return Error(ExitCode::internal,
                 what + " is damaged: " + reason + " (newsindex check tells more)");
  return Error(ExitCode::internal, what + ": " + std::string(type) + ": " + reason);
}

}  // namespace newsindex
