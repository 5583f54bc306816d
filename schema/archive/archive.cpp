// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/archive.h"

#include <algorithm>

#include "schema/document.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

bool can_match(const Segment& segment, const std::optional<DayRange>& days) {
  if (!days) return true;
  return segment.days && segment.days->first <= days->last && days->first <= segment.days->last;
}

bool is_hidden(const Segment& segment, Xapian::docid document) {
  return std::find(segment.hidden.begin(), segment.hidden.end(), document) != segment.hidden.end();
}

}  // namespace

Archive::Archive(std::filesystem::path path)
    : path_(std::move(path)), manifest_(read_manifest(path_)) {
  open_.resize(manifest_.segments.size());
}

const Xapian::Database& Archive::open(std::size_t index) {
  if (open_[index]) return *open_[index];
  const Segment& segment = manifest_.segments[index];
  const std::filesystem::path folder = segment_path(path_, segment);
  try {
    return open_[index].emplace(folder.string(), Xapian::DB_OPEN);
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::Error& error) {
    const bool republished = read_manifest(path_).revision != manifest_.revision;
    if (republished) throw SegmentGone("segment '" + segment.name + "' is gone");
    throw describe(error, "segment '" + folder.string() + "'");
  }
}

std::vector<OpenSegment> Archive::segments(const std::optional<DayRange>& days) {
  std::vector<OpenSegment> found;
  for (std::size_t i = 0; i < open_.size(); ++i)
    if (can_match(manifest_.segments[i], days)) found.push_back({manifest_.segments[i], open(i)});
  return found;
}

std::optional<Article> Archive::find(std::string_view id) {
  const std::string term = id_term(id);
  for (const OpenSegment& open : segments()) {
    for (auto at = open.database.postlist_begin(term); at != open.database.postlist_end(term); ++at)
      if (!is_hidden(open.segment, *at))
        return decode_article(open.database.get_document(*at).get_data());
  }
  return std::nullopt;
}

Error describe(const Xapian::Error& error, const std::string& what) {
  // Xapian's errors are not polymorphic: caught by reference to the base, only the name is left.
  const std::string_view type = error.get_type();
  const std::string reason = error.get_msg();
  if (type == "DatabaseLockError")
    return Error(ExitCode::try_again,
                 what + " is locked by another run; try again when it has finished");
  if (type == "DatabaseModifiedError")
    return Error(ExitCode::try_again, what + " has just changed; try again");
  if (type == "DatabaseCreateError")
    return Error(ExitCode::cannot_create, what + " cannot be created: " + reason);
  if (type.starts_with("Network"))
    return Error(ExitCode::unavailable, what + " cannot be reached: " + reason);
  if (type.starts_with("Database"))
    return Error(ExitCode::internal,
                 what + " is damaged: " + reason +
                     " (newsindex check tells more; its sources can be indexed again)");
  return Error(ExitCode::internal, what + ": " + std::string(type) + ": " + reason);
}

}  // namespace newsindex
