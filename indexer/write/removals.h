// SPDX-License-Identifier: GPL-3.0-or-later
// The table of removals: which articles were taken out of an archive, when, how and why. A run
// skips these articles when it reads them again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace newsindex {

struct RemovedArticle {
  std::string time;     // see utc_text
  std::string how;      // how it was selected: "id", "list" or "query"
  bool purged = false;  // no byte of its text may remain
  std::string reason;   // given by the user; may be empty
  std::string path;     // of its source, as in the article; may be empty
  friend bool operator==(const RemovedArticle&, const RemovedArticle&) = default;
};

class Removals {
 public:
  // Reads ARCHIVE/NAME; an empty name means an empty table. Throws Error(internal) if it is
  // damaged.
  static Removals read(const std::filesystem::path& archive, const std::string& name);

  // Writes the table of this revision durably; returns its name for archive.json.
  std::string write(const std::filesystem::path& archive, std::uint64_t revision) const;

  bool contains(const std::string& id) const { return by_id_.contains(id); }
  const std::map<std::string, RemovedArticle>& by_id() const { return by_id_; }

  // Adds an article to the table. An existing entry is kept; only the purge mark, and a reason or
  // path that was missing, are added to it. Returns false if nothing changed.
  bool add(const std::string& id, const RemovedArticle& article);

  // Deletes an article from the table; returns false if it is not there.
  bool take_back(const std::string& id) { return by_id_.erase(id) > 0; }

 private:
  std::map<std::string, RemovedArticle> by_id_;
};

}  // namespace newsindex
