// SPDX-License-Identifier: GPL-3.0-or-later
// The table of removals: which articles were taken out of an archive, when, how and why. A run
// leaves them out, wherever it reads them again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace newsindex {

struct RemovedArticle {
  std::string time;     // see utc_text
  std::string how;      // what named it: "id", "list" or "query"
  bool purged = false;  // no byte of its text was to stay
  std::string reason;   // as the user gave it, or empty
  std::string path;     // of the source that it was read from, as the article has it; may be empty
  friend bool operator==(const RemovedArticle&, const RemovedArticle&) = default;
};

class Removals {
 public:
  // Reads ARCHIVE/NAME; an empty name is an empty table. Throws Error(internal) when it is damaged.
  static Removals read(const std::filesystem::path& archive, const std::string& name);

  // Writes it durably as the table of this revision; returns its name for archive.json.
  std::string write(const std::filesystem::path& archive, std::uint64_t revision) const;

  bool contains(const std::string& id) const { return by_id_.contains(id); }
  const std::map<std::string, RemovedArticle>& by_id() const { return by_id_; }

  // Puts an article on the table. If it is there already it stays as it is, but that it was purged,
  // and a reason where there was none, are added. Returns false when nothing changed.
  bool add(const std::string& id, const RemovedArticle& article);

  // Takes an article off the table; false when it is not on it.
  bool take_back(const std::string& id) { return by_id_.erase(id) > 0; }

 private:
  std::map<std::string, RemovedArticle> by_id_;
};

}  // namespace newsindex
